import type { LandingZone } from '../../schema/landing-zone';

/**
 * Who switches off what records, detects or tells, or tries to: SCPs deny it, but they bind neither the management account nor the deploy
 * role. By the names of the calls alone: services differ in the source that EventBridge gives theirs.
 */
export const blindingCalls = ({ name }: Pick<LandingZone, 'name'>) => ({
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    $or: [
      {
        eventSource: [
          'access-analyzer.amazonaws.com',
          'cloudtrail.amazonaws.com',
          'config.amazonaws.com',
          'guardduty.amazonaws.com',
          'macie2.amazonaws.com',
          'securityhub.amazonaws.com',
        ],
        eventName: [
          'DeleteAnalyzer',
          'DeleteConfigurationRecorder',
          'DeleteDeliveryChannel',
          'DeleteDetector',
          'DeleteTrail',
          'DisableMacie',
          'DisableSecurityHub',
          'DisassociateFromAdministratorAccount',
          'PutEventSelectors',
          'StopConfigurationRecorder',
          'StopLogging',
          'StopMonitoringMembers',
          'UpdateTrail',
        ],
      },
      {
        eventSource: ['events.amazonaws.com'],
        eventName: ['DeleteRule', 'DisableRule'],
        requestParameters: { name: [{ prefix: `${name}-` }] },
      },
      {
        eventSource: ['events.amazonaws.com'],
        eventName: ['RemoveTargets'],
        requestParameters: { rule: [{ prefix: `${name}-` }] },
      },
    ],
  },
});
