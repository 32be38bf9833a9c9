import {
  type ApiCall,
  type ApiRoutes,
  created,
  listed,
  noContent,
  ok,
  relationSent,
  type Sent,
  sentOf,
} from '../api/call';
import { invalid, notFound } from '../api/errors';
import { boolean, type Form, matching, readAttributes } from '../api/forms';
import { type Resource, refersTo } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  name: matching(/^.{1,90}$/s, 'must have 1 to 90 characters'),
  'organization-scoped': boolean,
};

/** Pools of agents. The double has no agents: runs in agent mode are executed as remote ones are. Source: docs, "Agent Pools API". */
export const agentPoolRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const managed = ({ actor, params }: ApiCall): Resource<'agent-pools'> => {
    world.checkMayManage(actor, 'manage-agent-pools');
    return world.find('agent-pools', params.pool);
  };
  const relate = (pool: Resource<'agent-pools'>, sent: Sent): void => {
    for (const [name, type] of relations) {
      const references = relationSent(sent, name, type);
      if (references) pool.relations[name] = references;
    }
  };
  return {
    'GET /organizations/:organization/agent-pools': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const search = query.get('q') ?? '';
      return listed(records.list('agent-pools').filter(({ attributes }) => String(attributes.name).includes(search)));
    },
    'POST /organizations/:organization/agent-pools': (call) => {
      world.checkOrganization(call.params.organization, call.actor);
      world.checkMayManage(call.actor, 'manage-agent-pools');
      const sent = sentOf(call, 'agent-pools');
      const attributes = readAttributes('agent-pools', form, sent.attributes);
      if (attributes.name === undefined) throw invalid('name', "can't be blank");
      if (records.list('agent-pools').some((pool) => pool.attributes.name === attributes.name))
        throw invalid('name', 'has already been taken');
      const pool = world.add(
        'agent-pools',
        'apool',
        { 'organization-scoped': true, 'agent-count': 0, 'created-at': world.clock.iso(), ...attributes },
        {
          organization: world.ofOrganization(),
          workspaces: [],
          ...Object.fromEntries(relations.map(([name]) => [name, []])),
        },
      );
      relate(pool, sent);
      return created(pool);
    },
    'GET /agent-pools/:pool': ({ actor, params }) => {
      if (actor.kind === 'run') throw notFound();
      return ok(world.find('agent-pools', params.pool));
    },
    'PATCH /agent-pools/:pool': (call) => {
      const pool = managed(call);
      const sent = sentOf(call, 'agent-pools');
      Object.assign(pool.attributes, readAttributes('agent-pools', form, sent.attributes));
      relate(pool, sent);
      return ok(pool);
    },
    'DELETE /agent-pools/:pool': (call) => {
      const pool = managed(call);
      if (records.list('workspaces').some((workspace) => refersTo(workspace, 'agent-pool', pool.id)))
        throw invalid('base', 'The agent pool is used by workspaces');
      records.delete(pool);
      return noContent;
    },
  };
};

const relations = [
  ['allowed-workspaces', 'workspaces'],
  ['allowed-projects', 'projects'],
  ['excluded-workspaces', 'workspaces'],
] as const;
