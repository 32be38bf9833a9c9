import {
  accountId,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synth,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion });
const stacks = synth(zone);
const security = find(stacks, 'security');
const bus = reference('aws_cloudwatch_event_bus.findings-bus.arn');
const topic = reference('aws_sns_topic.findings-topic.arn');

/** Every change of compliance, but for the rules that Security Hub makes for its standards and reports itself. */
const complianceChanges = {
  source: ['aws.config'],
  'detail-type': ['Config Rules Compliance Change'],
  detail: { configRuleName: [{ 'anything-but': { prefix: 'securityhub-' } }] },
};

const pattern = (stack: string, rule: string) =>
  JSON.parse(resource(find(stacks, stack), 'aws_cloudwatch_event_rule', rule).event_pattern);

describe.each([
  {
    stack: 'security',
    events: 'guardduty',
    wanted: { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
  },
  { stack: 'security', events: 'macie', wanted: { source: ['aws.macie'], 'detail-type': ['Macie Finding'] } },
  { stack: 'account-log-archive', events: 'config', wanted: complianceChanges },
])('events of $events', ({ stack, events, wanted }) => {
  const made = find(stacks, stack);
  const account = stack.replace('account-', '');

  test.each(zone.regions)('leave %s for the findings bus', (region) => {
    const rule = resource(made, 'aws_cloudwatch_event_rule', `forward-${events}-${region}`);
    const target = resource(made, 'aws_cloudwatch_event_target', `forward-${events}-${region}-target`);
    for (const body of [rule, target]) {
      expect(placeOf(zone, made, body)).toBe(`${account}/${region}`);
      expect(body).not.toHaveProperty('event_bus_name');
    }
    expect(pattern(stack, `forward-${events}-${region}`)).toEqual(wanted);
    expect(target).toMatchObject({
      rule: reference(`aws_cloudwatch_event_rule.forward-${events}-${region}.name`),
      arn: stack === 'security' ? bus : output('security', 'findings_bus_arn'),
      role_arn: reference('aws_iam_role.findings-forwarder.arn'),
      depends_on: ['aws_iam_role_policy.findings-forwarder-policy'],
    });
  });

  test('travel by a role that can put events on that bus and do nothing else', () => {
    const arn = stack === 'security' ? bus : output('security', 'findings_bus_arn');
    const { policy } = resource(made, 'aws_iam_role_policy', 'findings-forwarder-policy');
    expect(statements(policy)).toEqual({
      PutEvents: { Sid: 'PutEvents', Effect: 'Allow', Action: 'events:PutEvents', Resource: arn },
    });
    const { assume_role_policy } = resource(made, 'aws_iam_role', 'findings-forwarder');
    expect(statements(assume_role_policy).Service).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': accountId(account) } },
    });
  });
});

describe('the findings bus', () => {
  test('takes events from the organization only', () => {
    expect(statements(resource(security, 'aws_cloudwatch_event_bus_policy', 'findings-bus-policy').policy)).toEqual({
      Organization: {
        Sid: 'Organization',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'events:PutEvents',
        Resource: bus,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': output('management', 'organization_id') } },
      },
    });
  });

  test.each(['guardduty', 'macie', 'config'])('sends what a person should see of %s to the topic', (events) => {
    const busName = reference('aws_cloudwatch_event_bus.findings-bus.name');
    expect(resource(security, 'aws_cloudwatch_event_rule', `notify-${events}`).event_bus_name).toBe(busName);
    const target = resource(security, 'aws_cloudwatch_event_target', `notify-${events}-target`);
    expect(target).toMatchObject({
      event_bus_name: busName,
      rule: reference(`aws_cloudwatch_event_rule.notify-${events}.name`),
      arn: topic,
    });
    // EventBridge reaches a topic by the topic's policy: a role makes deliveries to an encrypted topic fail.
    expect(target).not.toHaveProperty('role_arn');
  });

  test('sends GuardDuty findings from the severity of the settings on, and each about model use', () => {
    expect(pattern('security', 'notify-guardduty').detail.$or).toEqual([
      { severity: [{ numeric: ['>=', 4] }] },
      {
        type: [
          { suffix: 'BedrockLoggingDisabled' },
          'Impact:IAMUser/AnomalousModelInvocation',
          'Impact:IAMUser/CostHarvesting',
          'Impact:IAMUser/PromptInjection.Direct',
        ],
      },
    ]);
  });

  test('sends of Config what became non-compliant, and neither what recovered nor what Security Hub reports', () => {
    expect(pattern('security', 'notify-config')).toEqual({
      ...complianceChanges,
      detail: { ...complianceChanges.detail, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    });
  });
});

describe('the findings topic', () => {
  // EventBridge delivers nothing to a topic, or by a key, that is granted to it under a condition.
  const eventBridge = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' } };

  test('is encrypted by a key that EventBridge may use, without a condition', () => {
    expect(resource(security, 'aws_sns_topic', 'findings-topic').kms_master_key_id).toBe(
      reference('aws_kms_key.topic-key.arn'),
    );
    const { OwnerByIam: _owner, ...key } = statements(resource(security, 'aws_kms_key', 'topic-key').policy);
    expect(key).toEqual({
      EventBridge: {
        Sid: 'EventBridge',
        ...eventBridge,
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
      },
    });
  });

  test('takes messages by TLS and from EventBridge only, without a condition', () => {
    expect(statements(resource(security, 'aws_sns_topic_policy', 'findings-topic-policy').policy)).toEqual({
      EventBridge: { Sid: 'EventBridge', ...eventBridge, Action: 'sns:Publish', Resource: topic },
      TlsOnly: {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'sns:Publish',
        Resource: topic,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    });
  });

  test('reaches each address of the settings', () => {
    const emails = sampleSettings().services.notifications.emails;
    const subscriptions = Object.values(resources(security, 'aws_sns_topic_subscription'));
    expect(subscriptions.map(({ protocol, endpoint, topic_arn }) => ({ protocol, endpoint, topic_arn }))).toEqual(
      emails.map((endpoint) => ({ protocol: 'email', endpoint, topic_arn: topic })),
    );
  });

  test('keeps the subscription of an address when another one comes or goes, because a new one has to be confirmed', () => {
    const subscriptions = (...emails: string[]) => {
      const notified = smallZone({ services: { ...sampleSettings().services, notifications: { emails } } });
      return resources(find(synth(notified), 'security'), 'aws_sns_topic_subscription');
    };
    const [first, second, third] = ['a@example.com', 'b@example.com', 'c@example.com'] as const;
    const both = subscriptions(first, second);
    expect(
      Object.values(both)
        .map(({ endpoint }) => endpoint)
        .sort(),
    ).toEqual([first, second]);
    expect(subscriptions(second, third)).toMatchObject(
      Object.fromEntries(Object.entries(both).filter(([, { endpoint }]) => endpoint === second)),
    );
    expect(Object.keys(subscriptions(second, first))).toEqual(Object.keys(both));
  });
});
