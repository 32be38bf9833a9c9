import type { Call, Handler } from './untyped';

/** The operations on tags of a JSON service that lists them as key and value, for what `find` finds or refuses. */
export const resourceTagOperations = (
  find: (call: Call) => { readonly tags: Map<string, string> },
): Record<string, Handler> => ({
  ListTagsForResource: (call) => ({ ResourceTags: [...find(call).tags].map(([Key, Value]) => ({ Key, Value })) }),
  TagResource: (call) => {
    for (const { Key, Value } of call.input.ResourceTags) find(call).tags.set(Key, Value);
    return {};
  },
  UntagResource: (call) => {
    for (const key of call.input.ResourceTagKeys) find(call).tags.delete(key);
    return {};
  },
});
