import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import type { LandingZone } from '../../schema/landing-zone';
import { digestOf } from '../../schema/text';
import type { Places } from '../kernel/places';
import { EncryptionKey } from '../parts/encryption-key';
import { complianceChanges, forwardFindings } from '../parts/findings-forwarder';
import { modelApprovalCalls } from '../parts/model-approvals';

export interface NotificationsProps {
  readonly zone: LandingZone;
  readonly here: Places;
  readonly organizationId: string;
}

const guardDutyFindings = { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] };
const macieFindings = { source: ['aws.macie'], 'detail-type': ['Macie Finding'] };

/** Findings of every account and region meet on one bus; those that a person should see go to the topic. */
export function notify(scope: Construct, { zone, here, organizationId }: NotificationsProps) {
  const bus = findingsBus(scope, zone, here, organizationId);
  const topic = findingsTopic(scope, zone, here);
  for (const { name, description, pattern } of wanted(zone)) {
    const rule = new CloudwatchEventRule(scope, `notify-${name}`, {
      ...here.home,
      name: `${zone.name}-notify-${name}`,
      description,
      eventBusName: bus.name,
      eventPattern: JSON.stringify(pattern),
    });
    new CloudwatchEventTarget(scope, `notify-${name}-target`, {
      ...here.home,
      rule: rule.name,
      eventBusName: bus.name,
      targetId: 'topic',
      arn: topic.arn,
    });
  }
  forwardFindings(scope, {
    zone,
    purpose: 'findings',
    here,
    regions: zone.regions,
    busArn: bus.arn,
    events: [
      { name: 'guardduty', description: 'Findings of GuardDuty, of every member', pattern: guardDutyFindings },
      { name: 'macie', description: 'Findings of Macie, of every member', pattern: macieFindings },
    ],
  });
  return { busArn: bus.arn, topicArn: topic.arn };
}

/** What is worth a message. AI protection's findings are LOW by default, so their types are named beside the severity. */
const wanted = ({ services }: LandingZone) => [
  {
    name: 'guardduty',
    description: 'GuardDuty: severe findings, and every finding about model use',
    pattern: {
      ...guardDutyFindings,
      detail: {
        $or: [
          { severity: [{ numeric: ['>=', services.notifications.guardDutySeverity] }] },
          { type: [{ suffix: 'BedrockLoggingDisabled' }, ...modelUseFindings] },
        ],
      },
    },
  },
  { name: 'macie', description: 'Macie: every finding', pattern: macieFindings },
  {
    name: 'model-approvals',
    description: 'Who approved or rejected a model version',
    pattern: modelApprovalCalls,
  },
  {
    name: 'config',
    description: 'Config: a resource became non-compliant',
    pattern: {
      ...complianceChanges,
      detail: { ...complianceChanges.detail, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    },
  },
];

/** GuardDuty User Guide, findings-ai-protection. */
export const modelUseFindings = [
  'Impact:IAMUser/AnomalousModelInvocation',
  'Impact:IAMUser/CostHarvesting',
  'Impact:IAMUser/PromptInjection.Direct',
];

function findingsBus(scope: Construct, zone: LandingZone, here: Places, organizationId: string): CloudwatchEventBus {
  const bus = new CloudwatchEventBus(scope, 'findings-bus', { ...here.home, name: `${zone.name}-findings` });
  new CloudwatchEventBusPolicy(scope, 'findings-bus-policy', {
    ...here.home,
    eventBusName: bus.name,
    policy: policyDocument([
      {
        Sid: 'Organization',
        Effect: 'Allow',
        Principal: anybody,
        Action: 'events:PutEvents',
        Resource: bus.arn,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
      },
    ]),
  });
  return bus;
}

function findingsTopic(scope: Construct, zone: LandingZone, here: Places): SnsTopic {
  // Without a condition: EventBridge drops what a topic grants it under one. EventBridge User Guide, eb-use-resource-based.
  const eventBridge = { Principal: { Service: 'events.amazonaws.com' } };
  const key = new EncryptionKey(scope, 'topic-key', {
    place: here.home,
    alias: `${zone.name}-findings-topic`,
    description: 'Encrypts messages about findings',
    accountId: here.accountId,
    statements: [
      {
        Sid: 'EventBridge',
        Effect: 'Allow',
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
        ...eventBridge,
      },
    ],
  });
  const topic = new SnsTopic(scope, 'findings-topic', {
    ...here.home,
    name: `${zone.name}-findings`,
    kmsMasterKeyId: key.arn,
  });
  new SnsTopicPolicy(scope, 'findings-topic-policy', {
    ...here.home,
    arn: topic.arn,
    policy: policyDocument([
      { Sid: 'EventBridge', Effect: 'Allow', Action: 'sns:Publish', Resource: topic.arn, ...eventBridge },
    ]),
  });
  // Named by the address: by position, all that follow a removed one would have to be confirmed again.
  for (const endpoint of zone.services.notifications.emails)
    new SnsTopicSubscription(scope, `findings-subscription-${digestOf(endpoint)}`, {
      ...here.home,
      topicArn: topic.arn,
      protocol: 'email',
      endpoint,
    });
  return topic;
}
