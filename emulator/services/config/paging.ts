import { AwsError } from '../../toolkit/errors';
import type { PagedList, PageStyle } from '../../toolkit/paged';

/**
 * Source: botocore's model config/2014-11-12, Limit, GroupByAPILimit, PageSizeLimit and others. DescribeConfigRules takes no limit and
 * has 25 rules on a page (seen in https://github.com/aws/aws-sdk-go/issues/3293).
 */
export const lists: Readonly<Record<string, PagedList>> = {
  DescribeAggregationAuthorizations: ['AggregationAuthorizations', 100],
  DescribeConfigRuleEvaluationStatus: ['ConfigRulesEvaluationStatus', 50],
  DescribeConfigRules: ['ConfigRules', 25],
  DescribeConfigurationAggregators: ['ConfigurationAggregators', 100],
  DescribeConformancePackCompliance: ['ConformancePackRuleComplianceList', 1000],
  DescribeConformancePackStatus: ['ConformancePackStatusDetails', 20],
  DescribeConformancePacks: ['ConformancePackDetails', 20],
  DescribeOrganizationConfigRuleStatuses: ['OrganizationConfigRuleStatuses', 100],
  DescribeOrganizationConfigRules: ['OrganizationConfigRules', 100],
  DescribeOrganizationConformancePackStatuses: ['OrganizationConformancePackStatuses', 100],
  DescribeOrganizationConformancePacks: ['OrganizationConformancePacks', 100],
  DescribePendingAggregationRequests: ['PendingAggregationRequests', 20],
  GetConformancePackComplianceSummary: ['ConformancePackComplianceSummaryList', 20],
  GetOrganizationConfigRuleDetailedStatus: ['OrganizationConfigRuleDetailedStatus', 100],
  GetOrganizationConformancePackDetailedStatus: ['OrganizationConformancePackDetailedStatuses', 100],
  ListConformancePackComplianceScores: ['ConformancePackComplianceScores', 20],
};

export const style: PageStyle = {
  // "If you specify 0, AWS Config uses the default." (AWS Config API Reference)
  read: ({ Limit, NextToken }) => ({
    size: (Limit as number | undefined) || undefined,
    token: NextToken as string | undefined,
  }),
  token: 'NextToken',
  refuseSize: () => new AwsError('InvalidLimitException', 'The specified limit is outside the allowable range.'),
  refuseToken: () => new AwsError('InvalidNextTokenException', 'The specified next token is not valid.'),
};
