import type { ConfigurationPolicyAssociation } from '@aws-sdk/client-securityhub';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { SecurityHubCall, SecurityHubOperations, Shape } from './api';
import { tryAssociation } from './association-status';
import { selfManaged } from './central';
import { activeAccounts, enforcePolicies } from './enforcement';
import { invalid, notFound } from './errors';
import { findPolicy } from './policies';
import type { SecurityHubState } from './state';
import { findTarget } from './target';

/** Associations of targets with configurations: with policies or self-managed behavior, applied or inherited. */
export const associationOperations = (state: SecurityHubState): SecurityHubOperations => ({
  StartConfigurationPolicyAssociation: (call) => associate(state, call),
  StartConfigurationPolicyDisassociation: (call) => disassociate(state, call),
  GetConfigurationPolicyAssociation: ({ input }) => find(state, input),
  ListConfigurationPolicyAssociations: (call) => list(state, call),
  BatchGetConfigurationPolicyAssociations: (call) => batchGet(state, call),
});

function associate(
  state: SecurityHubState,
  { account, input }: SecurityHubCall<'StartConfigurationPolicyAssociation'>,
) {
  const target = findTarget(state, input.Target);
  const configurationId = configurationOf(state, input.ConfigurationPolicyIdentifier);
  if (target === account && state.policies.get(configurationId)?.securityHub.ServiceEnabled === false)
    throw invalid('A policy that disables Security Hub cannot be associated with the delegated administrator');
  state.associations.set({ configurationId, updatedAt: state.world.clock.iso() }, target);
  enforcePolicies(state);
  return find(state, input);
}

function disassociate(state: SecurityHubState, { input }: SecurityHubCall<'StartConfigurationPolicyDisassociation'>) {
  const target = findTarget(state, input.Target);
  const configurationId = configurationOf(state, input.ConfigurationPolicyIdentifier);
  // Only what was applied can be taken away: an inherited configuration is the parent's.
  if (state.associations.get(target)?.configurationId !== configurationId)
    throw notFound(`Configuration ${configurationId} is not applied to ${target}`);
  state.associations.delete(target);
  enforcePolicies(state);
  return {};
}

function find(state: SecurityHubState, { Target }: Shape<ConfigurationPolicyAssociation>) {
  const target = findTarget(state, Target);
  const association = tryAssociation(state, target);
  if (association === undefined) throw notFound(`Target ${target} has no configuration`);
  return association;
}

function list(
  state: SecurityHubState,
  { input: { Filters = {} } }: SecurityHubCall<'ListConfigurationPolicyAssociations'>,
) {
  const { ConfigurationPolicyId: policy, AssociationType: type, AssociationStatus: status } = Filters;
  const id = policy === undefined ? undefined : configurationOf(state, policy);
  const { lineage } = state.world.organization;
  const applied = state.associations.entries().map(([[target = '']]) => target);
  const targets = new Set([...applied, ...activeAccounts(state).flatMap(lineage)]);
  return {
    ConfigurationPolicyAssociationSummaries: [...targets]
      .flatMap((target) => tryAssociation(state, target) ?? [])
      .filter(({ ConfigurationPolicyId }) => id === undefined || ConfigurationPolicyId === id)
      .filter(({ AssociationType }) => type === undefined || AssociationType === type)
      .filter(({ AssociationStatus }) => status === undefined || AssociationStatus === status),
  };
}

function batchGet(state: SecurityHubState, { input }: SecurityHubCall<'BatchGetConfigurationPolicyAssociations'>) {
  const { ConfigurationPolicyAssociationIdentifiers: identifiers } = required(
    input,
    'ConfigurationPolicyAssociationIdentifiers',
  );
  const answers = identifiers.map((identifier) => {
    try {
      return { found: [find(state, identifier)], unprocessed: [] };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { found: [], unprocessed: [unprocessed(identifier, error)] };
    }
  });
  return {
    ConfigurationPolicyAssociations: answers.flatMap(({ found }) => found),
    UnprocessedConfigurationPolicyAssociations: answers.flatMap(({ unprocessed }) => unprocessed),
  };
}

const unprocessed = (identifier: Shape<ConfigurationPolicyAssociation>, { status, message }: AwsError) => ({
  ConfigurationPolicyAssociationIdentifiers: identifier,
  ErrorCode: String(status),
  ErrorReason: message,
});

const configurationOf = (state: SecurityHubState, identifier: string | undefined): string =>
  identifier === selfManaged ? selfManaged : findPolicy(state, identifier).id;
