import type { EmptyLists } from './empty-list';

/** Source: botocore's model ecr/2015-09-21. */
export const ecr: EmptyLists = {
  DescribePullThroughCacheRules: ['pullThroughCacheRules', 'CreatePullThroughCacheRule'],
  DescribeRepositoryCreationTemplates: ['repositoryCreationTemplates', 'CreateRepositoryCreationTemplate'],
  ListPullTimeUpdateExclusions: ['pullTimeUpdateExclusions', 'RegisterPullTimeUpdateExclusion'],
};
