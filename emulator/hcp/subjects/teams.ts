import { isObject } from '../../toolkit/json';
import { type Actor, mayManage } from '../actors';
import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { boolean, type Form, matching, oneOf, orNull, readAttributes, text } from '../api/forms';
import { type Resource, refersTo, referTo } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  name: matching(/^[A-Za-z0-9_-]{1,90}$/, 'can only include letters, numbers, "-", and "_"'),
  'sso-team-id': orNull(text),
  'organization-access': (value) =>
    isObject(value) && Object.values(value).every((each) => typeof each === 'boolean')
      ? undefined
      : 'must hold true or false by permission',
  visibility: oneOf('secret', 'organization'),
  'allow-member-token-management': boolean,
};

/** Permissions of a team in the organization. Source: HCP Terraform docs, "Teams API"; go-tfe 1.94, `OrganizationAccess`. */
export const organizationPermissions: readonly string[] = [
  ...['manage-policies', 'manage-policy-overrides', 'manage-workspaces', 'manage-vcs-settings', 'manage-providers'],
  ...['manage-modules', 'manage-run-tasks', 'manage-projects', 'read-workspaces', 'read-projects', 'manage-membership'],
  ...['manage-teams', 'manage-organization-access', 'access-secret-teams', 'manage-agent-pools'],
];

/** Teams and their tokens. */
export const teamRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const visible = (actor: Actor, team: Resource<'teams'>): boolean =>
    actor.id === team.id || mayManage(records, actor, 'manage-teams') || team.attributes.visibility === 'organization';
  const managed = ({ actor, params }: ApiCall): Resource<'teams'> => {
    world.checkMayManage(actor, 'manage-teams');
    return world.find('teams', params.team);
  };
  return {
    'GET /organizations/:organization/teams': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const names = query.get('filter[names]');
      return listed(
        records
          .list('teams')
          .filter((team) => visible(actor, team))
          .filter(({ attributes }) => names === null || names.split(',').includes(attributes.name)),
      );
    },
    'POST /organizations/:organization/teams': (call) => {
      world.checkOrganization(call.params.organization, call.actor);
      world.checkMayManage(call.actor, 'manage-teams');
      const sent = readAttributes('teams', form, sentOf(call, 'teams').attributes);
      if (sent.name === undefined) throw invalid('name', "can't be blank");
      return created(createTeam(world, String(sent.name), sent));
    },
    'GET /teams/:team': ({ actor, params }) => {
      const team = world.find('teams', params.team);
      if (actor.kind === 'run' || !visible(actor, team)) throw notFound();
      return ok(team);
    },
    'PATCH /teams/:team': (call) => {
      const team = managed(call);
      const sent = readAttributes('teams', form, sentOf(call, 'teams').attributes);
      if (sent.name !== undefined && sent.name !== team.attributes.name) checkName(world, String(sent.name));
      const { 'organization-access': access, ...others } = sent;
      Object.assign(team.attributes, others);
      if (isObject(access)) Object.assign(team.attributes['organization-access'], access);
      return ok(team);
    },
    'DELETE /teams/:team': (call) => {
      const team = managed(call);
      if (team.attributes.name === 'owners') throw invalid('base', 'The owners team cannot be deleted');
      for (const grant of records.list('team-projects')) if (refersTo(grant, 'team', team.id)) records.delete(grant);
      world.tokens.revokeAll('team', team.id);
      records.delete(team);
      return noContent;
    },
    ...tokenRoutes(world, managed),
  };
};

/** A team has one token: a new one ends the old one. */
const tokenRoutes = (world: HcpWorld, managed: (call: ApiCall) => Resource<'teams'>): ApiRoutes => ({
  'POST /teams/:team/authentication-token': (call) => {
    const team = managed(call);
    world.tokens.revokeAll('team', team.id);
    const token = world.tokens.issue({ kind: 'team', id: team.id });
    const attributes = {
      token,
      description: null,
      'created-at': world.clock.iso(),
      'last-used-at': null,
      'expired-at': null,
    };
    return created({
      type: 'authentication-tokens',
      id: world.id('at'),
      attributes,
      relations: { team: referTo(team) },
    });
  },
  'DELETE /teams/:team/authentication-token': (call) => {
    world.tokens.revokeAll('team', managed(call).id);
    return noContent;
  },
});

/** A new team, with the permissions that are given and no others. */
export function createTeam(
  world: HcpWorld,
  name: string,
  { 'organization-access': access = {}, ...given }: Readonly<Record<string, unknown>> = {},
): Resource<'teams'> {
  checkName(world, name);
  const none = Object.fromEntries(organizationPermissions.map((permission) => [permission, false]));
  return world.add(
    'teams',
    'team',
    {
      ...{ visibility: 'secret', 'sso-team-id': null, 'users-count': 0, 'is-unified': false },
      ...{ 'allow-member-token-management': true, ...given, name },
      'organization-access': { ...none, ...(access as Record<string, boolean>) },
      permissions: {
        'can-destroy': name !== 'owners',
        'can-update-membership': true,
        'can-update-organization-access': true,
      },
    },
    { organization: world.ofOrganization(), users: [], 'organization-memberships': [] },
  );
}

function checkName({ records }: HcpWorld, name: string): void {
  if (records.list('teams').some((team) => team.attributes.name === name))
    throw invalid('name', 'has already been taken');
}
