import { names } from '../../schema/facts/names';
import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const disable = 'events:DisableRule';
const unsubscribe = 'sns:Unsubscribe';
const subscribe = 'sns:Subscribe';
const filter = 'sns:SetSubscriptionAttributes';
const mute = 'chatbot:DeleteSlackChannelConfiguration';
const events = 'arn:aws:events:eu-central-1:111122223333';

/** What makes a message not come, or what it was about be lost. */
const silencing = [
  'chatbot:DeleteMicrosoftTeamsChannelConfiguration',
  mute,
  'chatbot:UpdateMicrosoftTeamsChannelConfiguration',
  'chatbot:UpdateSlackChannelConfiguration',
  'cloudwatch:DeleteAlarms',
  'cloudwatch:PutMetricAlarm',
  'events:DeleteEventBus',
  'events:DeleteRule',
  disable,
  'events:PutRule',
  'events:PutTargets',
  'events:RemoveTargets',
  'events:UpdateEventBus',
  'sns:AddPermission',
  'sns:DeleteTopic',
  // It can refuse messages, or black parts of them out.
  'sns:PutDataProtectionPolicy',
  'sns:RemovePermission',
  // A filter policy drops messages without a word.
  filter,
  'sns:SetTopicAttributes',
  // Whoever listens knows what was seen, and what was not.
  subscribe,
  unsubscribe,
  'sqs:AddPermission',
  'sqs:DeleteQueue',
  // What is in the queue is all that is left of a finding.
  'sqs:PurgeQueue',
  'sqs:RemovePermission',
  'sqs:SetQueueAttributes',
];

export default defineControl(({ name }) => ({
  id: 'detection-notifications',
  title: 'Nobody cuts the path of a finding to a person',
  why: 'Every detector may be on, and yet nobody hears of a finding once the rule or the topic in between is gone.',
  fix: 'Change who is told, and of what, in services.notifications of accounts/landing-zone.ts.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: silencing,
        Resource: [
          `arn:aws:events:*:*:event-bus/${name}-*`,
          // A rule of another bus than the default one has the bus before its name, and its bus begins likewise.
          `arn:aws:events:*:*:rule/${name}-*`,
          `arn:aws:sns:*:*:${name}-*`,
          `arn:aws:sqs:*:*:${name}-*-undelivered`,
          `arn:aws:cloudwatch:*:*:alarm:${name}-alarm-*`,
          `arn:aws:chatbot::*:chat-configuration/*/${name}-*`,
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment keeps a finding from the people who are told',
      deny: {
        Action: ['sns:DeleteTopic', 'sns:SetSubscriptionAttributes', 'sns:SetTopicAttributes', 'sns:Unsubscribe'],
        Resource: `arn:aws:sns:*:*:${names.findings({ name })}`,
      },
      exempt: ['deployRole'],
    },
    {
      that: 'Nobody else stops the rules that pass it on',
      deny: {
        Action: ['events:DeleteRule', 'events:DisableRule', 'events:RemoveTargets'],
        Resource: `arn:aws:events:*:*:rule/${names.forwardingRule({ name }, 'config')}`,
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-5', 'IR-6', 'SI-4(5)']),
    judged('hipaa', ['164.308(a)(6)(ii)']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.2', 'CC7.3']),
    judged('eu-ai-act', ['Art. 26(5)', 'Art. 73']),
    judged('iso-42001', ['A.8.4']),
    judged('nist-ai-rmf', ['MANAGE 4.1', 'MANAGE 4.3']),
    judged('pci-dss', ['10.7.2']),
  ],
  examples: examplesOf(name),
}));

const topicOf = (name: string): string => `arn:aws:sns:eu-central-1:111122223333:${names.findings({ name })}`;

const queueOf = (name: string): string =>
  `arn:aws:sqs:eu-central-1:111122223333:${names.unforwarded({ name }, 'compliance')}`;

const examplesOf = (name: string) => [
  {
    when: 'the rule that forwards changes of compliance is disabled',
    action: disable,
    resource: `${events}:rule/${names.forwardingRule({ name }, 'config')}`,
    denied: true,
  },
  {
    when: 'the rule is on the findings bus',
    action: disable,
    resource: `${events}:rule/${names.findings({ name })}/${names.notifyingRule({ name }, 'guardduty')}`,
    denied: true,
  },
  { when: 'somebody takes an address off the topic', action: unsubscribe, resource: topicOf(name), denied: true },
  { when: 'somebody listens to what was found', action: subscribe, resource: topicOf(name), denied: true },
  { when: 'somebody filters what an address is sent', action: filter, resource: topicOf(name), denied: true },
  {
    when: 'somebody takes the channel away that shows findings',
    action: mute,
    resource: `arn:aws:chatbot::111122223333:chat-configuration/slack-channel/${names.findings({ name })}-slack`,
    denied: true,
  },
  {
    when: 'the alarm goes that says that a check fails',
    action: 'cloudwatch:DeleteAlarms',
    resource: `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:${names.alarm({ name }, 'config-rules')}`,
    denied: true,
  },
  { when: 'the queue goes that keeps lost events', action: 'sqs:DeleteQueue', resource: queueOf(name), denied: true },
  { when: 'it takes no lost events', action: 'sqs:RemovePermission', resource: queueOf(name), denied: true },
  { when: 'the lost events are thrown away', action: 'sqs:PurgeQueue', resource: queueOf(name), denied: true },
  { when: 'a lost event is read and taken out', action: 'sqs:DeleteMessage', resource: queueOf(name), denied: false },
  {
    when: 'a team takes its own channel away',
    action: mute,
    resource: 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/deployments',
    denied: false,
  },
  {
    when: 'the landing zone replaces a rule',
    action: disable,
    resource: `${events}:rule/${names.forwardingRule({ name }, 'config')}`,
    principal: 'deployRole',
    denied: false,
  },
  {
    when: 'the rule belongs to a team',
    action: disable,
    resource: `${events}:rule/nightly-training`,
    denied: false,
  },
];
