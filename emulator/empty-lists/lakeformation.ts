import type { EmptyLists } from './empty-list';

/** Source: botocore's model lakeformation/2017-03-31. */
export const lakeformation: EmptyLists = {
  ListLFTagExpressions: ['LFTagExpressions', 'CreateLFTagExpression', 'POST /ListLFTagExpressions'],
  ListLakeFormationOptIns: ['LakeFormationOptInsInfoList', 'CreateLakeFormationOptIn', 'POST /ListLakeFormationOptIns'],
  ListTransactions: ['Transactions', 'StartTransaction', 'POST /ListTransactions'],
};
