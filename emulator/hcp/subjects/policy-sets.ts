import {
  type ApiCall,
  type ApiRoutes,
  created,
  listed,
  noContent,
  ok,
  referencesSent,
  relationSent,
  sentOf,
} from '../api/call';
import { invalid } from '../api/errors';
import { anything, boolean, type Form, oneOf, orNull, plainName, readAttributes, text } from '../api/forms';
import { type Attributes, type Resource, referencesOf } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  name: plainName,
  description: orNull(text),
  global: boolean,
  kind: oneOf('sentinel', 'opa'),
  overridable: orNull(boolean),
  'agent-enabled': boolean,
  'policy-tool-version': orNull(text),
  'policies-path': orNull(text),
  'vcs-repo': anything,
};

const members = [
  ['policies', 'policies'],
  ['workspaces', 'workspaces'],
  ['projects', 'projects'],
  ['workspace-exclusions', 'workspaces'],
] as const;

/** Sets of policies and where they apply. Source: HCP Terraform docs, "Policy Sets API". */
export const policySetRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const managed = ({ actor, params }: ApiCall): Resource<'policy-sets'> => {
    world.checkMayManage(actor, 'manage-policies');
    return world.find('policy-sets', params.set);
  };
  const member = ([relation, type]: (typeof members)[number]): ApiRoutes => {
    const change = (call: ApiCall, adds: boolean) => {
      const set = managed(call);
      const sent = referencesSent(call, type);
      for (const { id } of sent) world.find(type, id);
      if (adds && set.attributes.global === true && relation !== 'policies' && relation !== 'workspace-exclusions')
        throw invalid('global', 'A global policy set applies everywhere already');
      const kept = referencesOf(set, relation).filter(({ id }) => !sent.some((each) => each.id === id));
      set.relations[relation] = adds ? [...kept, ...sent] : kept;
      count(set);
      return noContent;
    };
    return {
      [`POST /policy-sets/:set/relationships/${relation}`]: (call) => change(call, true),
      [`DELETE /policy-sets/:set/relationships/${relation}`]: (call) => change(call, false),
    };
  };
  return {
    'GET /organizations/:organization/policy-sets': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const name = query.get('search[name]') ?? '';
      return listed(records.list('policy-sets').filter(({ attributes }) => String(attributes.name).includes(name)));
    },
    'POST /organizations/:organization/policy-sets': (call) => created(create(world, call)),
    'GET /policy-sets/:set': (call) => ok(managed(call)),
    'PATCH /policy-sets/:set': (call) => {
      const set = managed(call);
      const sent = readAttributes('policy-sets', form, sentOf(call, 'policy-sets').attributes);
      if (sent.name !== undefined && sent.name !== set.attributes.name) checkName(world, sent.name);
      if (sent.kind !== undefined && sent.kind !== set.attributes.kind) throw invalid('kind', 'cannot be changed');
      checkTogether({ ...set.attributes, ...sent });
      Object.assign(set.attributes, sent, { 'updated-at': world.clock.iso() });
      return ok(set);
    },
    'DELETE /policy-sets/:set': (call) => {
      records.delete(managed(call));
      return noContent;
    },
    ...Object.assign({}, ...members.map(member)),
  };
};

function create(world: HcpWorld, call: ApiCall): Resource<'policy-sets'> {
  world.checkOrganization(call.params.organization, call.actor);
  world.checkMayManage(call.actor, 'manage-policies');
  const sent = sentOf(call, 'policy-sets');
  const attributes = readAttributes('policy-sets', form, sent.attributes);
  if (attributes.name === undefined) throw invalid('name', "can't be blank");
  checkName(world, attributes.name);
  checkTogether(attributes);
  const set = world.add(
    'policy-sets',
    'polset',
    { ...blank(attributes, world.clock.iso()), ...attributes },
    {
      organization: world.ofOrganization(),
      ...Object.fromEntries(members.map(([relation, type]) => [relation, relationSent(sent, relation, type) ?? []])),
      ...{ 'newest-version': null, 'current-version': null },
    },
  );
  count(set);
  return set;
}

const blank = ({ kind = 'sentinel' }: Attributes, now: string): Attributes => ({
  ...{
    description: '',
    global: false,
    kind,
    overridable: kind === 'opa' ? false : null,
    'agent-enabled': kind === 'opa',
  },
  ...{ 'policies-path': null, 'vcs-repo': null, 'policy-tool-version': kind === 'opa' ? '1.0.0' : 'latest' },
  ...{ versioned: false, 'created-at': now, 'updated-at': now },
});

/** Source: provider, `tfe_policy_set`: "latest" is no version of OPA, and only OPA sets are overridable. */
function checkTogether({ kind = 'sentinel', overridable, 'policy-tool-version': version }: Attributes): void {
  if (kind === 'opa' && version === 'latest') throw invalid('policy-tool-version', 'must be a version of OPA');
  if (kind === 'sentinel' && overridable === true) throw invalid('overridable', 'can only be set for OPA policy sets');
}

function count(set: Resource<'policy-sets'>): void {
  for (const [relation, attribute] of [
    ['policies', 'policy-count'],
    ['workspaces', 'workspace-count'],
    ['projects', 'project-count'],
  ] as const)
    set.attributes[attribute] = referencesOf(set, relation).length;
}

function checkName({ records }: HcpWorld, name: unknown): void {
  if (records.list('policy-sets').some((set) => set.attributes.name === name))
    throw invalid('name', 'has already been taken');
}
