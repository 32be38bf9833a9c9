import { accountVerdict, type Check, type CheckInput, type Verdict } from './check';
import { checks } from './checks';
import type { Clients } from './clients';
import { putEvaluations, settled } from './evaluations';
import { type ConfigRuleEvent, type Invocation, parseEvent } from './event';
import { isServiceMissing } from './offered';

/**
 * Runs the check that the rule's parameter `check` names, and reports to Config. Throws where the check is not known, a
 * service does not answer, or Config refuses a result: nothing is ever reported as compliant because of an error.
 */
export async function evaluate(event: ConfigRuleEvent, clients: Clients): Promise<void> {
  const invocation = parseEvent(event);
  await putEvaluations(clients.config, invocation, await verdictsOf(invocation, clients));
}

async function verdictsOf(invocation: Invocation, clients: Clients): Promise<readonly Verdict[]> {
  const { ruleName, accountId, parameters, change } = invocation;
  const check = checkOf(invocation);
  const input: CheckInput = { accountId, parameters, clients };
  if (change === undefined) return onSchedule(check, input, ruleName);
  const { resourceType, resourceId, gone } = change;
  if (gone) return [{ resourceType, resourceId, compliance: 'NOT_APPLICABLE' }];
  if (check.onChange === undefined)
    throw new Error(`The rule ${ruleName}: the check ${parameters.check} runs by a schedule only; take its types away`);
  return [await check.onChange(change, input)];
}

async function onSchedule(check: Check, input: CheckInput, ruleName: string): Promise<readonly Verdict[]> {
  try {
    const current = await check.onSchedule(input);
    // A run without results looks to Config like one that never came.
    const reported =
      current.length > 0 ? current : [accountVerdict(input.accountId, 'NOT_APPLICABLE', 'There is nothing to check.')];
    return await settled(input.clients.config, ruleName, reported);
  } catch (error) {
    if (!isServiceMissing(error)) throw error;
    return [
      accountVerdict(input.accountId, 'NOT_APPLICABLE', `${error.hostname} does not exist: no such service here.`),
    ];
  }
}

function checkOf({ ruleName, parameters: { check: name = '' } }: Invocation): Check {
  const check = checks.get(name);
  if (check) return check;
  throw new Error(
    `The rule ${ruleName} has the parameter check '${name}': use one of ${[...checks.keys()].join(', ')}`,
  );
}
