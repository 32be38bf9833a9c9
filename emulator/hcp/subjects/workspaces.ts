import { rightsIn } from '../actors';
import { type ApiCall, type ApiRoutes, created, listed, ok, relationSent, sentOf } from '../api/call';
import { invalid, invalidRelation, notFound } from '../api/errors';
import { readAttributes } from '../api/forms';
import { type Attributes, type Resource, refersTo, referTo } from '../records';
import type { HcpWorld } from '../world';
import { defaultProject } from './projects';
import { replaceTags } from './tag-bindings';
import { newWorkspace, workspaceForm } from './workspace-form';

/** Workspaces and their settings, by id and by name. */
export const workspaceRoutes = (world: HcpWorld): ApiRoutes => {
  const byName = ({ actor, params: { organization, name } }: ApiCall, right: 'read' | 'admin') => {
    if (organization !== world.organization.id) throw notFound();
    return world.workspace(tryNamed(world, name)?.id, actor, right);
  };
  return {
    'GET /organizations/:organization/workspaces': (call) => {
      world.checkOrganization(call.params.organization, call.actor);
      return listed(search(world, call));
    },
    'POST /organizations/:organization/workspaces': (call) => created(create(world, call)),
    'GET /organizations/:organization/workspaces/:name': (call) => ok(byName(call, 'read')),
    'PATCH /organizations/:organization/workspaces/:name': (call) => ok(update(world, byName(call, 'admin'), call)),
    'GET /workspaces/:workspace': ({ actor, params }) => ok(world.workspace(params.workspace, actor, 'read')),
    'PATCH /workspaces/:workspace': (call) =>
      ok(update(world, world.workspace(call.params.workspace, call.actor, 'admin'), call)),
  };
};

/** The workspace of a name; undefined where there is none. */
export const tryNamed = ({ records }: HcpWorld, name: string | undefined): Resource<'workspaces'> | undefined =>
  records.list('workspaces').find(({ attributes }) => attributes.name === name);

function search({ records }: HcpWorld, { actor, query }: ApiCall): readonly Resource[] {
  const name = query.get('search[name]')?.toLowerCase() ?? '';
  const wildcard = query.get('search[wildcard-name]');
  const pattern = wildcard && new RegExp(`^${wildcard.split('*').map(escaped).join('.*')}$`, 'i');
  const project = query.get('filter[project][id]');
  return records
    .list('workspaces')
    .filter((workspace) => rightsIn(records, actor, workspace).has('read'))
    .filter(({ attributes }) => attributes.name.toLowerCase().includes(name))
    .filter(({ attributes }) => !pattern || pattern.test(attributes.name))
    .filter((workspace) => project === null || refersTo(workspace, 'project', project))
    .sort((one, other) => (one.attributes.name < other.attributes.name ? -1 : 1));
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

function create(world: HcpWorld, call: ApiCall): Resource<'workspaces'> {
  world.checkOrganization(call.params.organization, call.actor);
  const sent = sentOf(call, 'workspaces');
  const [named] = relationSent(sent, 'project', 'projects') ?? [];
  const project = named?.id ?? defaultProject(world).id;
  world.project(project, call.actor, 'create workspaces');
  const attributes = readAttributes('workspaces', workspaceForm, sent.attributes);
  if (attributes.name === undefined) throw invalid('name', "can't be blank");
  checkName(world, attributes.name);
  checkTogether(attributes);
  const workspace: Resource<'workspaces'> = world.add(
    'workspaces',
    'ws',
    newWorkspace('latest', world.clock.iso()) as Resource<'workspaces'>['attributes'],
    {
      ...{ organization: world.ofOrganization(), project: { type: 'projects', id: project } },
      ...{ 'agent-pool': null, 'current-run': null, 'current-state-version': null, 'locked-by': null },
      ...{ 'current-configuration-version': null, outputs: [], 'remote-state-consumers': [] },
      ...{ 'tag-bindings': [], 'effective-tag-bindings': [], vars: [] },
    },
  );
  change(world, workspace, attributes);
  replaceTags(world, workspace, sent);
  return workspace;
}

function update(world: HcpWorld, workspace: Resource<'workspaces'>, call: ApiCall): Resource<'workspaces'> {
  const sent = sentOf(call, 'workspaces');
  const attributes = readAttributes('workspaces', workspaceForm, sent.attributes);
  if (attributes.name !== undefined && attributes.name !== workspace.attributes.name) checkName(world, attributes.name);
  checkTogether({ ...workspace.attributes, ...attributes });
  const [project] = relationSent(sent, 'project', 'projects') ?? [];
  if (project) world.project(project.id, call.actor, 'create workspaces');
  change(world, workspace, attributes);
  if (project) workspace.relations.project = project;
  replaceTags(world, workspace, sent);
  workspace.attributes['updated-at'] = world.clock.iso();
  return workspace;
}

function checkName(world: HcpWorld, name: unknown): void {
  if (tryNamed(world, String(name))) throw invalid('name', 'has already been taken');
}

/** What must agree. Source: docs, "Workspaces API"; provider, `tfe_workspace`. */
function checkTogether(attributes: Attributes): void {
  const filled = (name: string): boolean => (attributes[name] as readonly unknown[] | undefined)?.length !== 0;
  if (
    attributes['trigger-patterns'] &&
    filled('trigger-patterns') &&
    attributes['trigger-prefixes'] &&
    filled('trigger-prefixes')
  )
    throw invalid('trigger-patterns', 'Trigger patterns and trigger prefixes cannot be used at the same time');
}

/** Applies what was sent as it is: false is false, and nothing that was left out changes. */
function change(world: HcpWorld, workspace: Resource<'workspaces'>, sent: Attributes): void {
  const { 'agent-pool-id': pool, 'setting-overwrites': overwrites, operations, ...others } = sent;
  const mode = sent['execution-mode'] ?? (operations === undefined ? undefined : operations ? 'remote' : 'local');
  const nextMode = mode ?? workspace.attributes['execution-mode'];
  if (pool && nextMode !== 'agent') throw invalid('agent-pool-id', 'can only be set where the execution mode is agent');
  if (mode === 'agent' && !pool && workspace.relations['agent-pool'] === null)
    throw invalid('agent-pool-id', 'must be set where the execution mode is agent');
  if (pool) workspace.relations['agent-pool'] = referTo(findPool(world, String(pool)));
  if (mode !== undefined && mode !== 'agent') workspace.relations['agent-pool'] = null;
  Object.assign(workspace.attributes, others);
  if (mode === undefined && !isRecord(overwrites)) return;
  if (mode !== undefined) Object.assign(workspace.attributes, { 'execution-mode': mode });
  const set = isRecord(overwrites) ? overwrites : { 'execution-mode': true, 'agent-pool': true };
  workspace.attributes['setting-overwrites'] = {
    'execution-mode': set['execution-mode'] === true,
    'agent-pool': set['agent-pool'] === true,
  };
}

function findPool({ records }: HcpWorld, id: string): Resource<'agent-pools'> {
  const pool = records.tryFind('agent-pools', id);
  if (!pool) throw invalidRelation('agent-pool', `there is no agent pool ${id}`);
  return pool;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
