import { putTags, removeTags, type Tags, tagList, tagMap } from '../../toolkit/tags';
import type { BudgetsOperations } from './api';
import { invalid } from './errors';
import type { BudgetsState } from './state';

/** Tags of budgets, by their ARN. */
export function tagOperations(state: BudgetsState): BudgetsOperations {
  const find = (account: string, resource: string | undefined): Tags => {
    const budget = state.budgets.list(account).find(({ arn }) => arn === resource);
    if (!budget) throw invalid(`There is no resource ${resource}.`);
    return budget.tags;
  };
  return {
    ListTagsForResource: ({ account, input }) => ({ ResourceTags: tagList(find(account, input.ResourceARN)) }),
    TagResource: ({ account, input }) => putTags(find(account, input.ResourceARN), tagMap(input.ResourceTags)),
    UntagResource: ({ account, input }) => removeTags(find(account, input.ResourceARN), input.ResourceTagKeys),
  };
}
