import { stacksWithBedrock } from '../../support/bedrock';
import { everyRegion, find, resources } from '../../support/synth';

const alarmsOf = (bedrock: object) =>
  Object.fromEntries(
    Object.entries(
      resources(find(stacksWithBedrock(bedrock, { regions: everyRegion }), 'ai-models'), 'aws_cloudwatch_metric_alarm'),
    ).filter(([id]) => id.startsWith('bedrock-')),
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

  test('are not there where nobody calls models', () => {
    expect(alarmsOf({ invocationLogging: { on: false } })).toEqual({});
  });
});
