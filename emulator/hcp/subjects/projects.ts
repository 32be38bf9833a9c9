import { rightsInProject } from '../actors';
import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { anything, boolean, type Form, matching, oneOf, orNull, readAttributes, text } from '../api/forms';
import { type Resource, referencesOf, refersTo, referTo } from '../records';
import type { HcpWorld } from '../world';
import { replaceTags } from './tag-bindings';

const form: Form = {
  name: matching(
    /^(?! )[A-Za-z0-9 _-]{3,40}(?<! )$/,
    'must have 3 to 40 letters, numbers, spaces, "-" and "_", and no space at its ends',
  ),
  description: orNull(matching(/^.{0,256}$/s, 'must have 256 characters at most')),
  'auto-destroy-activity-duration': orNull(text),
  'default-execution-mode': oneOf('remote', 'local', 'agent'),
  'default-agent-pool-id': anything,
  'setting-overwrites': anything,
};

/** Projects: what workspaces, variable sets and the access of teams hang on. */
export const projectRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const mayAdmin = (call: ApiCall): Resource<'projects'> => world.project(call.params.project, call.actor, 'admin');
  return {
    'GET /organizations/:organization/projects': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const names = query.get('filter[names]');
      const search = query.get('q')?.toLowerCase() ?? '';
      return listed(
        records
          .list('projects')
          .filter((project) => rightsInProject(records, actor, project).has('read'))
          .filter(({ attributes: { name } }) => names === null || names.split(',').includes(name))
          .filter(({ attributes: { name } }) => name.toLowerCase().includes(search)),
      );
    },
    'POST /organizations/:organization/projects': (call) => {
      world.checkOrganization(call.params.organization, call.actor);
      world.checkMayManage(call.actor, 'manage-projects');
      const sent = sentOf(call, 'projects');
      const attributes = readAttributes('projects', form, sent.attributes);
      if (attributes.name === undefined) throw invalid('name', "can't be blank");
      const project = createProject(world, String(attributes.name));
      change(world, project, attributes);
      replaceTags(world, project, sent);
      return created(project);
    },
    'GET /projects/:project': ({ actor, params }) => ok(world.project(params.project, actor, 'read')),
    'PATCH /projects/:project': (call) => {
      const project = mayAdmin(call);
      const sent = sentOf(call, 'projects');
      const attributes = readAttributes('projects', form, sent.attributes);
      if (attributes.name !== undefined && attributes.name !== project.attributes.name)
        checkName(world, String(attributes.name));
      change(world, project, attributes);
      replaceTags(world, project, sent);
      return ok(project);
    },
    'DELETE /projects/:project': (call) => {
      const project = mayAdmin(call);
      if (refersTo(world.organization, 'default-project', project.id))
        throw invalid('base', 'The default project cannot be deleted');
      if (records.list('workspaces').some((workspace) => refersTo(workspace, 'project', project.id)))
        throw invalid('base', 'Project has workspaces; move or delete them first');
      for (const grant of records.list('team-projects'))
        if (refersTo(grant, 'project', project.id)) records.delete(grant);
      records.delete(project);
      return noContent;
    },
  };
};

/** A new project, with a name that no other one has. */
export function createProject(world: HcpWorld, name: string): Resource<'projects'> {
  checkName(world, name);
  return world.add(
    'projects',
    'prj',
    {
      ...{ name, description: '', 'default-execution-mode': null, 'is-unified': false },
      'auto-destroy-activity-duration': null,
      'created-at': world.clock.iso(),
      'setting-overwrites': { 'default-execution-mode': false, 'default-agent-pool': false },
    },
    {
      organization: world.ofOrganization(),
      'default-agent-pool': null,
      'tag-bindings': [],
      'effective-tag-bindings': [],
    },
  );
}

function checkName({ records }: HcpWorld, name: string): void {
  if (records.list('projects').some((project) => project.attributes.name === name))
    throw invalid('name', 'has already been taken');
}

function change(world: HcpWorld, project: Resource<'projects'>, sent: Readonly<Record<string, unknown>>): void {
  const { 'default-agent-pool-id': pool, 'setting-overwrites': overwrites, description, ...others } = sent;
  Object.assign(project.attributes, others, description !== undefined && { description: description ?? '' });
  if (pool !== undefined)
    project.relations['default-agent-pool'] = pool ? referTo(world.find('agent-pools', String(pool))) : null;
  if (sent['default-execution-mode'] !== undefined)
    project.attributes['setting-overwrites'] = { 'default-execution-mode': true, 'default-agent-pool': true };
  if (isCleared(overwrites)) {
    project.attributes['default-execution-mode'] = null;
    project.relations['default-agent-pool'] = null;
    project.attributes['setting-overwrites'] = { 'default-execution-mode': false, 'default-agent-pool': false };
  }
}

const isCleared = (overwrites: unknown): boolean =>
  typeof overwrites === 'object' &&
  overwrites !== null &&
  boolean((overwrites as Record<string, unknown>)['default-execution-mode']) === undefined &&
  (overwrites as Record<string, unknown>)['default-execution-mode'] === false;

/** The project in which a workspace is made that names none. @throws ApiError 404 where there is none */
export function defaultProject(world: HcpWorld): Resource<'projects'> {
  const [reference] = referencesOf(world.organization, 'default-project');
  if (!reference) throw notFound();
  return world.find('projects', reference.id);
}
