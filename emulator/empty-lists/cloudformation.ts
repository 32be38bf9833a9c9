import type { EmptyLists } from './empty-list';

/** Source: botocore's model cloudformation/2010-05-15. */
export const cloudformation: EmptyLists = {
  ListGeneratedTemplates: ['Summaries', 'CreateGeneratedTemplate'],
  ListResourceScans: ['ResourceScanSummaries', 'StartResourceScan'],
  ListStackRefactors: ['StackRefactorSummaries', 'CreateStackRefactor'],
  ListTypeRegistrations: ['RegistrationTokenList', 'RegisterType'],
};
