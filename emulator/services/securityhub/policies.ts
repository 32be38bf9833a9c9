import { arnOf } from '../../toolkit/arn';
import { newUuid } from '../../toolkit/ids';
import { tagsOfRecord } from '../../toolkit/tags';
import type { SecurityHubCall, SecurityHubOperations } from './api';
import { enforcePolicies } from './enforcement';
import { conflict, limitExceeded, notFound } from './errors';
import { policyContent, policyName } from './policy-content';
import type { ConfigurationPolicy, SecurityHubState } from './state';

/** Configuration policies of an administrator. */
const quota = 20;

/** Configuration policies: what the administrator may associate with accounts, OUs and the root. */
export const policyOperations = (state: SecurityHubState): SecurityHubOperations => ({
  CreateConfigurationPolicy: (call) => create(state, call),
  GetConfigurationPolicy: ({ input }) => describe(findPolicy(state, input.Identifier)),
  ListConfigurationPolicies: () => ({
    ConfigurationPolicySummaries: state.policies.list().map((policy) => ({
      ...identity(policy),
      ServiceEnabled: policy.securityHub.ServiceEnabled,
    })),
  }),
  UpdateConfigurationPolicy: (call) => update(state, findPolicy(state, call.input.Identifier), call),
  DeleteConfigurationPolicy: ({ input }) => remove(state, findPolicy(state, input.Identifier)),
});

/** Finds a policy by its id or its ARN. */
export function findPolicy({ policies }: SecurityHubState, identifier: string | undefined): ConfigurationPolicy {
  const policy = policies.list().find(({ id, arn }) => id === identifier || arn === identifier);
  if (policy === undefined) throw notFound(`Configuration policy ${identifier} not found`);
  return policy;
}

function create(state: SecurityHubState, call: SecurityHubCall<'CreateConfigurationPolicy'>) {
  const { Name, Description: description, ConfigurationPolicy, Tags } = call.input;
  const { clock, newId } = state.world;
  const name = policyName(Name);
  requireFreeName(state, name);
  const securityHub = policyContent(ConfigurationPolicy, call);
  if (state.policies.list().length >= quota) throw limitExceeded(`There are already ${quota} configuration policies`);
  const id = newUuid(newId);
  const arn = arnOf('securityhub', call, `configuration-policy/${id}`);
  const times = { createdAt: clock.iso(), updatedAt: clock.iso() };
  const policy = { id, arn, name, description, tags: tagsOfRecord(Tags), securityHub, ...times };
  return describe(state.policies.set(policy, id));
}

function update(
  state: SecurityHubState,
  policy: ConfigurationPolicy,
  call: SecurityHubCall<'UpdateConfigurationPolicy'>,
) {
  const { Name = policy.name, Description = policy.description, ConfigurationPolicy } = call.input;
  const name = policyName(Name);
  if (name !== policy.name) requireFreeName(state, name);
  if (ConfigurationPolicy !== undefined) policy.securityHub = policyContent(ConfigurationPolicy, call);
  policy.name = name;
  policy.description = Description;
  policy.updatedAt = state.world.clock.iso();
  enforcePolicies(state);
  return describe(policy);
}

function remove(state: SecurityHubState, { id }: ConfigurationPolicy) {
  if (state.associations.list().some(({ configurationId }) => configurationId === id))
    throw conflict(`Configuration policy ${id} is associated with targets: disassociate it from them first`);
  state.policies.delete(id);
  return {};
}

function requireFreeName({ policies }: SecurityHubState, name: string): void {
  if (policies.list().some((policy) => policy.name === name))
    throw conflict(`A configuration policy with the name ${name} already exists`);
}

const identity = ({ id, arn, name, description, updatedAt }: ConfigurationPolicy) => ({
  Arn: arn,
  Id: id,
  Name: name,
  Description: description,
  UpdatedAt: updatedAt,
});

const describe = (policy: ConfigurationPolicy) => ({
  ...identity(policy),
  CreatedAt: policy.createdAt,
  ConfigurationPolicy: { SecurityHub: policy.securityHub },
});
