import type { SettingsSpec } from '../../../schema/forms/settings';
import { stacksWithBedrock } from '../../support/bedrock';
import { everyRegion, find, resources } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const alarmsOf = (bedrock: object, settings: Partial<SettingsSpec> = { regions: everyRegion }) =>
  Object.fromEntries(
    Object.entries(
      resources(find(stacksWithBedrock(bedrock, settings), 'ai-models'), 'aws_cloudwatch_metric_alarm'),
    ).filter(([id]) => /^(bedrock|mantle)-/.test(id)),
  );

describe('alarms on the use of models', () => {
  const alarms = alarmsOf({});

  test('tell in each region of errors and throttles, and of a record that is not delivered', () => {
    expect(Object.keys(alarms).sort()).toEqual(
      ['errors', 'record', 'throttles']
        .flatMap((word) => everyRegion.map((region) => `bedrock-${word}-${region}`))
        .sort(),
    );
  });

  test('count all models together in an hour, whichever there are', () => {
    expect(alarms['bedrock-throttles-eu-west-1']).toMatchObject({
      metric_query: [
        {
          expression: 'SELECT SUM(InvocationThrottles) FROM SCHEMA("AWS/Bedrock", ModelId)',
          period: 3_600,
          return_data: true,
        },
      ],
      comparison_operator: 'GreaterThanThreshold',
      threshold: 1_000,
      treat_missing_data: 'notBreaching',
    });
    expect(alarms['bedrock-record-eu-west-1']?.threshold).toBe(0);
  });

  test('reach the findings bus like all alarms of the landing zone', () => {
    for (const { alarm_name } of Object.values(alarms)) expect(alarm_name).toMatch(/^acme-ai-alarm-bedrock-/);
  });

  test('go off where the account says, and not where it says off', () => {
    const own = alarmsOf({ alarms: { clientErrorsPerHour: 5, throttlesPerHour: 'off', invocationsPerHour: 20_000 } });
    expect(own['bedrock-errors-eu-west-1']?.threshold).toBe(5);
    expect(own['bedrock-invocations-eu-west-1']?.threshold).toBe(20_000);
    expect(own).not.toHaveProperty('bedrock-throttles-eu-west-1');
  });

  test('count the calls of bedrock-mantle by themselves where it is approved', () => {
    const approved = { ...sampleSettings().ai, approvedServices: ['bedrock-mantle' as const] };
    const own = alarmsOf({ alarms: { invocationsPerHour: 500 } }, { ai: approved });
    expect(Object.keys(own).filter((id) => id.startsWith('mantle-'))).toEqual([
      'mantle-errors-eu-central-1',
      'mantle-inferences-eu-central-1',
    ]);
    expect(own['mantle-inferences-eu-central-1']).toMatchObject({
      alarm_name: 'acme-ai-alarm-mantle-inferences',
      metric_query: [{ expression: 'SELECT SUM(Inferences) FROM SCHEMA("AWS/BedrockMantle", Model)', period: 3_600 }],
      threshold: 500,
    });
    expect(own['mantle-errors-eu-central-1']?.threshold).toBe(1_000);
  });

  test('are not there where nobody calls models', () => {
    expect(alarmsOf({ invocationLogging: { on: false } })).toEqual({});
  });
});
