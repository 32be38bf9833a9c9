import type { Call, Json, Route } from '../../toolkit/untyped';
import { centralRoute } from './central';
import { enforcePolicies } from './enforcement';
import { conflict, limitExceeded, notFound } from './errors';
import { policyContent, policyName } from './policy-content';
import { type ConfigurationPolicy, type SecurityHubState, TIMESTAMP } from './state';

/** Configuration policies of an administrator. */
const QUOTA = 20;

/** Configuration policies: what the administrator may associate with accounts, OUs and the root. */
export function policyRoutes(state: SecurityHubState): Route[] {
  const path = '/configurationPolicy';
  const find = (call: Call) => findPolicy(state, call.input.Identifier);
  return [
    centralRoute(state, 'POST', `${path}/create`, 'CreateConfigurationPolicy', (call) => create(state, call)),
    centralRoute(state, 'GET', `${path}/get/:Identifier`, 'GetConfigurationPolicy', (call) => describe(find(call))),
    centralRoute(state, 'GET', `${path}/list`, 'ListConfigurationPolicies', () => ({
      ConfigurationPolicySummaries: state.policies.list().map(summary),
    })),
    centralRoute(state, 'PATCH', `${path}/:Identifier`, 'UpdateConfigurationPolicy', (call) =>
      update(state, find(call), call),
    ),
    centralRoute(state, 'DELETE', `${path}/:Identifier`, 'DeleteConfigurationPolicy', (call) =>
      remove(state, find(call)),
    ),
  ];
}

/** Finds a policy by its id or its ARN. */
export function findPolicy({ policies }: SecurityHubState, identifier: string): ConfigurationPolicy {
  const policy = policies.list().find(({ id, arn }) => id === identifier || arn === identifier);
  if (policy === undefined) throw notFound(`Configuration policy ${identifier} not found`);
  return policy;
}

function create(state: SecurityHubState, call: Call): Json {
  const { account, region, input } = call;
  const name = policyName(input.Name);
  requireFreeName(state, name);
  const securityHub = policyContent(input, call);
  if (state.policies.list().length >= QUOTA) {
    throw limitExceeded(`There are already ${QUOTA} configuration policies`);
  }
  const id = state.world.newId(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const arn = `arn:aws:securityhub:${region}:${account}:configuration-policy/${id}`;
  const policy = { id, arn, name, description: input.Description, tags: input.Tags ?? {}, securityHub };
  return describe(state.policies.set(policy, id));
}

function update(state: SecurityHubState, policy: ConfigurationPolicy, call: Call): Json {
  const { Name = policy.name, Description = policy.description, ConfigurationPolicy } = call.input;
  const name = policyName(Name);
  if (name !== policy.name) requireFreeName(state, name);
  const securityHub = ConfigurationPolicy === undefined ? policy.securityHub : policyContent(call.input, call);
  Object.assign(policy, { name, description: Description, securityHub });
  enforcePolicies(state);
  return describe(policy);
}

function remove(state: SecurityHubState, { id }: ConfigurationPolicy): Json {
  if (state.associations.list().includes(id)) {
    throw conflict(`Configuration policy ${id} is associated with targets: disassociate it from them first`);
  }
  state.policies.delete(id);
  return {};
}

function requireFreeName({ policies }: SecurityHubState, name: string): void {
  if (policies.list().some((policy) => policy.name === name)) {
    throw conflict(`A configuration policy with the name ${name} already exists`);
  }
}

const describe = ({ id, arn, name, description, securityHub }: ConfigurationPolicy): Json => ({
  Arn: arn,
  Id: id,
  Name: name,
  Description: description,
  UpdatedAt: TIMESTAMP,
  CreatedAt: TIMESTAMP,
  ConfigurationPolicy: { SecurityHub: securityHub },
});

const summary = ({ id, arn, name, description, securityHub }: ConfigurationPolicy): Json => ({
  Arn: arn,
  Id: id,
  Name: name,
  Description: description,
  UpdatedAt: TIMESTAMP,
  ServiceEnabled: securityHub.ServiceEnabled,
});
