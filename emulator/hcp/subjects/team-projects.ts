import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, requiredRelation, sentOf } from '../api/call';
import { invalid } from '../api/errors';
import { anything, type Form, oneOf, readAttributes } from '../api/forms';
import { type Attributes, type Resource, refersTo, related } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  access: oneOf('admin', 'maintain', 'write', 'read', 'custom'),
  'project-access': anything,
  'workspace-access': anything,
};

/** What teams may do in projects. Source: HCP Terraform docs, "Project Team Access API". */
export const teamProjectRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const one = ({ actor, params }: ApiCall, right: 'read' | 'admin'): Resource<'team-projects'> => {
    const grant = world.find('team-projects', params.grant);
    world.project(related(records, grant, 'project', 'projects')?.id, actor, right);
    return grant;
  };
  return {
    'GET /team-projects': ({ actor, query }) => {
      const project = world.project(query.get('filter[project][id]') ?? undefined, actor, 'read');
      return listed(records.list('team-projects').filter((grant) => refersTo(grant, 'project', project.id)));
    },
    'POST /team-projects': (call) => {
      const sent = sentOf(call, 'team-projects');
      const team = requiredRelation(sent, 'team', 'teams');
      const project = requiredRelation(sent, 'project', 'projects');
      world.project(project.id, call.actor, 'admin');
      world.find('teams', team.id);
      const attributes = readAttributes('team-projects', form, sent.attributes);
      if (attributes.access === undefined) throw invalid('access', "can't be blank");
      if (
        records
          .list('team-projects')
          .some((each) => refersTo(each, 'team', team.id) && refersTo(each, 'project', project.id))
      )
        throw invalid('team', 'has already been taken');
      return created(world.add('team-projects', 'tprj', complete(attributes), { team, project }));
    },
    'GET /team-projects/:grant': (call) => ok(one(call, 'read')),
    'PATCH /team-projects/:grant': (call) => {
      const grant = one(call, 'admin');
      const attributes = readAttributes('team-projects', form, sentOf(call, 'team-projects').attributes);
      Object.assign(grant.attributes, complete(merged(grant.attributes, attributes)));
      return ok(grant);
    },
    'DELETE /team-projects/:grant': (call) => {
      records.delete(one(call, 'admin'));
      return noContent;
    },
  };
};

/** Of custom permissions a change sends those that change. */
function merged(present: Resource<'team-projects'>['attributes'], sent: Attributes): Attributes {
  const before: Attributes = present.access === 'custom' ? present : {};
  const both = (name: string): object => ({ ...(before[name] as object), ...(sent[name] as object) });
  const named = { 'project-access': both('project-access'), 'workspace-access': both('workspace-access') };
  return { access: present.access, ...sent, ...named };
}

/** A fixed level says what is in it; a custom one is what was sent, and nothing else. */
function complete(attributes: Attributes): Resource<'team-projects'>['attributes'] {
  const { access } = attributes;
  const level = levels[String(access)] ?? levels.read;
  const custom = access === 'custom';
  return {
    access: String(access),
    'project-access': { ...none.project, ...(custom ? (attributes['project-access'] as object) : level?.project) },
    'workspace-access': {
      ...none.workspace,
      ...(custom ? (attributes['workspace-access'] as object) : level?.workspace),
    },
  };
}

const none = {
  project: { settings: 'read', teams: 'none', 'variable-sets': 'none' },
  workspace: {
    ...{ create: false, locking: false, move: false, delete: false, 'run-tasks': false },
    ...{ runs: 'read', variables: 'none', 'state-versions': 'none', 'sentinel-mocks': 'none' },
  },
};

interface Level {
  readonly project: object;
  readonly workspace: object;
}

const write = { locking: true, runs: 'apply', variables: 'write', 'state-versions': 'write', 'sentinel-mocks': 'read' };
const everything = { ...write, create: true, move: false, delete: true, 'run-tasks': true };

/** What the fixed levels hold. Source: HCP Terraform docs, "Permissions", project permissions. */
const levels: Readonly<Record<string, Level>> = {
  read: { project: {}, workspace: { variables: 'read', 'state-versions': 'read' } },
  write: { project: { 'variable-sets': 'read' }, workspace: write },
  maintain: { project: { 'variable-sets': 'write' }, workspace: everything },
  admin: {
    project: { settings: 'delete', teams: 'manage', 'variable-sets': 'write' },
    workspace: { ...everything, move: true },
  },
};
