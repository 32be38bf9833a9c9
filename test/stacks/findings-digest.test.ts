import { renderedQuotas } from '../../schema/facts/rendered-quotas';
import { rulesBySeverity } from '../../stacks/security/digest-schedule';
import {
  accountId,
  reference,
  resource,
  resources,
  type Stack,
  smallZone,
  statements,
  synthOne,
} from '../support/synth';
import { sampleSettings, zoneOf } from '../support/zone';

const security = (...routes: readonly object[]): Stack =>
  synthOne(
    smallZone({
      services: { ...sampleSettings().services, notifications: { emails: ['a@example.com'], routes } },
    } as Parameters<typeof smallZone>[0]),
    'security',
  );

const daily = { name: 'daily', from: 'low', digest: 'daily', emails: ['b@example.com'] };
const weekly = { name: 'board', from: 'high', digest: 'weekly', emptyDigest: 'skip', emails: ['c@example.com'] };
const stack = security(daily, weekly, { name: 'on-call', from: 'high' });
const arn = (service: string, name: string) => `arn:aws:${service}:eu-central-1:${accountId('security')}:${name}`;
const targets = resources(stack, 'aws_cloudwatch_event_target');
const targetsOf = (route: string) =>
  new Set(
    Object.entries(targets)
      .filter(([id]) => id.startsWith(`route-${route}-`))
      .map(([, { arn: to }]) => to),
  );
const requestOf = (route: string) => JSON.parse(targets[`digest-clock-${route}-target`]?.input);

describe('a route with a digest', () => {
  test('keeps in its queue what another route sends to its topic at once', () => {
    expect([...targetsOf('daily')]).toEqual([reference('aws_sqs_queue.untold-daily.arn')]);
    expect([...targetsOf('board')]).toEqual([reference('aws_sqs_queue.untold-board.arn')]);
    expect([...targetsOf('on-call')]).toEqual([reference('aws_sns_topic.route-on-call.arn')]);
  });

  test('still has its topic, and a dead-letter queue for what its own queue does not take', () => {
    expect(resource(stack, 'aws_sns_topic', 'route-daily').name).toBe('acme-ai-findings-daily');
    for (const [id, { dead_letter_config }] of Object.entries(targets))
      if (/^(route|digest)-/.test(id))
        expect(dead_letter_config.arn).toBe(reference('aws_sqs_queue.findings-undelivered.arn'));
  });

  test('keeps it for two weeks, encrypted by the key of the topics, put in by rules of the findings bus alone', () => {
    const queue = resource(stack, 'aws_sqs_queue', 'untold-daily');
    expect(queue).toMatchObject({
      // The ending of all queues that the control detection-notifications protects.
      name: 'acme-ai-findings-daily-undelivered',
      message_retention_seconds: 14 * 24 * 60 * 60,
      kms_master_key_id: reference('aws_kms_key.topic-key.arn'),
    });
    expect(statements(queue.policy).EventBridge).toMatchObject({
      Action: 'sqs:SendMessage',
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'aws:SourceArn': arn('events', 'rule/acme-ai-findings/*') } },
    });
    expect(statements(queue.policy).TlsOnly?.Effect).toBe('Deny');
    const { EventBridge, LogGroupEncrypts } = statements(resource(stack, 'aws_kms_key', 'topic-key').policy);
    // Under a condition EventBridge delivers nothing to an encrypted queue, and nobody hears of it.
    expect(EventBridge).not.toHaveProperty('Condition');
    expect(LogGroupEncrypts?.Condition.ArnEquals).toEqual({
      'kms:EncryptionContext:aws:logs:arn': arn('logs', 'log-group:/aws/lambda/acme-ai-findings-digest'),
    });
  });

  test('gets what a broken run took back after every run has ended', () => {
    const { timeout } = resource(stack, 'aws_lambda_function', 'digest-function');
    expect(resource(stack, 'aws_sqs_queue', 'untold-daily').visibility_timeout_seconds).toBeGreaterThan(timeout);
  });

  test.each([
    ['daily', 'cron(0 6 * * ? *)', 26 * 3_600],
    ['board', 'cron(0 6 ? * MON *)', (7 * 24 + 2) * 3_600],
  ])('is called by its clock, and goes off where it is late: %s', (route, clock, late) => {
    const rule = resource(stack, 'aws_cloudwatch_event_rule', `digest-clock-${route}`);
    expect(rule).toMatchObject({ schedule_expression: clock, name: `acme-ai-digest-${route}` });
    // Rules with a clock are of the default bus.
    expect(rule).not.toHaveProperty('event_bus_name');
    expect(resource(stack, 'aws_lambda_permission', `digest-clock-${route}-permission`)).toMatchObject({
      principal: 'events.amazonaws.com',
      source_arn: reference(`aws_cloudwatch_event_rule.digest-clock-${route}.arn`),
    });
    expect(resource(stack, 'aws_cloudwatch_metric_alarm', `untold-${route}-alarm`)).toMatchObject({
      alarm_name: `acme-ai-alarm-digest-${route}`,
      metric_name: 'ApproximateAgeOfOldestMessage',
      threshold: late,
    });
  });

  test('says to the function what is due', () => {
    expect(requestOf('board')).toEqual({
      zone: 'acme-ai',
      route: 'board',
      every: 'week',
      empty: 'skip',
      queueUrl: reference('aws_sqs_queue.untold-board.url'),
      topicArn: arn('sns', 'acme-ai-findings-board'),
      // The zone of this test has no controls.
      rules: {},
    });
    expect(requestOf('daily')).toMatchObject({ every: 'day', empty: 'send' });
  });
});

describe('the function of digests', () => {
  test('is one for all routes, without reserved concurrency, which a young account does not have', () => {
    expect(Object.keys(resources(stack, 'aws_lambda_function'))).toEqual(['digest-function']);
    expect(resource(stack, 'aws_lambda_function', 'digest-function')).not.toHaveProperty(
      'reserved_concurrent_executions',
    );
  });

  test('takes from the queues of digests, publishes to their topics, uses the key of both and writes its log', () => {
    const { TakeWhatWaits, Tell, Encrypted, Log, ...more } = statements(
      resource(stack, 'aws_iam_role_policy', 'digest-role-policy').policy,
    );
    expect(more).toEqual({});
    expect(TakeWhatWaits?.Resource).toEqual(
      [arn('sqs', 'acme-ai-findings-board-undelivered'), arn('sqs', 'acme-ai-findings-daily-undelivered')]
        .sort()
        .reverse(),
    );
    expect(Tell?.Resource).toEqual([arn('sns', 'acme-ai-findings-daily'), arn('sns', 'acme-ai-findings-board')]);
    expect(Encrypted?.Resource).toBe(reference('aws_kms_key.topic-key.arn'));
    expect(Log?.Resource).toBe(arn('logs', 'log-group:/aws/lambda/acme-ai-findings-digest:*'));
  });

  test('goes off where it fails, and keeps its log for a year under the same key', () => {
    expect(resource(stack, 'aws_cloudwatch_metric_alarm', 'digest-function-alarm')).toMatchObject({
      alarm_name: 'acme-ai-alarm-digest',
      metric_name: 'Errors',
      threshold: 0,
    });
    expect(resource(stack, 'aws_cloudwatch_log_group', 'digest-log')).toMatchObject({
      retention_in_days: 365,
      kms_key_id: reference('aws_kms_key.topic-key.arn'),
    });
  });

  test('is not there where no route has a digest', () => {
    const without = security({ name: 'on-call', from: 'high' });
    for (const type of ['aws_lambda_function', 'aws_lambda_permission']) expect(resources(without, type)).toEqual({});
    expect(statements(resource(without, 'aws_kms_key', 'topic-key').policy)).not.toHaveProperty('LogGroupEncrypts');
  });
});

describe('what the schedule says of Config rules', () => {
  const rules = rulesBySeverity(zoneOf());

  test('is the severity of their controls, the worst where a rule detects for several', () => {
    expect(rules.critical).toContain('identity-root-mfa');
    expect(rules.medium).toContain('data-bucket-versioning');
    const named = Object.values(rules).flat();
    expect(new Set(named).size).toBe(named.length);
  });

  test('fits what EventBridge takes, with room for controls of your own', () => {
    expect(JSON.stringify(rules).length).toBeLessThan(renderedQuotas.targetInput.value * 0.75);
  });
});
