import { matchesWildcard } from '../../schema/text/wildcard';
import { resources, statements, synth } from '../support/synth';
import { zoneOf } from '../support/zone';

/** The resource that a reference to an attribute leads to. */
const referredIn = (value: string): string => /\$\{\w+\.([\w-]+)\./.exec(value)?.[1] ?? '';

describe('a dead-letter queue', () => {
  const stacks = Object.entries(synth(zoneOf()));

  it('takes from every rule whose target names it: EventBridge tells nobody where a queue refuses', () => {
    const seen = new Set<string>();
    for (const [name, stack] of stacks)
      for (const [id, target] of Object.entries(resources(stack, 'aws_cloudwatch_event_target'))) {
        const queue = referredIn(target.dead_letter_config.arn);
        const rule = resources(stack, 'aws_cloudwatch_event_rule')[referredIn(target.rule)];
        const bus =
          target.event_bus_name === undefined
            ? ''
            : `${resources(stack, 'aws_cloudwatch_event_bus')[referredIn(target.event_bus_name)]?.name}/`;
        const { EventBridge } = statements(resources(stack, 'aws_sqs_queue')[queue]?.policy);
        const admitted: readonly string[] = [EventBridge?.Condition.ArnLike['aws:SourceArn']].flat();
        const behind = admitted.map((arn) => arn.slice(arn.indexOf(':rule/') + 1));
        expect({
          name,
          id,
          is: behind.some((pattern) => matchesWildcard(pattern, `rule/${bus}${rule?.name}`)),
        }).toEqual({ name, id, is: true });
        seen.add(`${name} ${queue}`);
      }
    expect(seen.size).toBeGreaterThan(10);
  });
});
