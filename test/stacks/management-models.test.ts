import { matches } from '../support/event-pattern';
import { everyRegion, find, placeOf, resource, resources, smallZone, synth } from '../support/synth';

const zone = smallZone({ regions: everyRegion });
const stacks = synth(zone);
const management = find(stacks, 'account-management');
const alarm = (name: string) => resource(management, 'aws_cloudwatch_metric_alarm', name);

describe('a call of a model in the management account', () => {
  it.each([
    ['management-models', 'SELECT SUM(Invocations) FROM SCHEMA("AWS/Bedrock", ModelId)'],
    ['management-mantle', 'SELECT SUM(Inferences) FROM SCHEMA("AWS/BedrockMantle", Model)'],
  ])('sets off %s with the first of five minutes, in every region', (name, expression) => {
    for (const region of everyRegion) {
      const body = alarm(`${name}-${region}`);
      expect(body).toMatchObject({
        metric_query: [{ expression, period: 300, return_data: true }],
        comparison_operator: 'GreaterThanThreshold',
        threshold: 0,
        evaluation_periods: 1,
        treat_missing_data: 'notBreaching',
      });
      expect(placeOf(zone, management, body)).toBe(`management/${region}`);
    }
  });

  it('reaches the findings bus by the rule for alarms of the landing zone', () => {
    const { event_pattern } = resource(management, 'aws_cloudwatch_event_rule', 'forward-failures-eu-west-1');
    expect(
      matches(JSON.parse(event_pattern), {
        source: 'aws.cloudwatch',
        'detail-type': 'CloudWatch Alarm State Change',
        detail: { alarmName: alarm('management-models-eu-west-1').alarm_name, state: { value: 'ALARM' } },
      }),
    ).toBe(true);
  });

  it('is told from us-east-1 where no account is governed there, too', () => {
    const european = find(synth(smallZone({ regions: ['eu-central-1'] })), 'account-management');
    const names = Object.keys(resources(european, 'aws_cloudwatch_metric_alarm'));
    expect(names).toEqual(expect.arrayContaining(['management-models-eu-central-1', 'management-models-us-east-1']));
  });

  it('is no matter of other accounts, where policies deny it or the record has it', () => {
    const others = Object.entries(stacks).filter(([name]) => name !== 'account-management');
    const named = others.flatMap(([, stack]) => Object.keys(resources(stack, 'aws_cloudwatch_metric_alarm')));
    expect(named.filter((name) => name.startsWith('management-'))).toEqual([]);
  });
});
