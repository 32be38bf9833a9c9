import type { Severity } from '../../schema/forms/notifications';
import { nonCompliance } from '../../stacks/security/compliance-messages';
import {
  accountId,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  type Stack,
  smallZone,
  statements,
  synth,
  synthOne,
} from '../support/synth';
import { sampleSettings, zoneOf } from '../support/zone';

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

const pattern = (stack: string, rule: string) => patternIn(find(stacks, stack), rule);
const patternIn = (stack: Stack, rule: string) =>
  JSON.parse(resource(stack, 'aws_cloudwatch_event_rule', rule).event_pattern);

describe.each([
  {
    stack: 'security',
    events: 'guardduty',
    wanted: { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
  },
  { stack: 'security', events: 'macie', wanted: { source: ['aws.macie'], 'detail-type': ['Macie Finding'] } },
  {
    stack: 'security',
    events: 'access-analyzer',
    wanted: {
      source: ['aws.access-analyzer'],
      'detail-type': ['Access Analyzer Finding', 'Internal Access Finding', 'Unused Access Finding for IAM entities'],
    },
  },
  { stack: 'account-log-archive', events: 'config', wanted: complianceChanges },
])('events of $events', ({ stack, events, wanted }) => {
  const made = find(stacks, stack);
  const account = stack.replace('account-', '');
  const busArn = stack === 'security' ? bus : output('security', 'findings_bus_arn');

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
      arn: busArn,
      role_arn: reference('aws_iam_role.findings-forwarder.arn'),
      depends_on: expect.arrayContaining(['aws_iam_role_policy.findings-forwarder-policy']),
    });
  });

  test('travel by a role that can put events on that bus and do nothing else', () => {
    const { policy } = resource(made, 'aws_iam_role_policy', 'findings-forwarder-policy');
    expect(statements(policy)).toEqual({
      PutEvents: { Sid: 'PutEvents', Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn },
    });
    const { assume_role_policy } = resource(made, 'aws_iam_role', 'findings-forwarder');
    expect(statements(assume_role_policy).Service).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': accountId(account) } },
    });
  });
});

describe('an event that does not reach the findings bus', () => {
  const forwarders = Object.values(stacks).flatMap((stack) =>
    Object.entries(resources(stack, 'aws_cloudwatch_event_target'))
      .filter(([id]) => id.startsWith('forward-'))
      .map(([id, target]) => ({ stack, id, target, place: placeOf(zone, stack, target) })),
  );
  const addressOf = (text: string): string => /\$\{aws_sqs_queue\.(.+)\.arn\}/.exec(text)?.[1] ?? '';

  test('is kept for two weeks where it happened, whichever account and stack it leaves', () => {
    expect(new Set(forwarders.map(({ stack }) => stack)).size).toBeGreaterThan(3);
    for (const { stack, target, place } of forwarders) {
      const queue = resource(stack, 'aws_sqs_queue', addressOf(target.dead_letter_config?.arn));
      expect(placeOf(zone, stack, queue)).toBe(place);
      expect(queue).toMatchObject({ message_retention_seconds: 1_209_600, sqs_managed_sse_enabled: true });
    }
  });

  test.each(zone.regions)('is put into the queue of %s by rules of that account and region alone', (region) => {
    const stack = find(stacks, 'account-log-archive');
    const { policy } = resource(stack, 'aws_sqs_queue', `findings-forwarder-undelivered-${region}`);
    expect(statements(policy).EventBridge).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: {
        ArnLike: {
          'aws:SourceArn': `arn:aws:events:${region}:${accountId('log-archive')}:rule/acme-ai-forward-*`,
        },
      },
    });
    expect(statements(policy).TlsOnly?.Effect).toBe('Deny');
  });

  test('is kept in a queue whose policy stays where an earlier release made it a resource of its own', () => {
    expect(find(stacks, 'security').json.removed).toContainEqual({
      from: 'aws_sqs_queue_policy.findings-undelivered-policy',
      lifecycle: { destroy: false },
    });
  });

  test('leaves the rule of alarms in the security account, which two stacks had by one name, to the one that keeps it', () => {
    for (const region of zone.regions)
      for (const address of [
        `aws_cloudwatch_event_rule.forward-failures-${region}`,
        `aws_cloudwatch_event_target.forward-failures-${region}-target`,
      ])
        expect(find(stacks, 'account-security').json.removed).toContainEqual({
          from: address,
          lifecycle: { destroy: false },
        });
  });

  test('sets off an alarm that a rule of the same place forwards, once', () => {
    for (const place of new Set(forwarders.map((forwarder) => forwarder.place))) {
      const alarms = Object.values(stacks).flatMap((stack) =>
        Object.values(resources(stack, 'aws_cloudwatch_metric_alarm')).filter(
          (alarm) => placeOf(zone, stack, alarm) === place,
        ),
      );
      expect(alarms.map(({ alarm_name }) => alarm_name).join()).toContain('acme-ai-alarm-forward-');
      const names = alarms.map(({ alarm_name }) => alarm_name);
      expect(new Set(names).size).toBe(names.length);
      const told = forwarders.filter(({ id, place: there }) => id.startsWith('forward-failures-') && there === place);
      expect({ place, told: told.length }).toEqual({ place, told: 1 });
    }
  });

  test('in us-east-1 of the management account is told of where no account is governed there, too', () => {
    const european = smallZone({ regions: ['eu-central-1'] });
    const stack = synthOne(european, 'account-management');
    const places = Object.entries(resources(stack, 'aws_cloudwatch_event_rule'))
      .filter(([id]) => id.startsWith('forward-failures-'))
      .map(([, rule]) => placeOf(european, stack, rule));
    expect(places.sort()).toEqual(['management/eu-central-1', 'management/us-east-1']);
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

  test.each(['guardduty', 'macie', 'access-analyzer', 'root-use', 'organization', 'model-approvals', 'model-access'])(
    'sends what a person should see of %s to the topic',
    (events) => {
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
    },
  );

  test('sends GuardDuty findings from the severity of the settings on, and each about model use', () => {
    expect(pattern('security', 'notify-guardduty').detail.$or).toEqual([
      { severity: [{ numeric: ['>=', 4] }] },
      {
        type: [
          { suffix: 'BedrockLoggingDisabled' },
          'Impact:IAMUser/AnomalousModelInvocation',
          'Impact:IAMUser/CostHarvesting',
          'Impact:IAMUser/PromptInjection.Direct',
          'Policy:IAMUser/RootCredentialUsage',
        ],
      },
    ]);
  });

  test('sends of Access Analyzer what everybody can reach, of Macie everything, of Security Hub nothing', () => {
    expect(pattern('security', 'notify-access-analyzer').detail).toEqual({ status: ['ACTIVE'], isPublic: [true] });
    expect(pattern('security', 'notify-macie')).toEqual({ source: ['aws.macie'], 'detail-type': ['Macie Finding'] });
    expect(resources(security, 'aws_cloudwatch_event_rule')).not.toHaveProperty('notify-security-hub');
  });
});

describe('failed controls of Security Hub', () => {
  test('leave the home region, where those of every region are, and those that nobody has dealt with', () => {
    const rules = Object.keys(resources(security, 'aws_cloudwatch_event_rule'));
    expect(rules.filter((rule) => rule.startsWith('forward-security-hub'))).toEqual([
      'forward-security-hub-eu-central-1',
    ]);
    expect(pattern('security', 'forward-security-hub-eu-central-1').detail.findings).toEqual({
      ProductName: ['Security Hub'],
      Compliance: { Status: ['FAILED'] },
      RecordState: ['ACTIVE'],
      Workflow: { Status: ['NEW'] },
    });
  });
});

describe('what thieves of model use do first', () => {
  const member = find(stacks, 'account-log-archive');

  test('reaches the findings bus and the topic from every account and region, reads too', () => {
    const rules = Object.entries(resources(member, 'aws_cloudwatch_event_rule')).filter(([id]) =>
      /model-access/.test(id),
    );
    expect(rules.map(([id]) => id)).toEqual(
      ['eu-central-1', 'eu-west-1', 'us-east-1'].map((region) => `forward-model-access-${region}`),
    );
    const sent = resource(security, 'aws_cloudwatch_event_rule', 'notify-model-access');
    for (const rule of [...rules.map(([, body]) => body), sent])
      expect(rule.state).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(pattern('security', 'notify-model-access')).toEqual(patternIn(member, 'forward-model-access-eu-west-1'));
  });

  test('is to sign for a model or to stop the record, whoever does, and to look for the record with a key of a user', () => {
    const [signs, looks, ...more] = patternIn(member, 'forward-model-access-eu-west-1').detail.$or;
    expect(signs.eventName).toEqual(
      expect.arrayContaining(['PutUseCaseForModelAccess', 'DeleteModelInvocationLoggingConfiguration']),
    );
    expect(signs).not.toHaveProperty('userIdentity');
    expect(looks.eventName).toContain('GetModelInvocationLoggingConfiguration');
    expect(looks.userIdentity).toEqual({ type: ['IAMUser'] });
    expect(more).toEqual([]);
  });
});

describe('what happens in the management account', () => {
  const management = find(stacks, 'account-management');
  const rules = (stack: Stack) =>
    Object.entries(resources(stack, 'aws_cloudwatch_event_rule')).filter(([id]) => /root-use|organization/.test(id));

  test('reaches the findings bus: root users from every region, changes of the organization from where AWS reports them', () => {
    expect(rules(management).map(([id]) => id)).toEqual([
      'forward-organization-us-east-1',
      'forward-root-use-eu-central-1',
      'forward-root-use-eu-west-1',
      'forward-root-use-us-east-1',
    ]);
    const { detail } = patternIn(management, 'forward-root-use-us-east-1');
    expect(detail.$or[0].userIdentity).toEqual({ type: ['Root'], invokedBy: [{ exists: false }] });
    expect(patternIn(management, 'forward-organization-us-east-1').detail.eventName).toEqual(
      expect.arrayContaining(['DetachPolicy', 'LeaveOrganization', 'CloseAccount', 'UpdatePolicy']),
    );
    expect(rules(find(stacks, 'account-log-archive'))).toEqual([]);
  });

  test('is reported from us-east-1 where no account is governed there, too', () => {
    const european = smallZone({ regions: ['eu-central-1'] });
    const stack = synthOne(european, 'account-management');
    const rule = resource(stack, 'aws_cloudwatch_event_rule', 'forward-organization-us-east-1');
    expect(placeOf(european, stack, rule)).toBe('management/us-east-1');
  });
});

describe('what a person is told', () => {
  const told = (change: object) =>
    synthOne(
      smallZone({
        services: { ...sampleSettings().services, notifications: { emails: ['a@example.com'], ...change } },
      }),
      'security',
    );
  const rulesOf = (stack: Stack, prefix: string) =>
    Object.keys(resources(stack, 'aws_cloudwatch_event_rule')).filter((id) => id.startsWith(prefix));
  const governed = zoneOf();
  const patternsFrom = (from: Severity) =>
    nonCompliance(governed, from).map((message) => JSON.stringify(message.pattern));
  const rulesFrom = (from: Severity): readonly string[] =>
    patternsFrom(from).flatMap((text) =>
      JSON.parse(text).detail.configRuleName.map(({ prefix }: { prefix: string }) => prefix),
    );

  test('of compliance is what breaks a control of the severity of the settings: a critical one, by default', () => {
    expect(governed.services.notifications.compliance).toBe('critical');
    const rules = rulesFrom('critical');
    expect(rules).toContain('identity-root-mfa-conformance-pack-');
    expect(rules).not.toContain('data-bucket-versioning-conformance-pack-');
  });

  test('of compliance is more with a lower threshold, in as many patterns as AWS takes', () => {
    const [critical, high, medium] = [rulesFrom('critical'), rulesFrom('high'), rulesFrom('medium')];
    expect(high).toEqual(expect.arrayContaining([...critical]));
    expect(medium).toEqual(expect.arrayContaining([...high]));
    expect(medium).toContain('data-bucket-versioning-conformance-pack-');
    expect(nonCompliance(governed, 'high').map(({ name }) => name)).toEqual(['config', 'config-2']);
    expect(Math.max(...patternsFrom('medium').map(({ length }) => length))).toBeLessThanOrEqual(2048);
  });

  test('of compliance is every change at low: neither what recovered nor what Security Hub reports', () => {
    expect(patternIn(told({ compliance: 'low' }), 'notify-config')).toEqual({
      ...complianceChanges,
      detail: { ...complianceChanges.detail, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    });
  });

  test('is nothing of a source that is off', () => {
    const off = told({ compliance: 'off', macie: 'off', accessAnalyzer: 'off', securityHub: 'off' });
    expect(rulesOf(off, 'notify-')).toEqual([
      'notify-blinding',
      'notify-break-glass',
      'notify-config-delivery',
      'notify-failures',
      'notify-guardduty',
      'notify-health',
      'notify-model-access',
      'notify-model-approvals',
      'notify-organization',
      'notify-root-use',
    ]);
    expect(rulesOf(off, 'forward-')).toHaveLength(5);
  });

  test('begins at the severity of the settings', () => {
    const some = told({ macie: 'medium', securityHub: 'high', accessAnalyzer: 'all' });
    expect(patternIn(some, 'notify-macie').detail).toEqual({ severity: { description: ['Medium', 'High'] } });
    expect(patternIn(some, 'notify-security-hub').detail.findings.Severity).toEqual({ Label: ['HIGH', 'CRITICAL'] });
    expect(patternIn(some, 'notify-access-analyzer').detail).toEqual({ status: ['ACTIVE'] });
  });

  test.each([
    ['critical', ['break-glass', 'health', 'guardduty', 'security-hub'], 9],
    [
      'high',
      [
        'break-glass',
        'health',
        'guardduty',
        'macie',
        'access-analyzer',
        'security-hub',
        'model-access',
        'root-use',
        'organization',
        'blinding',
        'failures',
        'config-delivery',
      ],
      7,
    ],
    [
      'low',
      [
        'break-glass',
        'health',
        'guardduty',
        'macie',
        'access-analyzer',
        'security-hub',
        'config',
        'model-approvals',
        'model-access',
        'root-use',
        'organization',
        'blinding',
        'failures',
        'config-delivery',
      ],
      1,
    ],
  ])('by a route is what is %s of every source', (from, sources, severity) => {
    const routed = told({ routes: [{ name: 'on-call', from, emails: ['on-call@example.com'] }] });
    expect(rulesOf(routed, 'route-on-call-')).toEqual(sources.map((source) => `route-on-call-${source}`).sort());
    expect(patternIn(routed, 'route-on-call-guardduty').detail.$or[0]).toEqual({
      severity: [{ numeric: ['>=', severity] }],
    });
    const target = resource(routed, 'aws_cloudwatch_event_target', 'route-on-call-guardduty-target');
    expect(target.arn).toBe(reference('aws_sns_topic.route-on-call.arn'));
    expect(resource(routed, 'aws_sns_topic', 'route-on-call')).toMatchObject({
      name: 'acme-ai-findings-on-call',
      kms_master_key_id: reference('aws_kms_key.topic-key.arn'),
    });
    const subscriptions = Object.values(resources(routed, 'aws_sns_topic_subscription'));
    expect(subscriptions.map(({ topic_arn, endpoint }) => [topic_arn, endpoint])).toEqual([
      [topic, 'a@example.com'],
      [reference('aws_sns_topic.route-on-call.arn'), 'on-call@example.com'],
    ]);
  });

  test('is kept for two weeks where a topic does not take it, and somebody is told', () => {
    const targets = Object.entries(resources(security, 'aws_cloudwatch_event_target'));
    const queueArn = reference('aws_sqs_queue.findings-undelivered.arn');
    const kept = targets.filter(([, { dead_letter_config }]) => dead_letter_config?.arn === queueArn);
    expect(kept.map(([id]) => id)).toEqual(targets.map(([id]) => id).filter((id) => /^(notify|silence)-/.test(id)));
    expect(resource(security, 'aws_sqs_queue', 'findings-undelivered')).toMatchObject({
      message_retention_seconds: 14 * 24 * 60 * 60,
      sqs_managed_sse_enabled: true,
    });
    const { policy } = resource(security, 'aws_sqs_queue', 'findings-undelivered');
    expect(statements(policy).EventBridge?.Condition.ArnLike['aws:SourceArn']).toMatch(/:rule\/acme-ai-findings\/\*$/);
    const alarm = resource(security, 'aws_cloudwatch_metric_alarm', 'findings-undelivered-alarm');
    expect(alarm).toMatchObject({
      alarm_name: 'acme-ai-alarm-findings-undelivered',
      treat_missing_data: 'notBreaching',
    });
    for (const rule of ['forward-failures-eu-central-1', 'notify-failures'])
      expect(pattern('security', rule).detail).toEqual({
        alarmName: [{ prefix: 'acme-ai-alarm-' }],
        state: { value: ['ALARM'] },
      });
  });

  test('is shown in chat, from where nobody may do anything', () => {
    const slack = { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' };
    const teams = {
      tenant: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      team: '0b1e2c3d-4455-4677-8899-aabbccddeeff',
      channel: '19%3aabc%40thread.tacv2',
    };
    const shown = told({ slack, routes: [{ name: 'on-call', from: 'high', teams }] });
    const common = {
      iam_role_arn: reference('aws_iam_role.findings-chat-role.arn'),
      guardrail_policy_arns: ['arn:aws:iam::aws:policy/AWSDenyAll'],
    };
    expect(resource(shown, 'aws_chatbot_slack_channel_configuration', 'findings-chat-slack')).toMatchObject({
      ...common,
      configuration_name: 'acme-ai-findings-slack',
      slack_team_id: slack.workspace,
      slack_channel_id: slack.channel,
      sns_topic_arns: [topic],
    });
    expect(resource(shown, 'aws_chatbot_teams_channel_configuration', 'route-on-call-chat-teams')).toMatchObject({
      ...common,
      configuration_name: 'acme-ai-findings-on-call-teams',
      tenant_id: teams.tenant,
      team_id: teams.team,
      channel_id: teams.channel,
      sns_topic_arns: [reference('aws_sns_topic.route-on-call.arn')],
    });
    expect(resources(shown, 'aws_iam_role_policy')).not.toHaveProperty('findings-chat-role-policy');
    expect(resources(told({}), 'aws_iam_role')).not.toHaveProperty('findings-chat-role');
  });

  test('is shown in a channel made anew where its workspace, tenant or team is another', () => {
    const slack = { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' };
    const teams = {
      tenant: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      team: '0b1e2c3d-4455-4677-8899-aabbccddeeff',
      channel: '19%3aabc%40thread.tacv2',
    };
    const shown = told({ slack, teams });
    const replacedWith = (type: string, name: string) =>
      resource(shown, type, name).lifecycle.replace_triggered_by.map((address: string) => {
        const [kind = '', id = ''] = address.split('.');
        return resource(shown, kind, id).input;
      });
    expect(replacedWith('aws_chatbot_slack_channel_configuration', 'findings-chat-slack')).toEqual([slack.workspace]);
    expect(replacedWith('aws_chatbot_teams_channel_configuration', 'findings-chat-teams')).toEqual([
      `${teams.tenant}/${teams.team}`,
    ]);
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
      return resources(synthOne(notified, 'security'), 'aws_sns_topic_subscription');
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
