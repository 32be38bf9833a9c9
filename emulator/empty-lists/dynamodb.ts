import type { EmptyLists } from './empty-list';

/** Source: botocore's model dynamodb/2012-08-10. */
export const dynamodb: EmptyLists = {
  ListGlobalTables: ['GlobalTables', 'CreateGlobalTable'],
};
