import type { EmptyLists } from './empty-list';

/** Source: botocore's model config/2014-11-12. */
export const config: EmptyLists = {
  ListResourceEvaluations: ['ResourceEvaluations', 'StartResourceEvaluation'],
  ListStoredQueries: ['StoredQueryMetadata', 'PutStoredQuery'],
};
