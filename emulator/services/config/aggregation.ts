import { allowsService } from '../../../policy/iam/resource-policy';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { AGGREGATION, requireAdministratorAndTrust } from './organization';
import { type ConfigState, configArn, describe, now } from './state';

const MAX_AGGREGATORS = 50;

/** Aggregators over accounts or over the organization. */
export function aggregatorOperations(state: ConfigState): Record<string, Handler> {
  return {
    PutConfigurationAggregator: async (call) => {
      const { ConfigurationAggregatorName: name, Tags, ...sources } = call.input;
      await checkSources(state, call);
      const { account, region } = call;
      const current = state.aggregators.get(account, region, name);
      if (current === undefined && state.aggregators.list(account, region).length >= MAX_AGGREGATORS) throw tooMany();
      const aggregator: Json = {
        ConfigurationAggregatorName: name,
        ConfigurationAggregatorArn: configArn(call, `config-aggregator/config-aggregator-${state.world.newId(8)}`),
        CreationTime: now(),
        ...current,
        LastUpdatedTime: now(),
        AccountAggregationSources: (sources.AccountAggregationSources ?? []).map(withRegions),
        OrganizationAggregationSource:
          sources.OrganizationAggregationSource && withRegions(sources.OrganizationAggregationSource),
        AggregatorFilters: sources.AggregatorFilters,
      };
      state.tags.create(aggregator.ConfigurationAggregatorArn, Tags);
      return { ConfigurationAggregator: state.aggregators.set(aggregator, account, region, name) };
    },
    DescribeConfigurationAggregators: (call) => ({
      ConfigurationAggregators: describe(
        state.aggregators,
        call,
        call.input.ConfigurationAggregatorNames,
        noSuchAggregator,
      ),
    }),
    DeleteConfigurationAggregator: ({ account, region, input: { ConfigurationAggregatorName: name } }) => {
      const aggregator = state.aggregators.get(account, region, name);
      if (aggregator === undefined) throw noSuchAggregator();
      state.aggregators.delete(account, region, name);
      state.tags.delete(aggregator.ConfigurationAggregatorArn);
      return {};
    },
  };
}

/** What an account lets an aggregator of another account collect. */
export function authorizationOperations(state: ConfigState): Record<string, Handler> {
  const arnOf = (call: Call): string =>
    configArn(call, `aggregation-authorization/${call.input.AuthorizedAccountId}/${call.input.AuthorizedAwsRegion}`);

  return {
    PutAggregationAuthorization: (call) => {
      const { AuthorizedAccountId, AuthorizedAwsRegion, Tags } = call.input;
      const arn = arnOf(call);
      const current = state.authorizations.get(call.account, call.region, arn);
      const made = { AggregationAuthorizationArn: arn, AuthorizedAccountId, AuthorizedAwsRegion, CreationTime: now() };
      state.tags.create(arn, Tags);
      return { AggregationAuthorization: state.authorizations.set(current ?? made, call.account, call.region, arn) };
    },
    DescribeAggregationAuthorizations: ({ account, region }) => ({
      AggregationAuthorizations: state.authorizations.list(account, region),
    }),
    DeleteAggregationAuthorization: (call) => {
      state.authorizations.delete(call.account, call.region, arnOf(call));
      state.tags.delete(arnOf(call));
      return {};
    },
  };
}

async function checkSources({ world }: ConfigState, { account, input }: Call): Promise<void> {
  const { AccountAggregationSources: accounts = [], OrganizationAggregationSource: organization } = input;
  if (accounts.length > 0 === (organization !== undefined)) {
    throw invalid(
      'Either AccountAggregationSources or OrganizationAggregationSource has to be specified, and not both.',
    );
  }
  for (const source of organization ? [organization] : accounts) {
    if (!source.AllAwsRegions === !source.AwsRegions?.length) {
      throw invalid('Either AllAwsRegions or AwsRegions has to be specified, and not both.');
    }
  }
  if (organization === undefined) return;
  requireAdministratorAndTrust(world, account, AGGREGATION);
  const trust = await findTrustPolicy(world.moto, organization.RoleArn);
  const assume = {
    service: AGGREGATION,
    action: 'sts:AssumeRole',
    resource: organization.RoleArn,
    context: { 'aws:SourceAccount': account },
  };
  if (!allowsService(trust, assume)) throw invalidRole(organization.RoleArn);
}

const withRegions = (source: Json): Json => ({ AllAwsRegions: false, ...source });

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

const tooMany = (): AwsError =>
  new AwsError('LimitExceededException', `There are at most ${MAX_AGGREGATORS} configuration aggregators.`);

const invalidRole = (arn: string): AwsError =>
  new AwsError('InvalidRoleException', `The IAM role '${arn}' does not exist or does not trust config.amazonaws.com.`);

const noSuchAggregator = (): AwsError =>
  new AwsError(
    'NoSuchConfigurationAggregatorException',
    'The configuration aggregator does not exist. Check the configuration aggregator name and try again.',
  );
