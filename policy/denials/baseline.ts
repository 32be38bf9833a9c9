import type { LandingZone } from '../../schema/landing-zone';
import type { Statement } from '../statement';
import { butDeployRole, deployRoleArn } from './deploy-role';

/** Buckets of the log archive, by the word in their name and in their key's alias. */
const encryptedLogs = ['trails', 'config', 'findings'];
const logBuckets = [...encryptedLogs, 'access-log'];

/** What keeps the baseline in place. Service-linked roles are exempt by nature: SCPs do not bind them. */
export function baselineStatements(zone: LandingZone): readonly Statement[] {
  const Condition = butDeployRole(zone);
  const deny = (Sid: string, Action: string[]): Statement => ({
    Sid,
    Effect: 'Deny',
    Action,
    Resource: '*',
    Condition,
  });
  return [
    deny('Config', [
      'config:DeleteAggregationAuthorization',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
      'config:DeleteRetentionConfiguration',
      'config:PutConfigurationRecorder',
      'config:PutDeliveryChannel',
      'config:PutRetentionConfiguration',
      'config:StopConfigurationRecorder',
    ]),
    deny('CloudTrail', [
      'cloudtrail:DeleteTrail',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:PutInsightSelectors',
      'cloudtrail:StopLogging',
      'cloudtrail:UpdateTrail',
    ]),
    deny('GuardDuty', [
      'guardduty:AcceptAdministratorInvitation',
      'guardduty:AcceptInvitation',
      'guardduty:ArchiveFindings',
      'guardduty:CreateFilter',
      'guardduty:DeleteDetector',
      'guardduty:DeleteMembers',
      'guardduty:DeletePublishingDestination',
      'guardduty:DisassociateFromAdministratorAccount',
      'guardduty:DisassociateFromMasterAccount',
      'guardduty:DisassociateMembers',
      'guardduty:StopMonitoringMembers',
      'guardduty:UpdateDetector',
      'guardduty:UpdateFilter',
      'guardduty:UpdateMalwareProtectionPlan',
    ]),
    deny('Macie', [
      'macie2:DeleteMember',
      'macie2:DisableMacie',
      'macie2:DisableOrganizationAdminAccount',
      'macie2:DisassociateFromAdministratorAccount',
      'macie2:DisassociateFromMasterAccount',
      'macie2:DisassociateMember',
      'macie2:UpdateMacieSession',
      'macie2:UpdateMemberSession',
    ]),
    deny('SecurityHub', [
      'securityhub:BatchDisableStandards',
      'securityhub:DeleteMembers',
      'securityhub:DisableSecurityHub',
      'securityhub:DisassociateFromAdministratorAccount',
      'securityhub:DisassociateFromMasterAccount',
      'securityhub:DisassociateMembers',
      'securityhub:UpdateStandardsControl',
    ]),
    deny('AccountGuards', [
      'access-analyzer:DeleteAnalyzer',
      'ec2:DisableEbsEncryptionByDefault',
      'iam:DeleteAccountPasswordPolicy',
      'iam:UpdateAccountPasswordPolicy',
      's3:PutAccountPublicAccessBlock',
    ]),
    {
      Sid: 'LandingZoneRoles',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
      ],
      Resource: [`arn:aws:iam::*:role/${zone.name}-*`, deployRoleArn(zone)],
      Condition,
    },
    {
      Sid: 'Logs',
      Effect: 'Deny',
      Action: [
        's3:BypassGovernanceRetention',
        's3:DeleteBucket',
        's3:DeleteBucketPolicy',
        's3:DeleteObject*',
        's3:PutBucketLogging',
        's3:PutBucketObjectLockConfiguration',
        's3:PutBucketPolicy',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
      ],
      Resource: logBuckets.map((kind) => `arn:aws:s3:::${zone.name}-${kind}-*`),
      // A root session that the management account grants is the way back from a policy that locks everybody out.
      Condition: { ...Condition, Null: { 'aws:AssumedRoot': 'true' } },
    },
    {
      Sid: 'LogKeys',
      Effect: 'Deny',
      Action: ['kms:DeleteAlias', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:UpdateAlias'],
      Resource: '*',
      Condition: {
        ...Condition,
        'ForAnyValue:StringEquals': {
          'kms:ResourceAliases': encryptedLogs.map((kind) => `alias/${zone.name}-${kind}`),
        },
      },
    },
    {
      Sid: 'Notifications',
      Effect: 'Deny',
      Action: [
        'events:DeleteEventBus',
        'events:DeleteRule',
        'events:DisableRule',
        'events:PutPermission',
        'events:PutRule',
        'events:PutTargets',
        'events:RemovePermission',
        'events:RemoveTargets',
        'sns:DeleteTopic',
        'sns:SetTopicAttributes',
        'sns:Unsubscribe',
      ],
      Resource: [
        `arn:aws:events:*:*:event-bus/${zone.name}-*`,
        `arn:aws:events:*:*:rule/${zone.name}-*`,
        `arn:aws:sns:*:*:${zone.name}-*`,
      ],
      Condition,
    },
  ];
}
