import { call, engineer, on, responder, scientist, steward } from '../proofs/calls';
import { administrator, emergency, impostors, type Room, stopped } from './path';

const topic = on('sns', 'acme-ai-findings');
const queue = on('sqs', 'acme-ai-findings-undelivered');
const check = on('lambda', 'function:acme-ai-config-rules');

export const detection: Room = {
  'No account gets away from those who watch': [
    ...stopped(
      'detection-guardduty',
      'ml-production',
      call(administrator, 'deletes the detector', 'guardduty:DeleteDetector'),
      call(administrator, 'switches a plan off', 'guardduty:UpdateDetector'),
      call(administrator, 'takes another administrator', 'guardduty:AcceptAdministratorInvitation'),
      call(engineer, 'lets new objects be', 'guardduty:DeleteMalwareProtectionPlan'),
      call(engineer, 'lets some objects be', 'guardduty:UpdateMalwareProtectionPlan'),
      call(engineer, 'leaves its machines out of scans', 'guardduty:UpdateMalwareScanSettings'),
      call(emergency, 'deletes the detector in an emergency', 'guardduty:DeleteDetector'),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'deletes the detector', 'guardduty:DeleteDetector'),
      ),
    ),
    ...stopped(
      'detection-guardduty',
      'security',
      call(administrator, 'stops watching a member', 'guardduty:StopMonitoringMembers'),
      call(administrator, 'keeps findings from the archive', 'guardduty:DeletePublishingDestination'),
    ),
    ...stopped(
      'detection-macie',
      'ml-production',
      call(administrator, 'turns Macie off', 'macie2:DisableMacie'),
      call(administrator, 'pauses it', 'macie2:UpdateMacieSession'),
      call(administrator, 'takes another administrator', 'macie2:AcceptInvitation'),
    ),
    ...stopped(
      'detection-security-hub',
      'ml-production',
      call(administrator, 'turns Security Hub off', 'securityhub:DisableSecurityHub'),
      call(administrator, 'turns the new one off', 'securityhub:DisableSecurityHubV2'),
      call(administrator, 'turns a part of it off', 'securityhub:DisableSecurityHubFeatureV2'),
      call(administrator, 'takes no findings of GuardDuty', 'securityhub:DisableImportFindingsForProduct'),
      call(administrator, 'switches a check off', 'securityhub:UpdateStandardsControl'),
      call(administrator, 'takes another administrator', 'securityhub:AcceptAdministratorInvitation'),
    ),
    ...stopped(
      'detection-security-hub',
      'security',
      call(administrator, 'lets regions go their own way', 'securityhub:DeleteFindingAggregator'),
      call(administrator, 'forgets one region', 'securityhub:UpdateFindingAggregator'),
      call(administrator, 'does so in the new one', 'securityhub:DeleteAggregatorV2'),
      call(responder, 'switches a check off everywhere', 'securityhub:UpdateConfigurationPolicy'),
    ),
    ...stopped(
      'detection-access-analyzer',
      'security',
      call(administrator, 'deletes the analyzer', 'access-analyzer:DeleteAnalyzer'),
      call(administrator, 'leaves accounts out of it', 'access-analyzer:UpdateAnalyzer'),
    ),
    ...stopped(
      'data-discovery-scope',
      'security',
      call(administrator, 'cancels a search for personal data', 'macie2:UpdateClassificationJob'),
      call(steward, 'calls a name no name', 'macie2:UpdateAllowList'),
      call(administrator, 'leaves a bucket out', 'macie2:UpdateClassificationScope'),
    ),
  ],
  'A finding reaches a person': [
    ...stopped(
      'detection-notifications',
      'security',
      call(
        administrator,
        'disables the rule',
        'events:DisableRule',
        on('events', 'rule/acme-ai-findings/acme-ai-notify-guardduty'),
      ),
      call(administrator, 'takes an address off', 'sns:Unsubscribe', topic),
      call(administrator, 'blacks messages out', 'sns:PutDataProtectionPolicy', topic),
      call(administrator, 'lets a stranger write to it', 'sns:AddPermission', topic),
      call(engineer, 'listens', 'sns:Subscribe', topic),
      call(administrator, 'throws lost events away', 'sqs:PurgeQueue', queue),
      call(emergency, 'deletes the topic', 'sns:DeleteTopic', topic),
    ),
    ...stopped(
      'detection-notifications',
      'ml-production',
      call(engineer, 'forwards nothing', 'events:RemoveTargets', on('events', 'rule/acme-ai-forward-findings')),
      call(
        engineer,
        'silences an alarm',
        'cloudwatch:PutMetricAlarm',
        on('cloudwatch', 'alarm:acme-ai-alarm-config-rules'),
      ),
    ),
    ...stopped(
      'detection-findings-bus',
      'security',
      call(administrator, 'lets strangers send findings', 'events:PutPermission'),
      call(administrator, 'shuts an account out', 'events:RemovePermission'),
    ),
    ...stopped(
      'detection-suppression',
      'ml-production',
      call(scientist, 'archives what was found of it', 'guardduty:ArchiveFindings'),
      call(engineer, 'trusts its own address', 'guardduty:CreateIPSet'),
      call(engineer, 'filters findings of its bucket', 'macie2:CreateFindingsFilter'),
      call(engineer, 'resolves them by rule', 'securityhub:CreateAutomationRuleV2'),
      call(engineer, 'leaves a bucket out of repair', 'config:PutRemediationExceptions'),
      call(emergency, 'archives in an emergency', 'access-analyzer:ApplyArchiveRule'),
    ),
  ],
  'A check says what is so': [
    ...stopped(
      'detection-custom-checks',
      'ml-production',
      call(administrator, 'replaces the code of the checks', 'lambda:UpdateFunctionCode', check),
      call(administrator, 'starves them', 'lambda:PutFunctionConcurrency', check),
      call(administrator, 'shuts Config out', 'lambda:RemovePermission', check),
      call(administrator, 'lets a stranger in', 'lambda:AddPermission', check),
      call(engineer, 'rewrites a repair', 'ssm:UpdateDocument', on('ssm', 'document/acme-ai-data-bucket-versioning')),
      call(
        responder,
        'sets it back',
        'ssm:UpdateDocumentDefaultVersion',
        on('ssm', 'document/acme-ai-data-bucket-versioning'),
      ),
    ),
  ],
};
