import type { LandingZone } from '../../schema/landing-zone';
import type { Statement } from '../statement';
import { butDeployRole, deployRoleArn } from './deploy-role';

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
  ];
}
