import { readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { putTags, removeTags, type Tags, tagList, tagMap } from '../../toolkit/tags';
import type { AthenaOperations } from './api';
import type { AthenaState } from './state';

/** Tags, which of all things here only workgroups have. */
export const tagOperations = (state: AthenaState): AthenaOperations => ({
  ListTagsForResource: (call) => ({ Tags: tagList(find(state, call, call.input.ResourceARN)) }),
  TagResource: (call) => putTags(find(state, call, call.input.ResourceARN), tagMap(call.input.Tags)),
  UntagResource: (call) => removeTags(find(state, call, call.input.ResourceARN), call.input.TagKeys),
});

function find(state: AthenaState, scope: Scope, arn = ''): Tags {
  const [, name] = /^workgroup\/(.+)$/.exec(readArn(arn).resource) ?? [];
  return state.find(scope, name).tags;
}
