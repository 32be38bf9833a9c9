import type { Handler, Json } from '../../toolkit/untyped';
import { page } from './page';
import { lookUp, type Organization, type OrganizationsState, violation } from './state';

/** The tags of a create request. */
export const tagsOf = (input: Json): Map<string, string> =>
  new Map((input.Tags ?? []).map(({ Key, Value }: Json) => [Key, Value]));

/** Tags of accounts, units, policies, the root and the resource policy. */
export function tagOperations(state: OrganizationsState): Record<string, Handler> {
  const tags = (account: string, input: Json): Map<string, string> => {
    const organization = state.in(account);
    return lookUp(taggable(organization), input.ResourceId, 'TargetNotFoundException', 'a target');
  };
  return {
    TagResource: ({ account, input }) => {
      const kept = tags(account, input);
      const added = tagsOf(input);
      if (new Set([...kept.keys(), ...added.keys()]).size > 50) {
        throw violation('MAX_TAG_LIMIT_EXCEEDED', 'You have exceeded the number of tags allowed on this resource.');
      }
      for (const [key, value] of added) kept.set(key, value);
      return {};
    },
    UntagResource: ({ account, input }) => {
      const kept = tags(account, input);
      for (const key of input.TagKeys) kept.delete(key);
      return {};
    },
    ListTagsForResource: ({ account, input }) => {
      const { items, token } = page([...tags(account, input)], { ...input, MaxResults: 50 });
      return { Tags: items.map(([Key, Value]) => ({ Key, Value })), ...token };
    },
  };
}

/** Everything that can carry tags has an entry, if an empty one. */
function taggable({
  tags,
  rootId,
  accounts,
  units,
  policies,
  resourcePolicy,
}: Organization): Map<string, Map<string, string>> {
  for (const id of [
    rootId,
    ...accounts.keys(),
    ...units.keys(),
    ...policies.keys(),
    ...(resourcePolicy ? [resourcePolicy.id] : []),
  ]) {
    if (!tags.has(id)) tags.set(id, new Map());
  }
  return tags;
}
