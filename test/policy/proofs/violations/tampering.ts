import { call, deniedBy, engineer, key, on, role, scientist } from '../calls';

const ours = (service: string, resource: string) => on(service, `${resource}acme-ai-notify-guardduty`);

/** Whoever blinds the landing zone or takes it over: denied in every account. */
export const tampering = [
  ...deniedBy('detection-access-analyzer', call(engineer, 'deletes the analyzer', 'access-analyzer:DeleteAnalyzer')),
  ...deniedBy(
    'detection-custom-checks',
    call(
      engineer,
      'changes what the checks look at',
      'lambda:UpdateFunctionCode',
      on('lambda', 'function:acme-ai-rules'),
    ),
  ),
  ...deniedBy(
    'detection-guardduty',
    call(engineer, 'deletes the detector', 'guardduty:DeleteDetector'),
    call(engineer, 'leaves the administrator', 'guardduty:DisassociateFromAdministratorAccount'),
    call(engineer, 'switches plans of members off', 'guardduty:UpdateMemberDetectors'),
    call(engineer, 'leaves new accounts out', 'guardduty:UpdateOrganizationConfiguration'),
  ),
  ...deniedBy(
    'detection-macie',
    call(engineer, 'turns Macie off', 'macie2:DisableMacie'),
    call(engineer, 'leaves new accounts out of Macie', 'macie2:UpdateOrganizationConfiguration'),
  ),
  ...deniedBy(
    'data-discovery-scope',
    call(engineer, 'turns automated discovery off', 'macie2:UpdateAutomatedDiscoveryConfiguration'),
    call(engineer, 'takes a bucket out of discovery', 'macie2:UpdateClassificationScope'),
  ),
  ...deniedBy(
    'detection-notifications',
    call(engineer, 'cuts findings off', 'events:DisableRule', ours('events', 'rule/')),
    call(engineer, 'takes an address off', 'sns:Unsubscribe', ours('sns', '')),
    call(engineer, 'filters what an address is sent', 'sns:SetSubscriptionAttributes', ours('sns', '')),
  ),
  ...deniedBy(
    'detection-security-hub',
    call(engineer, 'turns Security Hub off', 'securityhub:DisableSecurityHub'),
    call(engineer, 'switches a check off', 'securityhub:BatchUpdateStandardsControlAssociations'),
    call(engineer, 'lets members go their own way', 'securityhub:StartConfigurationPolicyDisassociation'),
  ),
  ...deniedBy(
    'detection-suppression',
    call(scientist, 'archives a finding about itself', 'guardduty:ArchiveFindings'),
    call(engineer, 'silences a rule', 'securityhub:CreateAutomationRule'),
    call(engineer, 'trusts a domain of its own', 'guardduty:CreateTrustedEntitySet'),
  ),
  ...deniedBy('logging-config-recorder', call(engineer, 'stops the recorder', 'config:StopConfigurationRecorder')),
  ...deniedBy('logging-trail-enabled', call(engineer, 'stops the trail', 'cloudtrail:StopLogging')),
  ...deniedBy(
    'logging-log-buckets',
    call(engineer, 'deletes a log', 's3:DeleteObject', 'arn:aws:s3:::acme-ai-trails-444455556666/AWSLogs/x.gz'),
    call(
      engineer,
      'sends logs elsewhere',
      's3:PutReplicationConfiguration',
      'arn:aws:s3:::acme-ai-trails-444455556666',
    ),
    call(engineer, 'opens logs by ACL', 's3:PutBucketOwnershipControls', 'arn:aws:s3:::acme-ai-trails-444455556666'),
  ),
  ...deniedBy(
    'logging-log-keys',
    call(engineer, 'disables the key of the logs', 'kms:DisableKey', key, {
      'kms:ResourceAliases': ['alias/acme-ai-trails'],
    }),
  ),
  ...deniedBy(
    'identity-protected-roles',
    call(engineer, 'takes the deploy role over', 'iam:UpdateAssumeRolePolicy', role('OrganizationAccountAccessRole')),
    call(engineer, 'makes itself an approver', 'iam:CreateRole', role('ModelApprover')),
  ),
  ...deniedBy('identity-federation', call(engineer, 'trusts its own repository', 'iam:CreateOpenIDConnectProvider')),
  ...deniedBy('identity-password-policy', call(engineer, 'allows short passwords', 'iam:DeleteAccountPasswordPolicy')),
  ...deniedBy('identity-account-instances', call(engineer, 'makes its own sign-in', 'sso:CreateInstance')),
];

/** Whoever takes more rights for longer: denied in every AI account. */
export const credentials = [
  ...deniedBy(
    'identity-no-users',
    call(engineer, 'makes a user', 'iam:CreateUser'),
    call(engineer, 'makes a key that lasts', 'iam:CreateAccessKey'),
  ),
  ...deniedBy(
    'identity-imdsv2',
    call(engineer, 'starts an instance that gives its role away', 'ec2:RunInstances', on('ec2', 'instance/*')),
    call(engineer, 'goes back to version 1', 'ec2:ModifyInstanceMetadataOptions', on('ec2', 'instance/i-1'), {
      'ec2:Attribute/HttpTokens': 'optional',
    }),
  ),
];
