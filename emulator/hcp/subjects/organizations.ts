import { type ApiRoutes, listed, noContent, ok, sentOf } from '../api/call';
import { notFound } from '../api/errors';
import { anything, type Form, oneOf, readAttributes } from '../api/forms';
import { type Resource, referTo } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  'default-execution-mode': oneOf('remote', 'local', 'agent'),
  'default-agent-pool-id': anything,
};

/** Who asks, and the organization with its plan. */
export const organizationRoutes = (world: HcpWorld): ApiRoutes => {
  const { records, organization } = world;
  const capacity = (): Resource => {
    const statuses = records.list('runs').map(({ attributes }) => attributes.status);
    return {
      type: 'organization-capacity',
      id: organization.id,
      attributes: {
        pending: statuses.filter((status) => ['pending', 'plan_queued', 'apply_queued'].includes(status)).length,
        running: statuses.filter((status) => ['planning', 'applying'].includes(status)).length,
      },
      relations: {},
    };
  };
  return {
    'GET /ping': () => noContent,
    'GET /account/details': ({ actor }) => {
      if (actor.kind === 'run' || actor.kind === 'organization') throw notFound();
      const username = actor.kind === 'user' ? 'owner' : `api-team_${actor.id}`;
      return ok({
        type: 'users',
        id: actor.id.replace(/^team-/, 'user-'),
        attributes: { username, 'is-service-account': actor.kind === 'team', email: `${username}@example.com` },
        relations: {},
      });
    },
    'GET /organizations': ({ actor }) => listed(actor.kind === 'run' ? [] : [organization]),
    'GET /organizations/:organization': ({ actor, params }) => {
      world.checkOrganization(params.organization, actor);
      return ok(organization);
    },
    'PATCH /organizations/:organization': (call) => {
      world.checkOrganization(call.params.organization, call.actor);
      if (call.actor.kind !== 'user' && !isOwner(world, call.actor)) throw notFound();
      const { 'default-agent-pool-id': pool, ...attributes } = readAttributes(
        'organizations',
        form,
        sentOf(call, 'organizations').attributes,
      );
      Object.assign(organization.attributes, attributes);
      if (pool !== undefined)
        organization.relations['default-agent-pool'] = pool ? referTo(world.find('agent-pools', String(pool))) : null;
      return ok(organization);
    },
    'GET /organizations/:organization/entitlement-set': ({ params }) => {
      if (params.organization !== organization.id) throw notFound();
      return ok({ type: 'entitlement-sets', id: organization.id, attributes: entitlements, relations: {} });
    },
    'GET /organizations/:organization/capacity': ({ actor, params }) => {
      world.checkOrganization(params.organization, actor);
      return ok(capacity());
    },
    'GET /organizations/:organization/runs/queue': ({ actor, params }) => {
      world.checkOrganization(params.organization, actor);
      const waiting = records.list('runs').filter(({ attributes: { status } }) => queued.includes(status));
      return listed(waiting);
    },
  };
};

const queued: readonly string[] = ['pending', 'plan_queued', 'planning', 'apply_queued', 'applying'];

/** What the plan of the organization includes. Source of the names: go-tfe 1.94, `Entitlements`. */
const entitlements = {
  agents: true,
  'audit-logging': false,
  'cost-estimation': false,
  operations: true,
  'private-module-registry': true,
  'run-tasks': false,
  sentinel: true,
  'state-storage': true,
  teams: true,
  'vcs-integrations': true,
};

const isOwner = ({ records }: HcpWorld, actor: { readonly kind: string; readonly id: string }): boolean =>
  actor.kind === 'team' && records.tryFind('teams', actor.id)?.attributes.name === 'owners';
