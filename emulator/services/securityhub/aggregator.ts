import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { Input, SecurityHubCall, SecurityHubOperations } from './api';
import { tryCentralConfiguration } from './central';
import { designate } from './delegation';
import { enforcePolicies } from './enforcement';
import { invalid, notFound } from './errors';
import type { FindingAggregator, SecurityHubState } from './state';

/** Cross-Region aggregation: one aggregator per account, changed only from its home Region. */
export const findingAggregatorOperations = (state: SecurityHubState): SecurityHubOperations => ({
  CreateFindingAggregator: (call) => create(state, call),
  GetFindingAggregator: (call) => describe(find(state, call, call.input['*'])),
  UpdateFindingAggregator: (call) => update(state, call),
  DeleteFindingAggregator: (call) => remove(state, call),
  ListFindingAggregators: ({ account }) => {
    const aggregator = state.findingAggregators.get(account);
    return { FindingAggregators: aggregator ? [{ FindingAggregatorArn: aggregator.arn }] : [] };
  },
});

function create(state: SecurityHubState, call: SecurityHubCall<'CreateFindingAggregator'>) {
  const { account, region, input } = call;
  if (state.membershipOf(call) !== undefined)
    throw invalid('A finding aggregator cannot be created by a member account.');
  if (state.findingAggregators.get(account) !== undefined) throw invalid('A finding aggregator already exists');
  const aggregator: FindingAggregator = {
    arn: arnOf('securityhub', call, `finding-aggregator/${state.world.newId(32)}`),
    homeRegion: region,
    ...linkedRegions(input),
  };
  return describe(state.findingAggregators.set(aggregator, account));
}

function update(state: SecurityHubState, call: SecurityHubCall<'UpdateFindingAggregator'>) {
  const aggregator = find(state, call, call.input.FindingAggregatorArn);
  requireHomeRegion(aggregator, call);
  Object.assign(aggregator, linkedRegions(call.input));
  for (const region of tryCentralConfiguration(state)?.regions ?? []) designate(state, { ...call, region });
  enforcePolicies(state);
  return describe(aggregator);
}

function remove(state: SecurityHubState, call: SecurityHubCall<'DeleteFindingAggregator'>) {
  requireHomeRegion(find(state, call, call.input['*']), call);
  const admin = state.organizationAdmins.get(call.region);
  if (admin?.account === call.account && admin.configurationType === 'CENTRAL')
    throw invalid('A finding aggregator cannot be deleted while the organization uses central configuration');
  state.findingAggregators.delete(call.account);
  return {};
}

function requireHomeRegion({ homeRegion }: FindingAggregator, { region }: Scope): void {
  if (homeRegion !== region) throw invalid(`A finding aggregator can be changed only in its home Region ${homeRegion}`);
}

function find(state: SecurityHubState, { account }: Scope, arn: string | undefined): FindingAggregator {
  const aggregator = state.findingAggregators.get(account);
  if (aggregator?.arn !== arn || aggregator === undefined) throw notFound(`Finding aggregator ${arn} not found`);
  return aggregator;
}

function linkedRegions({
  RegionLinkingMode: mode,
  Regions: regions,
}: Input<'CreateFindingAggregator'>): Pick<FindingAggregator, 'regionLinkingMode' | 'regions'> {
  switch (mode) {
    case 'ALL_REGIONS':
    case 'NO_REGIONS':
      if (regions?.length) throw invalid(`Regions must not be specified with ${mode}`);
      return { regionLinkingMode: mode, regions: undefined };
    case 'ALL_REGIONS_EXCEPT_SPECIFIED':
    case 'SPECIFIED_REGIONS':
      if (!regions?.length) throw invalid(`Regions must be specified with ${mode}`);
      return { regionLinkingMode: mode, regions };
    default:
      throw invalid(`RegionLinkingMode ${mode} is not valid`);
  }
}

const describe = ({ arn, homeRegion, regionLinkingMode, regions }: FindingAggregator) => ({
  FindingAggregatorArn: arn,
  FindingAggregationRegion: homeRegion,
  RegionLinkingMode: regionLinkingMode,
  Regions: regions,
});
