import { putTags, removeTags, tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { AnalyzerOperations } from './api';
import type { AccessAnalyzerState } from './state';

/** Tags of analyzers. */
export const tagOperations = (state: AccessAnalyzerState): AnalyzerOperations => ({
  ListTagsForResource: (call) => ({ tags: tagRecord(state.findByArn(call, call.input.resourceArn).tags) }),
  TagResource: (call) => putTags(state.findByArn(call, call.input.resourceArn).tags, tagsOfRecord(call.input.tags)),
  UntagResource: (call) => removeTags(state.findByArn(call, call.input.resourceArn).tags, call.input.tagKeys),
});
