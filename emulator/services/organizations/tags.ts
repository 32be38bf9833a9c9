import { putTags, removeTags, type Tags, tagList, tagMap } from '../../toolkit/tags';
import type { OrganizationsOperations } from './api';
import { pageOf } from './paging';
import { lookUp, type Organization, type OrganizationsState, violation } from './state';

/** Tags of accounts, units, policies, the root and the resource policy. */
export function tagOperations(state: OrganizationsState): OrganizationsOperations {
  const find = (account: string, id: string | undefined) =>
    lookUp(taggable(state.in(account)), id, 'TargetNotFoundException', 'a target');
  return {
    TagResource: ({ account, input }) => putTags(find(account, input.ResourceId), tagMap(input.Tags), checkNumber),
    UntagResource: ({ account, input }) => removeTags(find(account, input.ResourceId), input.TagKeys),
    ListTagsForResource: ({ account, input }) => {
      const { items, token } = pageOf(tagList(find(account, input.ResourceId)), input);
      return { Tags: items, ...token };
    },
  };
}

function checkNumber({ size }: ReadonlyMap<string, string>): void {
  if (size > 50)
    throw violation('MAX_TAG_LIMIT_EXCEEDED', 'You have exceeded the number of tags allowed on this resource.');
}

/** Everything that can carry tags has an entry, if an empty one. */
function taggable({ tags, rootId, accounts, units, policies, resourcePolicy }: Organization): Map<string, Tags> {
  const ids = [rootId, ...accounts.keys(), ...units.keys(), ...policies.keys()];
  for (const id of resourcePolicy ? [...ids, resourcePolicy.id] : ids) if (!tags.has(id)) tags.set(id, new Map());
  return tags;
}
