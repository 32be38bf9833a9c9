import type { Call, Json, Route } from '../../toolkit/untyped';
import { tryCentralConfiguration } from './central';
import { designate } from './delegation';
import { enforcePolicies } from './enforcement';
import { invalid, notFound } from './errors';
import { type FindingAggregator, route, type SecurityHubState } from './state';

/** Cross-Region aggregation: one aggregator per account, changed only from its home Region. */
export function findingAggregatorRoutes(state: SecurityHubState): Route[] {
  const path = '/findingAggregator';
  return [
    route(state, 'POST', `${path}/create`, 'CreateFindingAggregator', (call) => create(state, call)),
    // The ARN in the path keeps its slash, so that it takes the rest of the path.
    route(state, 'GET', `${path}/get/*`, 'GetFindingAggregator', (call) =>
      describe(find(state, call, call.input['*'])),
    ),
    route(state, 'PATCH', `${path}/update`, 'UpdateFindingAggregator', (call) => update(state, call)),
    route(state, 'DELETE', `${path}/delete/*`, 'DeleteFindingAggregator', (call) => remove(state, call)),
    route(state, 'GET', `${path}/list`, 'ListFindingAggregators', ({ account }) => ({
      FindingAggregators: state.findingAggregators
        .entries()
        .filter(([[owner]]) => owner === account)
        .map(([, { arn }]) => ({ FindingAggregatorArn: arn })),
    })),
  ];
}

function create(state: SecurityHubState, { account, region, input }: Call): Json {
  if (state.membershipOf(account, region) !== undefined) {
    throw invalid('A finding aggregator cannot be created by a member account.', 401);
  }
  if (state.findingAggregators.get(account) !== undefined) throw invalid('A finding aggregator already exists');
  const aggregator: FindingAggregator = {
    arn: `arn:aws:securityhub:${region}:${account}:finding-aggregator/${state.world.newId(32)}`,
    homeRegion: region,
    ...linkedRegions(input),
  };
  return describe(state.findingAggregators.set(aggregator, account));
}

function update(state: SecurityHubState, call: Call): Json {
  const aggregator = find(state, call, call.input.FindingAggregatorArn);
  requireHomeRegion(aggregator, call);
  Object.assign(aggregator, linkedRegions(call.input));
  for (const region of tryCentralConfiguration(state)?.regions ?? []) designate(state, call.account, region);
  enforcePolicies(state);
  return describe(aggregator);
}

function remove(state: SecurityHubState, call: Call): Json {
  requireHomeRegion(find(state, call, call.input['*']), call);
  const admin = state.organizationAdmins.get(call.region);
  if (admin?.account === call.account && admin.configurationType === 'CENTRAL') {
    throw invalid('A finding aggregator cannot be deleted while the organization uses central configuration');
  }
  state.findingAggregators.delete(call.account);
  return {};
}

function requireHomeRegion({ homeRegion }: FindingAggregator, { region }: Call): void {
  if (homeRegion !== region) throw invalid(`A finding aggregator can be changed only in its home Region ${homeRegion}`);
}

function find(state: SecurityHubState, { account }: Call, arn: string): FindingAggregator {
  const aggregator = state.findingAggregators.get(account);
  if (aggregator?.arn !== arn) throw notFound(`Finding aggregator ${arn} not found`);
  return aggregator;
}

function linkedRegions({
  RegionLinkingMode: mode,
  Regions,
}: Json): Pick<FindingAggregator, 'regionLinkingMode' | 'regions'> {
  switch (mode) {
    case 'ALL_REGIONS':
    case 'NO_REGIONS':
      if (Regions?.length) throw invalid(`Regions must not be specified with ${mode}`);
      return { regionLinkingMode: mode, regions: undefined };
    case 'ALL_REGIONS_EXCEPT_SPECIFIED':
    case 'SPECIFIED_REGIONS':
      if (!Regions?.length) throw invalid(`Regions must be specified with ${mode}`);
      return { regionLinkingMode: mode, regions: Regions };
    default:
      throw invalid(`RegionLinkingMode ${mode} is not valid`);
  }
}

const describe = ({ arn, homeRegion, regionLinkingMode, regions }: FindingAggregator): Json => ({
  FindingAggregatorArn: arn,
  FindingAggregationRegion: homeRegion,
  RegionLinkingMode: regionLinkingMode,
  Regions: regions,
});
