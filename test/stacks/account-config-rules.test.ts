import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { configRulesPermissions, configRulesZip } from '../../lambda';
import { detectiveControl } from '../support/detective-control';
import {
  accountId,
  find,
  placeOf,
  reference,
  resource,
  resources,
  statements,
  synth,
  synthOne,
} from '../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

const zone = zoneOf({
  accounts: sampleAccounts().filter(({ name, role }) => role || ['sandbox', 'partner'].includes(name)),
  controls: [
    detectiveControl('custom-rule', {
      detect: { lambda: 'some-check', frequency: 'One_Hour' },
      where: { organizationalUnits: ['Sandbox'] },
    }),
    detectiveControl('global-rule', {
      detect: { lambda: 'other-check', frequency: 'One_Hour', regions: 'home' },
      where: { organizationalUnits: ['Security'] },
    }),
    detectiveControl('managed-rule'),
  ],
});
const stacks = synth(zone);
const sandbox = find(stacks, 'account-sandbox');

describe('the function of the custom rules', () => {
  const functions = resources(sandbox, 'aws_lambda_function');
  const regions = ['eu-central-1', 'eu-west-1'];

  test('is in each region of the account where a custom rule runs, once for all rules', () => {
    const places = (stack: typeof sandbox) =>
      Object.values(resources(stack, 'aws_lambda_function')).map((body) => placeOf(zone, stack, body));
    expect(places(sandbox)).toEqual(['sandbox/eu-central-1', 'sandbox/eu-west-1']);
    expect(places(find(stacks, 'account-security'))).toEqual(['security/eu-central-1']);
  });

  test('is not in an account without a custom rule, nor is its role', () => {
    for (const name of ['account-management', 'account-partner']) {
      expect(resources(find(stacks, name), 'aws_lambda_function')).toEqual({});
      expect(resources(find(stacks, name), 'aws_iam_role')).not.toHaveProperty('config-rules-role');
    }
  });

  test.each(regions)('is watched in %s: where it fails, an alarm reaches the findings bus', (region) => {
    expect(resource(sandbox, 'aws_cloudwatch_metric_alarm', `config-rules-alarm-${region}`)).toMatchObject({
      alarm_name: 'acme-ai-alarm-config-rules',
      namespace: 'AWS/Lambda',
      metric_name: 'Errors',
      dimensions: { FunctionName: reference(`aws_lambda_function.config-rules-${region}.function_name`) },
      threshold: 0,
    });
    const { event_pattern } = resource(sandbox, 'aws_cloudwatch_event_rule', `forward-failures-${region}`);
    expect(JSON.parse(event_pattern).detail.alarmName).toEqual([{ prefix: 'acme-ai-alarm-' }]);
  });

  test('that is not there has no alarm', () => {
    const alarms = Object.keys(resources(find(stacks, 'account-management'), 'aws_cloudwatch_metric_alarm'));
    expect(alarms.filter((id) => id.startsWith('config-rules'))).toEqual([]);
  });

  test.each(regions)('has five minutes in %s, and a log that is not kept for ever', (region) => {
    expect(functions[`config-rules-${region}`]).toMatchObject({
      function_name: 'acme-ai-config-rules',
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      memory_size: 256,
      timeout: 300,
      depends_on: [
        `aws_cloudwatch_log_group.config-rules-log-${region}`,
        'aws_iam_role_policy.config-rules-role-policy',
      ],
    });
    expect(resource(sandbox, 'aws_cloudwatch_log_group', `config-rules-log-${region}`)).toMatchObject({
      name: '/aws/lambda/acme-ai-config-rules',
      retention_in_days: 365,
    });
  });

  test('is deployed from a file beside the stack, anew when its content changes', () => {
    const hash = (encoding: 'hex' | 'base64') =>
      createHash('sha256').update(readFileSync(configRulesZip)).digest(encoding);
    for (const body of Object.values(functions))
      expect(body).toMatchObject({
        filename: `assets/config-rules-code/${hash('hex')}/config-rules.zip`,
        source_code_hash: hash('base64'),
      });
  });

  test.each(regions)('may be called in %s by Config for its own account only', (region) => {
    expect(resource(sandbox, 'aws_lambda_permission', `config-rules-permission-${region}`)).toMatchObject({
      action: 'lambda:InvokeFunction',
      function_name: reference(`aws_lambda_function.config-rules-${region}.function_name`),
      principal: 'config.amazonaws.com',
      source_account: accountId('sandbox'),
    });
  });

  test('may read what the checks look at and write its own log, and nothing else', () => {
    const role = resource(sandbox, 'aws_iam_role', 'config-rules-role');
    expect(role.name).toBe('acme-ai-config-rules');
    expect(statements(role.assume_role_policy).Service).toMatchObject({
      Principal: { Service: 'lambda.amazonaws.com' },
    });
    const { Log, ...others } = statements(resource(sandbox, 'aws_iam_role_policy', 'config-rules-role-policy').policy);
    expect(Object.values(others)).toEqual(configRulesPermissions);
    expect(Log).toMatchObject({
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `arn:aws:logs:*:${accountId('sandbox')}:log-group:/aws/lambda/acme-ai-config-rules:*`,
    });
  });
});

describe('the log of the function', () => {
  const writtenWith = (functionLogKey: 'aws-owned' | 'customer-managed') => {
    const { services } = sampleSettings();
    return synthOne(
      zoneOf({
        settings: { services: { ...services, config: { functionLogKey } } },
        accounts: sampleAccounts().filter(({ name, role }) => role || name === 'sandbox'),
        controls: [
          detectiveControl('custom-rule', {
            detect: { lambda: 'some-check', frequency: 'One_Hour' },
            where: { organizationalUnits: ['Sandbox'] },
          }),
        ],
      }),
      'account-sandbox',
    );
  };

  test('is encrypted with a key that AWS owns unless the settings say otherwise', () => {
    for (const stack of [sandbox, writtenWith('aws-owned')]) {
      expect(resources(stack, 'aws_kms_key')).toEqual({});
      for (const log of Object.values(resources(stack, 'aws_cloudwatch_log_group')))
        expect(log).not.toHaveProperty('kms_key_id');
    }
  });

  test('has a key of its own in each region on request, which CloudWatch Logs may use for this log group alone', () => {
    const stack = writtenWith('customer-managed');
    const region = 'eu-west-1';
    const id = `config-rules-log-key-${region}`;
    expect(resource(stack, 'aws_cloudwatch_log_group', `config-rules-log-${region}`).kms_key_id).toBe(
      reference(`aws_kms_key.${id}.arn`),
    );
    const key = resource(stack, 'aws_kms_key', id);
    expect(placeOf(zone, stack, key)).toBe(`sandbox/${region}`);
    expect(key).toMatchObject({ enable_key_rotation: true });
    expect(statements(key.policy).LogGroupEncrypts).toMatchObject({
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Condition: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId('sandbox')}:log-group:/aws/lambda/acme-ai-config-rules`,
        },
      },
    });
  });
});
