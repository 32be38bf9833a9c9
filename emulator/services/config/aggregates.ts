import type { AggregatedSourceStatus, AggregatedSourceStatusType } from '@aws-sdk/client-config-service';
import type { Scope } from '../../toolkit/call';
import { usualRegions } from '../../toolkit/regions';
import { noSuchAggregator } from './aggregation';
import type { ConfigOperations, Shape } from './api';
import { type Aggregator, type ConfigState, find } from './state';

/** What an aggregator collects: nothing yet, as nothing is evaluated or recorded here, from sources that are all in reach. */
export const aggregateOperations = (state: ConfigState): ConfigOperations => {
  const findIt = (scope: Scope, name: string | undefined): Aggregator =>
    find(state.aggregators, scope, name, noSuchAggregator);
  const ofAggregator =
    <Answer extends object>(answer: Answer) =>
    (call: Scope & { readonly input: { readonly ConfigurationAggregatorName: string | undefined } }): Answer => {
      findIt(call, call.input.ConfigurationAggregatorName);
      return answer;
    };
  return {
    DescribeConfigurationAggregatorSourcesStatus: (call) => ({
      AggregatedSourceStatusList: sourcesOf(state, findIt(call, call.input.ConfigurationAggregatorName)).filter(
        ({ LastUpdateStatus }) =>
          call.input.UpdateStatus?.includes(LastUpdateStatus as AggregatedSourceStatusType) ?? true,
      ),
    }),
    DescribeAggregateComplianceByConfigRules: ofAggregator({ AggregateComplianceByConfigRules: [] }),
    DescribeAggregateComplianceByConformancePacks: ofAggregator({ AggregateComplianceByConformancePacks: [] }),
    GetAggregateConfigRuleComplianceSummary: ofAggregator({ AggregateComplianceCounts: [] }),
    GetAggregateConformancePackComplianceSummary: ofAggregator({ AggregateConformancePackComplianceSummaries: [] }),
    GetAggregateDiscoveredResourceCounts: ofAggregator({ TotalDiscoveredResources: 0, GroupedResourceCounts: [] }),
    ListAggregateDiscoveredResources: ofAggregator({ ResourceIdentifiers: [] }),
  };
};

/** Each source in each of its regions: the organization is one. */
function sourcesOf(
  { world }: ConfigState,
  { OrganizationAggregationSource: whole, AccountAggregationSources = [], LastUpdatedTime }: Aggregator,
): readonly Shape<AggregatedSourceStatus>[] {
  const organization = world.organization.find()?.id;
  const sources = [
    ...(whole ? [{ ids: [organization], SourceType: 'ORGANIZATION' as const, ...whole }] : []),
    ...AccountAggregationSources.map((source) => ({
      ...{ ids: source.AccountIds ?? [], SourceType: 'ACCOUNT' as const },
      ...source,
    })),
  ];
  return sources.flatMap(({ ids, SourceType, AllAwsRegions, AwsRegions = [] }) =>
    ids.flatMap((SourceId) =>
      (AllAwsRegions ? usualRegions : AwsRegions).map((AwsRegion) => ({
        ...{ SourceId, SourceType, AwsRegion },
        ...{ LastUpdateStatus: 'SUCCEEDED' as const, LastUpdateTime: LastUpdatedTime },
      })),
    ),
  );
}
