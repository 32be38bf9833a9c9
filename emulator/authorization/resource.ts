import { type ActionResourceType, tryActionFacts } from './action-facts';
import type { JudgedCall } from './judged-call';
import { accountOf, type JudgedResource } from './judged-resource';
import { namedResources } from './named-resources';
import type { ResourceDirectory } from './resource-directory';
import { fillTemplate } from './resource-template';

const everything: JudgedResource = { arn: '*', account: undefined, known: true };

/**
 * The resources on which AWS authorises an action of a call. Source of the types of resource and of their ARNs: Service
 * Authorization Reference; of those that a request names in ways of its own: `named-resources.ts`.
 */
export async function resourcesOf(
  action: string,
  call: JudgedCall,
  directory: ResourceDirectory,
): Promise<readonly JudgedResource[]> {
  const named = await namedResources(action, call, directory);
  if (named !== undefined) return named.length > 0 ? named : [everything];
  const { resourceTypes = [] } = (await tryActionFacts(action)) ?? {};
  if (resourceTypes.length === 0) return [everything];
  const found = resourceTypes.flatMap((type) => fillTemplate(type, call).map((filled) => ({ ...filled, type })));
  const told = found.filter(({ told }) => told);
  if (told.length > 0) return told.map(resource);
  const required = found.filter(({ type }: { type: ActionResourceType }) => type.required);
  // Of an action that may be about several kinds of resource, or none, the request does not say about which.
  return required.length > 0 ? required.map(resource) : [{ ...everything, known: !mayBeAboutOne(call) }];
}

/** Lists are of everything, unless they name something. */
const mayBeAboutOne = ({ operation }: JudgedCall): boolean => !/^(List|Describe)/.test(operation);

function resource({ arn }: { readonly arn: string }): JudgedResource {
  return { arn, account: accountOf(arn), known: !arn.includes('*') };
}
