import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { anything, type Form, oneOf, orNull, plainName, readAttributes, text } from '../api/forms';
import { type Resource, referencesOf, refersTo } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  name: plainName,
  description: orNull(text),
  kind: oneOf('sentinel', 'opa'),
  query: orNull(text),
  enforce: anything,
  'enforcement-level': oneOf('advisory', 'mandatory', 'soft-mandatory', 'hard-mandatory'),
};

/** Policies that are kept one by one. They are not evaluated: the double has no engine for them. Source: docs, "Policies API". */
export const policyRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const code = new Map<string, Buffer>();
  const managed = ({ actor, params }: ApiCall): Resource<'policies'> => {
    world.checkMayManage(actor, 'manage-policies');
    return world.find('policies', params.policy);
  };
  return {
    'GET /organizations/:organization/policies': ({ actor, params }) => {
      world.checkOrganization(params.organization, actor);
      return listed(records.list('policies'));
    },
    'POST /organizations/:organization/policies': (call) => created(create(world, call)),
    'GET /policies/:policy': (call) => ok(managed(call)),
    'PATCH /policies/:policy': (call) => {
      const policy = managed(call);
      const { name, kind, ...sent } = readAttributes('policies', form, sentOf(call, 'policies').attributes);
      for (const [attribute, value] of Object.entries({ name, kind }))
        if (value !== undefined && value !== policy.attributes[attribute])
          throw invalid(attribute, 'cannot be changed');
      Object.assign(policy.attributes, sent, { 'updated-at': world.clock.iso() });
      return ok(policy);
    },
    'DELETE /policies/:policy': (call) => {
      const policy = managed(call);
      for (const set of records.list('policy-sets'))
        if (refersTo(set, 'policies', policy.id))
          set.relations.policies = referencesOf(set, 'policies').filter(({ id }) => id !== policy.id);
      records.delete(policy);
      code.delete(policy.id);
      return noContent;
    },
    'PUT /policies/:policy/upload': (call) => {
      code.set(managed(call).id, call.body);
      return { status: 200 };
    },
    'GET /policies/:policy/download': (call) => {
      const bytes = code.get(managed(call).id);
      if (!bytes) throw notFound();
      return { status: 200, body: bytes, type: 'application/octet-stream' };
    },
  };
};

function create(world: HcpWorld, call: ApiCall): Resource<'policies'> {
  world.checkOrganization(call.params.organization, call.actor);
  world.checkMayManage(call.actor, 'manage-policies');
  const sent = readAttributes('policies', form, sentOf(call, 'policies').attributes);
  if (sent.name === undefined) throw invalid('name', "can't be blank");
  if (world.records.list('policies').some(({ attributes: { name } }) => name === sent.name))
    throw invalid('name', 'has already been taken');
  const kind = sent.kind ?? 'sentinel';
  if (kind === 'opa' && !sent.query) throw invalid('query', "can't be blank for an OPA policy");
  const attributes = {
    description: '',
    query: null,
    kind,
    'policy-set-count': 0,
    'updated-at': world.clock.iso(),
    ...sent,
  };
  return world.add('policies', 'pol', attributes, { organization: world.ofOrganization(), 'policy-sets': [] });
}
