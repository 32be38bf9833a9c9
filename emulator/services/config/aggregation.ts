import { allowsService } from '../../../policy/iam/resource-policy';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { ConfigCall, ConfigOperations } from './api';
import { invalidParameter } from './errors';
import { aggregation, requireAdministratorAndTrust } from './organization';
import { type Aggregator, type ConfigState, describe, find } from './state';

const maxAggregators = 50;

/** Aggregators over accounts or over the organization. */
export const aggregatorOperations = (state: ConfigState): ConfigOperations => ({
  PutConfigurationAggregator: (call) => putAggregator(state, call),
  DescribeConfigurationAggregators: (call) => ({
    ConfigurationAggregators: describe(
      state.aggregators,
      call,
      call.input.ConfigurationAggregatorNames,
      noSuchAggregator,
    ),
  }),
  DeleteConfigurationAggregator: (call) => {
    const { ConfigurationAggregatorName: name } = required(call.input, 'ConfigurationAggregatorName');
    const { ConfigurationAggregatorArn } = find(state.aggregators, call, name, noSuchAggregator);
    state.aggregators.delete(call.account, call.region, name);
    state.tags.delete(ConfigurationAggregatorArn);
    return {};
  },
});

/** What an account lets an aggregator of another account collect. */
export const authorizationOperations = (state: ConfigState): ConfigOperations => ({
  PutAggregationAuthorization: (call) => {
    const { AuthorizedAccountId, AuthorizedAwsRegion, Tags } = call.input;
    const arn = authorizationArn(call);
    const current = state.authorizations.get(call.account, call.region, arn);
    const authorization = current ?? {
      AggregationAuthorizationArn: arn,
      AuthorizedAccountId,
      AuthorizedAwsRegion,
      CreationTime: state.world.clock.seconds(),
    };
    state.tagNew(arn, tagMap(Tags));
    return { AggregationAuthorization: state.authorizations.set(authorization, call.account, call.region, arn) };
  },
  DescribeAggregationAuthorizations: ({ account, region }) => ({
    AggregationAuthorizations: state.authorizations.list(account, region),
  }),
  DescribePendingAggregationRequests: (call) => ({ PendingAggregationRequests: pendingRequests(state, call) }),
  DeleteAggregationAuthorization: (call) => {
    state.authorizations.delete(call.account, call.region, authorizationArn(call));
    state.tags.delete(authorizationArn(call));
    return {};
  },
});

async function putAggregator(state: ConfigState, call: ConfigCall<'PutConfigurationAggregator'>) {
  const { account, region, input } = call;
  const { ConfigurationAggregatorName: name } = required(input, 'ConfigurationAggregatorName');
  await checkSources(state, call);
  const current = state.aggregators.get(account, region, name);
  if (current === undefined && state.aggregators.list(account, region).length >= maxAggregators) throw tooMany();
  const { clock, newId } = state.world;
  const arn =
    current?.ConfigurationAggregatorArn ?? arnOf('config', call, `config-aggregator/config-aggregator-${newId(8)}`);
  const aggregator: Aggregator = {
    ConfigurationAggregatorName: name,
    ConfigurationAggregatorArn: arn,
    CreationTime: current?.CreationTime ?? clock.seconds(),
    LastUpdatedTime: clock.seconds(),
    AccountAggregationSources: (input.AccountAggregationSources ?? []).map(withRegions),
    OrganizationAggregationSource:
      input.OrganizationAggregationSource && withRegions(input.OrganizationAggregationSource),
    AggregatorFilters: input.AggregatorFilters,
  };
  state.tagNew(arn, tagMap(input.Tags));
  return { ConfigurationAggregator: state.aggregators.set(aggregator, account, region, name) };
}

async function checkSources(
  { world }: ConfigState,
  { account, input }: ConfigCall<'PutConfigurationAggregator'>,
): Promise<void> {
  const { AccountAggregationSources: accounts = [], OrganizationAggregationSource: organization } = input;
  if (accounts.length > 0 === (organization !== undefined))
    throw invalidParameter(
      'Either AccountAggregationSources or OrganizationAggregationSource has to be specified, and not both.',
    );
  for (const source of organization ? [organization] : accounts)
    if (!source.AllAwsRegions === !source.AwsRegions?.length)
      throw invalidParameter('Either AllAwsRegions or AwsRegions has to be specified, and not both.');
  if (organization === undefined) return;
  requireAdministratorAndTrust(world, account, aggregation);
  const { RoleArn } = required(organization, 'RoleArn');
  const trust = await findTrustPolicy(world.moto, RoleArn);
  const assume = {
    service: aggregation,
    action: 'sts:AssumeRole',
    resource: RoleArn,
    context: { 'aws:SourceAccount': account },
  };
  if (!allowsService(trust, assume)) throw invalidRole(RoleArn);
}

/** The aggregators of other accounts that name the caller's own, which has not let them collect. */
const pendingRequests = (state: ConfigState, { account, region }: Scope) =>
  state.aggregators
    .entries()
    .filter(([, { AccountAggregationSources = [] }]) =>
      AccountAggregationSources.some(
        ({ AccountIds, AllAwsRegions, AwsRegions }) =>
          AccountIds?.includes(account) && (AllAwsRegions || AwsRegions?.includes(region)),
      ),
    )
    .map(([[RequesterAccountId = '', RequesterAwsRegion = '']]) => ({ RequesterAccountId, RequesterAwsRegion }))
    .filter(({ RequesterAccountId: requester, RequesterAwsRegion: home }) =>
      state.authorizations
        .list(account, region)
        .every((known) => known.AuthorizedAccountId !== requester || known.AuthorizedAwsRegion !== home),
    );

function authorizationArn(call: ConfigCall<'DeleteAggregationAuthorization'>): string {
  const { AuthorizedAccountId, AuthorizedAwsRegion } = required(
    call.input,
    'AuthorizedAccountId',
    'AuthorizedAwsRegion',
  );
  return arnOf('config', call, `aggregation-authorization/${AuthorizedAccountId}/${AuthorizedAwsRegion}`);
}

const withRegions = <Source extends object>(source: Source) => ({ AllAwsRegions: false, ...source });

const tooMany = (): AwsError =>
  new AwsError('LimitExceededException', `There are at most ${maxAggregators} configuration aggregators.`);

const invalidRole = (arn: string): AwsError =>
  new AwsError('InvalidRoleException', `The IAM role '${arn}' does not exist or does not trust config.amazonaws.com.`);

/** The error of a name that no aggregator has. */
export const noSuchAggregator = (): AwsError =>
  new AwsError(
    'NoSuchConfigurationAggregatorException',
    'The configuration aggregator does not exist. Check the configuration aggregator name and try again.',
  );
