import type { PagedList, PageStyle } from '../../toolkit/paged';
import { invalid } from './errors';

/** Source: botocore's model securityhub/2018-10-26, MaxResults, AdminsMaxResults and CrossAccountMaxResults. */
export const lists: Readonly<Record<string, PagedList>> = {
  DescribeStandards: ['Standards', 100],
  GetEnabledStandards: ['StandardsSubscriptions', 100],
  ListConfigurationPolicies: ['ConfigurationPolicySummaries', 100],
  ListConfigurationPolicyAssociations: ['ConfigurationPolicyAssociationSummaries', 100],
  ListFindingAggregators: ['FindingAggregators', 100],
  ListMembers: ['Members', 50],
  ListOrganizationAdminAccounts: ['AdminAccounts', 10],
};

export const style: PageStyle = {
  read: ({ MaxResults, NextToken }) => ({
    size: MaxResults as number | undefined,
    token: NextToken as string | undefined,
  }),
  token: 'NextToken',
  refuseSize: (size) => invalid(`Invalid parameter 'MaxResults': ${size}`),
  refuseToken: () => invalid("Invalid parameter 'NextToken'. The token is invalid."),
};
