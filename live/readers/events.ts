import {
  DescribeEventBusCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
} from '@aws-sdk/client-eventbridge';
import type { Place } from '../live-aws';
import { type Attributes, type Reader, snake, text } from '../reader';

const bus: Reader = {
  async read(at, wanted) {
    const { Name, Arn } = await at.ask(EventBridgeClient, new DescribeEventBusCommand({ Name: text(wanted, 'name') }));
    return { name: Name, arn: Arn };
  },
};

const busPolicy: Reader = {
  async read(at, { event_bus_name }) {
    const { Policy } = await at.ask(EventBridgeClient, new DescribeEventBusCommand({ Name: String(event_bus_name) }));
    return Policy ? { event_bus_name, policy: Policy } : undefined;
  },
};

const busOf = ({ event_bus_name }: Attributes): string | undefined =>
  event_bus_name === undefined || event_bus_name === 'default' ? undefined : String(event_bus_name);

/** The SDK has no paginator of it. */
async function rulesOf(at: Place, EventBusName: string | undefined): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  let NextToken: string | undefined;
  do {
    const page = await at.ask(EventBridgeClient, new ListRulesCommand({ EventBusName, NextToken }));
    rules.push(...(page.Rules ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return rules;
}

const rule: Reader = {
  async read(at, wanted) {
    const found = (await rulesOf(at, busOf(wanted))).find(({ Name }) => Name === wanted.name);
    return (
      found && {
        name: found.Name,
        arn: found.Arn,
        description: found.Description,
        event_bus_name: wanted.event_bus_name,
        event_pattern: found.EventPattern,
        schedule_expression: found.ScheduleExpression,
        state: found.State,
      }
    );
  },
  also: ({ state = 'ENABLED' }) => ({ state }),
};

const target: Reader = {
  async read(at, wanted) {
    const asked = { Rule: text(wanted, 'rule'), EventBusName: busOf(wanted) };
    const { Targets = [] } = await at.ask(EventBridgeClient, new ListTargetsByRuleCommand(asked));
    const found = Targets.find(({ Id }) => Id === wanted.target_id);
    if (!found) return undefined;
    const { Arn, Input, RoleArn, DeadLetterConfig, InputTransformer } = found;
    return {
      rule: wanted.rule,
      event_bus_name: wanted.event_bus_name,
      target_id: wanted.target_id,
      arn: Arn,
      input: Input,
      role_arn: RoleArn,
      dead_letter_config: snake(DeadLetterConfig),
      input_transformer: InputTransformer && {
        input_paths: InputTransformer.InputPathsMap,
        input_template: InputTransformer.InputTemplate,
      },
    };
  },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_cloudwatch_event_bus: bus,
  aws_cloudwatch_event_bus_policy: busPolicy,
  aws_cloudwatch_event_rule: rule,
  aws_cloudwatch_event_target: target,
};
