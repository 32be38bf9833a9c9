import type { Scope } from '../../toolkit/call';
import { putTags, removeTags, type Tags, tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { MacieOperations } from './api';
import { notFound } from './errors';
import type { MacieState } from './state';

/** Tags of whatever in Macie has an ARN. */
export const tagOperations = (state: MacieState): MacieOperations => ({
  ListTagsForResource: (call) => ({ tags: tagRecord(find(state, call, call.input.resourceArn)) }),
  TagResource: (call) => putTags(find(state, call, call.input.resourceArn), tagsOfRecord(call.input.tags)),
  UntagResource: (call) => removeTags(find(state, call, call.input.resourceArn), call.input.tagKeys),
});

function find(state: MacieState, { account, region }: Scope, resourceArn: string | undefined): Tags {
  const tagged = [
    ...state.jobs.list(account, region),
    ...state.identifiers.list(account, region),
    ...state.filters.list(account, region),
    ...state.members.list(region, account),
  ].find(({ arn }) => arn === resourceArn);
  if (tagged === undefined) throw notFound();
  return tagged.tags;
}
