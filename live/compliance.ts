import { ConfigServiceClient, paginateDescribeAggregateComplianceByConfigRules } from '@aws-sdk/client-config-service';
import type { Place } from './live-aws';

/** A rule of AWS Config that reports resources in one account and region. */
export interface Reported {
  /** As the pack calls it, which is the id of a control; AWS puts the name of the pack behind it. */
  readonly rule: string;
  readonly accountId: string;
  readonly region: string;
  /** How many resources; AWS says so up to 25. */
  readonly resources: number;
}

/** What the rules of conformance packs report anywhere in the organization, as the aggregator knows it. */
export async function reportedIn(at: Place, ConfigurationAggregatorName: string): Promise<readonly Reported[]> {
  const Filters = { ComplianceType: 'NON_COMPLIANT' as const };
  const asked = { ConfigurationAggregatorName, Filters };
  const pages = await at.pages(ConfigServiceClient, paginateDescribeAggregateComplianceByConfigRules, asked);
  return pages
    .flatMap(({ AggregateComplianceByConfigRules = [] }) => AggregateComplianceByConfigRules)
    .map(({ ConfigRuleName = '', AccountId = '', AwsRegion = '', Compliance }) => ({
      rule: ConfigRuleName.replace(/-conformance-pack-.*$/, ''),
      accountId: AccountId,
      region: AwsRegion,
      resources: Compliance?.ComplianceContributorCount?.CappedCount ?? 0,
    }));
}
