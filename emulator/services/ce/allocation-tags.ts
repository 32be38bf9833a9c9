import type { CostAllocationTagStatus, UpdateCostAllocationTagsStatusError } from '@aws-sdk/client-cost-explorer';
import { AwsError } from '../../toolkit/errors';
import { guarded, type Handlers } from '../../toolkit/service';
import type { CostExplorerOperations, Shape } from './api';
import { invalid } from './errors';
import type { CostExplorerState } from './state';

/** Source: Cost Explorer API Reference, UpdateCostAllocationTagsStatus. */
const largestBatch = 20;

/** Tags by which the bill is split: of the account that pays, and only those that something billed has carried. */
export function allocationTagOperations(state: CostExplorerState): Handlers {
  const { world, allocationTags } = state;
  const operations: CostExplorerOperations = {
    ListCostAllocationTags: ({ input: { TagKeys, Status, Type } }) => ({
      CostAllocationTags:
        Type === 'AWSGenerated'
          ? []
          : [...allocationTags]
              .filter(([key, status]) => (TagKeys?.includes(key) ?? true) && (Status ?? status) === status)
              .map(([TagKey, status]) => ({ TagKey, Type: 'UserDefined', Status: status })),
    }),
    UpdateCostAllocationTagsStatus: ({ input: { CostAllocationTagsStatus: entries = [] } }) => {
      if (entries.length === 0 || entries.length > largestBatch)
        throw invalid(`Between 1 and ${largestBatch} tags are updated at once, and not ${entries.length}`);
      return {
        Errors: entries.flatMap(({ TagKey = '', Status }): Shape<UpdateCostAllocationTagsStatusError>[] => {
          // AWS documents that there is a code, and not which ones.
          if (!world.settings.billedTags && !allocationTags.has(TagKey))
            return [{ TagKey, Code: 'TagKeysNotFound', Message: `Tag keys not found: ${TagKey}` }];
          allocationTags.set(TagKey, checkedStatus(Status));
          return [];
        }),
      };
    },
  };
  return guarded(operations, ({ account }) => {
    if (account !== world.settings.managementAccount)
      throw new AwsError('AccessDeniedException', "Linked account doesn't have access to cost allocation tags.");
  });
}

function checkedStatus(status: CostAllocationTagStatus | undefined): CostAllocationTagStatus {
  if (status !== 'Active' && status !== 'Inactive') throw invalid(`Unknown status ${status}`);
  return status;
}
