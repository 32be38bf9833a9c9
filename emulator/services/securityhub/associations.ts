import { AwsError } from '../../toolkit/errors';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { tryAssociation } from './association-status';
import { centralRoute, SELF_MANAGED } from './central';
import { activeAccounts, enforcePolicies } from './enforcement';
import { invalid, notFound } from './errors';
import { findPolicy } from './policies';
import type { SecurityHubState } from './state';
import { findTarget } from './target';

/** Associations of targets with configurations: with policies or self-managed behavior, applied or inherited. */
export function associationRoutes(state: SecurityHubState): Route[] {
  const path = '/configurationPolicyAssociation';
  return [
    centralRoute(state, 'POST', `${path}/associate`, 'StartConfigurationPolicyAssociation', (call) =>
      associate(state, call),
    ),
    centralRoute(state, 'POST', `${path}/disassociate`, 'StartConfigurationPolicyDisassociation', (call) =>
      disassociate(state, call),
    ),
    centralRoute(state, 'POST', `${path}/get`, 'GetConfigurationPolicyAssociation', ({ input }) => find(state, input)),
    centralRoute(state, 'POST', `${path}/list`, 'ListConfigurationPolicyAssociations', (call) => list(state, call)),
    centralRoute(state, 'POST', `${path}/batchget`, 'BatchGetConfigurationPolicyAssociations', (call) =>
      batchGet(state, call),
    ),
  ];
}

function associate(state: SecurityHubState, { account, input }: Call): Json {
  const target = findTarget(state, input);
  const configurationId = configurationOf(state, input.ConfigurationPolicyIdentifier);
  if (target === account && state.policies.get(configurationId)?.securityHub.ServiceEnabled === false) {
    throw invalid('A policy that disables Security Hub cannot be associated with the delegated administrator');
  }
  state.associations.set(configurationId, target);
  enforcePolicies(state);
  return find(state, input);
}

function disassociate(state: SecurityHubState, { input }: Call): Json {
  const target = findTarget(state, input);
  const configurationId = configurationOf(state, input.ConfigurationPolicyIdentifier);
  // Only what was applied can be taken away: an inherited configuration is the parent's.
  if (state.associations.get(target) !== configurationId) {
    throw notFound(`Configuration ${configurationId} is not applied to ${target}`);
  }
  state.associations.delete(target);
  enforcePolicies(state);
  return {};
}

function find(state: SecurityHubState, input: Json): Json {
  const target = findTarget(state, input);
  const association = tryAssociation(state, target);
  if (association === undefined) throw notFound(`Target ${target} has no configuration`);
  return association;
}

function list(state: SecurityHubState, { input: { Filters = {} } }: Call): Json {
  const { ConfigurationPolicyId: policy, ...rest } = Filters;
  const filters = policy === undefined ? rest : { ...rest, ConfigurationPolicyId: configurationOf(state, policy) };
  const { lineage } = state.world.organization;
  const applied = state.associations.entries().map(([[target = '']]) => target);
  const targets = new Set([...applied, ...activeAccounts(state).flatMap(lineage)]);
  return {
    ConfigurationPolicyAssociationSummaries: [...targets]
      .flatMap((target) => tryAssociation(state, target) ?? [])
      .filter((association) => Object.entries(filters).every(([key, value]) => association[key] === value)),
  };
}

function batchGet(state: SecurityHubState, { input }: Call): Json {
  const answers = (input.ConfigurationPolicyAssociationIdentifiers as Json[]).map((identifier): Json => {
    try {
      return { association: find(state, identifier) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { unprocessed: unprocessed(identifier, error) };
    }
  });
  return {
    ConfigurationPolicyAssociations: answers.flatMap(({ association }) => association ?? []),
    UnprocessedConfigurationPolicyAssociations: answers.flatMap(({ unprocessed }) => unprocessed ?? []),
  };
}

const unprocessed = (identifier: Json, { status, message }: AwsError): Json => ({
  ConfigurationPolicyAssociationIdentifiers: identifier,
  ErrorCode: String(status),
  ErrorReason: message,
});

const configurationOf = (state: SecurityHubState, identifier: string): string =>
  identifier === SELF_MANAGED ? SELF_MANAGED : findPolicy(state, identifier).id;
