import type { GetRegionOptStatusRequest, ListRegionsRequest, RegionOptStatus } from '@aws-sdk/client-account';
import type { Call } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { type Paging, page } from '../../toolkit/pages';
import { optInRegions, usualRegions } from '../../toolkit/regions';
import type { Route } from '../../toolkit/service';
import type { AccountOf } from './contacts';

/** The regions of an account, of which nobody here switches one on or off. Source: botocore's model account/2021-02-01. */
export const regionRoutes = (accountOf: AccountOf): readonly Route[] => [
  {
    method: 'POST',
    path: '/listRegions',
    operation: 'ListRegions',
    handle: (call: Call<ListRegionsRequest>) => {
      accountOf(call);
      const { RegionOptStatusContains: wanted, MaxResults, NextToken } = call.input;
      const all = regions.filter(({ RegionOptStatus }) => wanted?.includes(RegionOptStatus) ?? true);
      const { items, next } = page(all, { size: MaxResults, token: NextToken }, paging);
      return { Regions: items, NextToken: next };
    },
  },
  {
    method: 'POST',
    path: '/getRegionOptStatus',
    operation: 'GetRegionOptStatus',
    handle: (call: Call<Partial<GetRegionOptStatusRequest>>) => {
      accountOf(call);
      const region = regions.find(({ RegionName }) => RegionName === call.input.RegionName);
      if (!region) throw invalid(`'${call.input.RegionName}' is no region.`);
      return region;
    },
  },
];

const withStatus = (names: readonly string[], RegionOptStatus: RegionOptStatus) =>
  names.map((RegionName) => ({ RegionName, RegionOptStatus }));

const regions = [...withStatus(usualRegions, 'ENABLED_BY_DEFAULT'), ...withStatus(optInRegions, 'DISABLED')];

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

const paging: Paging = {
  usual: 50,
  most: 50,
  refuseSize: () => invalid('MaxResults must be between 1 and 50.'),
  refuseToken: () => invalid('NextToken is not valid.'),
};
