import {
  type AggregateComplianceByConfigRule,
  ConfigServiceClient,
  paginateDescribeAggregateComplianceByConfigRules,
} from '@aws-sdk/client-config-service';
import type { Place } from './live-aws';

/** What a rule of AWS Config says of one account and region. */
export interface Reported {
  /** As the pack calls it, which is the id of a control; AWS puts the name of the pack behind it. */
  readonly rule: string;
  readonly accountId: string;
  readonly region: string;
  /** `undefined` where it has judged nothing: it did not run yet, or there is nothing that it is about. */
  readonly isCompliant: boolean | undefined;
  /** How many resources break it; AWS says so up to 25. */
  readonly resources: number;
  /** As AWS says it. */
  readonly row: AggregateComplianceByConfigRule;
}

/**
 * What the rules of conformance packs say anywhere in the organization, as the aggregator knows it. Asked without a filter, so that a rule that
 * was never heard of is told from one that breaks nowhere.
 */
export async function reportedIn(at: Place, ConfigurationAggregatorName: string): Promise<readonly Reported[]> {
  const asked = { ConfigurationAggregatorName };
  const pages = await at.pages(ConfigServiceClient, paginateDescribeAggregateComplianceByConfigRules, asked);
  return pages
    .flatMap(({ AggregateComplianceByConfigRules = [] }) => AggregateComplianceByConfigRules)
    .map((row) => ({
      rule: (row.ConfigRuleName ?? '').replace(/-conformance-pack-.*$/, ''),
      accountId: row.AccountId ?? '',
      region: row.AwsRegion ?? '',
      isCompliant: judgments[row.Compliance?.ComplianceType ?? ''],
      resources: row.Compliance?.ComplianceContributorCount?.CappedCount ?? 0,
      row,
    }));
}

/** INSUFFICIENT_DATA and NOT_APPLICABLE judge nothing. Source: AWS Config API Reference, Compliance. */
const judgments: Readonly<Record<string, boolean>> = { COMPLIANT: true, NON_COMPLIANT: false };
