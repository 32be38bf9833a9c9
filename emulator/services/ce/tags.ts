import { AwsError } from '../../toolkit/errors';
import { putTags, removeTags, type Tags, tagList, tagMap } from '../../toolkit/tags';
import type { CostExplorerOperations } from './api';
import type { CostExplorerState } from './state';

/** Tags of monitors and subscriptions, by their ARN. */
export const tagOperations = (state: CostExplorerState): CostExplorerOperations => ({
  ListTagsForResource: ({ account, input }) => ({ ResourceTags: tagList(find(state, account, input.ResourceArn)) }),
  TagResource: ({ account, input }) => putTags(find(state, account, input.ResourceArn), tagMap(input.ResourceTags)),
  UntagResource: ({ account, input }) => removeTags(find(state, account, input.ResourceArn), input.ResourceTagKeys),
});

function find({ monitors, subscriptions }: CostExplorerState, account: string, resource: string | undefined): Tags {
  const all = [...monitors.list(account), ...subscriptions.list(account)];
  const found = all.find(({ arn }) => arn === resource);
  if (!found) throw new AwsError('ResourceNotFoundException', `There is no resource ${resource}.`);
  return found.tags;
}
