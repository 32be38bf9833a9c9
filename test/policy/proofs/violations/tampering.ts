import { call, deniedBy, engineer, key, on, role, scientist } from '../calls';

const ours = (service: string, resource: string) => on(service, `${resource}acme-ai-notify-guardduty`);

/** Whoever blinds the landing zone or takes more rights: denied in every AI account. */
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
  ),
  ...deniedBy('detection-macie', call(engineer, 'turns Macie off', 'macie2:DisableMacie')),
  ...deniedBy(
    'detection-notifications',
    call(engineer, 'cuts findings off', 'events:DisableRule', ours('events', 'rule/')),
    call(engineer, 'takes an address off', 'sns:Unsubscribe', ours('sns', '')),
  ),
  ...deniedBy('detection-security-hub', call(engineer, 'turns Security Hub off', 'securityhub:DisableSecurityHub')),
  ...deniedBy(
    'detection-suppression',
    call(scientist, 'archives a finding about itself', 'guardduty:ArchiveFindings'),
    call(engineer, 'silences a rule', 'securityhub:CreateAutomationRule'),
  ),
  ...deniedBy('logging-config-recorder', call(engineer, 'stops the recorder', 'config:StopConfigurationRecorder')),
  ...deniedBy('logging-trail-enabled', call(engineer, 'stops the trail', 'cloudtrail:StopLogging')),
  ...deniedBy(
    'logging-log-buckets',
    call(engineer, 'deletes a log', 's3:DeleteObject', 'arn:aws:s3:::acme-ai-trails-444455556666/AWSLogs/x.gz'),
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
