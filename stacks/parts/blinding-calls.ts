import type { LandingZone } from '../../schema/landing-zone';

/** Calls of what records, detects and shows in chat, whatever they name. */
const ofDetectors = {
  eventSource: [
    'access-analyzer.amazonaws.com',
    'chatbot.amazonaws.com',
    'cloudtrail.amazonaws.com',
    'config.amazonaws.com',
    'guardduty.amazonaws.com',
    'macie2.amazonaws.com',
    'securityhub.amazonaws.com',
  ],
  eventName: [
    'BatchDisableStandards',
    'DeleteAnalyzer',
    'DeleteConfigurationRecorder',
    'DeleteDeliveryChannel',
    'DeleteDetector',
    'DeleteMembers',
    'DeleteMicrosoftTeamsChannelConfiguration',
    'DeleteMicrosoftTeamsConfiguredTeam',
    'DeleteSlackChannelConfiguration',
    'DeleteSlackWorkspaceAuthorization',
    'DeleteTrail',
    'DisableMacie',
    'DisableOrganizationAdminAccount',
    'DisableSecurityHub',
    'DisassociateFromAdministratorAccount',
    'DisassociateFromMasterAccount',
    'DisassociateMember',
    'DisassociateMembers',
    'PutEventSelectors',
    'StopConfigurationRecorder',
    'StopLogging',
    'StopMonitoringMembers',
    'UpdateTrail',
  ],
};

/**
 * Who switches off what records, detects or tells, or tries to: SCPs deny it, but they bind neither the management account nor the deploy
 * role. By the names of the calls alone: services differ in the source that EventBridge gives theirs.
 */
export const blindingCalls = ({ name }: Pick<LandingZone, 'name'>) => ({
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    $or: [
      ofDetectors,
      { eventName: ['UpdateDetector'], requestParameters: { enable: [false] } },
      { eventName: ['UpdateMacieSession'], requestParameters: { status: ['PAUSED'] } },
      {
        eventSource: ['monitoring.amazonaws.com'],
        eventName: ['DeleteAlarms', 'DisableAlarmActions'],
        requestParameters: { alarmNames: [{ prefix: `${name}-` }] },
      },
      {
        eventSource: ['events.amazonaws.com'],
        eventName: ['PutRule'],
        requestParameters: { name: [{ prefix: `${name}-` }], state: ['DISABLED'] },
      },
      {
        eventSource: ['events.amazonaws.com'],
        eventName: ['DeleteEventBus', 'DeleteRule', 'DisableRule'],
        requestParameters: { name: [{ prefix: `${name}-` }] },
      },
      {
        eventSource: ['events.amazonaws.com'],
        eventName: ['RemoveTargets'],
        requestParameters: { rule: [{ prefix: `${name}-` }] },
      },
      { eventName: ['DeleteTopic'], requestParameters: { topicArn: [{ wildcard: `*:${name}-findings*` }] } },
      // Who follows the link of a mail does so without a signature, which CloudTrail does not log: SNS Developer Guide, logging-using-cloudtrail.
      { eventName: ['Unsubscribe'], requestParameters: { subscriptionArn: [{ wildcard: `*:${name}-findings*` }] } },
      // No alarm goes off for a queue that is gone, is empty, or takes nothing.
      {
        eventName: ['DeleteQueue', 'PurgeQueue', 'RemovePermission'],
        requestParameters: { queueUrl: [{ wildcard: `*/${name}-*-undelivered` }] },
      },
    ],
  },
});
