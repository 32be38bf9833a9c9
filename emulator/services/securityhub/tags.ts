import { readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { putTags, removeTags, type Tags, tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { SecurityHubOperations } from './api';
import { notFound } from './errors';
import type { SecurityHubState } from './state';

/** Tags of hubs and configuration policies, by ARN. */
export const tagOperations = (state: SecurityHubState): SecurityHubOperations => ({
  ListTagsForResource: (call) => ({ Tags: tagRecord(find(state, call, call.input.ResourceArn)) }),
  TagResource: (call) => putTags(find(state, call, call.input.ResourceArn), tagsOfRecord(call.input.Tags)),
  UntagResource: (call) => removeTags(find(state, call, call.input.ResourceArn), call.input.tagKeys),
});

function find(state: SecurityHubState, scope: Scope, resourceArn: string | undefined): Tags {
  const own = state.policies.list().filter(({ arn }) => readArn(arn).account === scope.account);
  const tagged = [state.hubs.get(scope.account, scope.region), ...own].find((one) => one?.arn === resourceArn);
  if (tagged === undefined) throw notFound(`Resource ${resourceArn} not found`);
  return tagged.tags;
}
