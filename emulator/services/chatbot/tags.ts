import { putTags, removeTags, type Tags, tagMap } from '../../toolkit/tags';
import type { ChatOperations } from './api';
import { notFound } from './errors';

/** Tags of channels, by their ARN. */
export const tagOperations = (
  tryTags: (account: string, arn: string | undefined) => Tags | undefined,
): ChatOperations => {
  const find = (account: string, arn: string | undefined): Tags => {
    const tags = tryTags(account, arn);
    if (!tags) throw notFound(arn);
    return tags;
  };
  return {
    ListTagsForResource: ({ account, input }) => ({
      Tags: [...find(account, input.ResourceARN)].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    }),
    TagResource: ({ account, input: { ResourceARN, Tags = [] } }) =>
      putTags(
        find(account, ResourceARN),
        tagMap(Tags.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }))),
      ),
    UntagResource: ({ account, input }) => removeTags(find(account, input.ResourceARN), input.TagKeys),
  };
};
