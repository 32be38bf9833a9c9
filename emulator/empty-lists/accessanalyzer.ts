import type { EmptyLists } from './empty-list';

/** Source: botocore's model accessanalyzer/2019-11-01. */
export const accessanalyzer: EmptyLists = {
  ListPolicyGenerations: ['policyGenerations', 'StartPolicyGeneration', 'GET /policy/generation'],
};
