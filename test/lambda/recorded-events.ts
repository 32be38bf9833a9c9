import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigRuleEvent } from '../../lambda/event';

/** An event as Config sends it, from `events/`, with the parameters of the rule replaced. */
export function recordedEvent(name: string, parameters?: Readonly<Record<string, string>>): ConfigRuleEvent {
  const event: ConfigRuleEvent = JSON.parse(readFileSync(join(__dirname, 'events', `${name}.json`), 'utf8'));
  return parameters ? { ...event, ruleParameters: JSON.stringify(parameters) } : event;
}
