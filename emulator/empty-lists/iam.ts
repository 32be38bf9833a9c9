import type { EmptyLists } from './empty-list';

/** Source: botocore's model iam/2010-05-08. */
export const iam: EmptyLists = {
  ListDelegationRequests: ['DelegationRequests', 'CreateDelegationRequest'],
  ListServiceSpecificCredentials: ['ServiceSpecificCredentials', 'CreateServiceSpecificCredential'],
};
