import { AwsError } from '../../toolkit/errors';
import { putTags, removeTags, type Tags, tagList, tagMap } from '../../toolkit/tags';
import type { ConfigOperations } from './api';
import type { ConfigState } from './state';

const maxTags = 50;

/** Tags of whatever in AWS Config has an ARN. */
export const tagOperations = (state: ConfigState): ConfigOperations => ({
  ListTagsForResource: ({ input }) => ({ Tags: tagList(findTags(state, input.ResourceArn)) }),
  TagResource: ({ input }) => putTags(findTags(state, input.ResourceArn), tagMap(input.Tags), checkNumber),
  UntagResource: ({ input }) => removeTags(findTags(state, input.ResourceArn), input.TagKeys),
});

function findTags(state: ConfigState, arn = ''): Tags {
  const tags = state.tags.get(arn);
  if (tags === undefined) throw new AwsError('ResourceNotFoundException', `ResourceArn '${arn}' does not exist`);
  return tags;
}

function checkNumber({ size }: ReadonlyMap<string, string>): void {
  if (size > maxTags) throw new AwsError('TooManyTagsException', `A resource has at most ${maxTags} tags.`);
}
