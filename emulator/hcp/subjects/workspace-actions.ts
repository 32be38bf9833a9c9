import type { Actor } from '../actors';
import { type ApiCall, type ApiRoutes, noContent, ok, parse } from '../api/call';
import { conflict, notFound } from '../api/errors';
import { type Reference, type Resource, referencesOf, refersTo, related } from '../records';
import type { HcpWorld } from '../world';
import { tryNamed } from './workspaces';

/** What is done to a workspace: locked, unlocked, deleted. */
export const workspaceActionRoutes = (world: HcpWorld): ApiRoutes => ({
  'POST /workspaces/:workspace/actions/lock': ({ actor, params, body }) => {
    const workspace = world.workspace(params.workspace, actor, 'lock');
    parse(body);
    if (workspace.attributes.locked) throw conflict('Unable to lock workspace. The workspace is already locked.');
    lock(workspace, holderOf(actor));
    return ok(workspace);
  },
  'POST /workspaces/:workspace/actions/unlock': ({ actor, params }) => {
    const workspace = world.workspace(params.workspace, actor, 'lock');
    const [holder] = referencesOf(workspace, 'locked-by');
    if (!holder) throw conflict('Unable to unlock workspace. The workspace is already unlocked.');
    if (holder.id !== holderOf(actor).id)
      throw conflict(`Unable to unlock workspace. It is locked by ${words[holder.type]} ${holder.id}.`);
    if (hasPendingState(world, workspace))
      throw conflict('Unable to unlock workspace. Its latest state version is not uploaded yet.');
    unlock(world, workspace);
    return ok(workspace);
  },
  'POST /workspaces/:workspace/actions/force-unlock': ({ actor, params }) => {
    const workspace = world.workspace(params.workspace, actor, 'admin');
    const [holder] = referencesOf(workspace, 'locked-by');
    if (!holder) throw conflict('Unable to unlock workspace. The workspace is already unlocked.');
    if (holder.type === 'runs') throw conflict(`Unable to unlock workspace. It is locked by Run ${holder.id}.`);
    unlock(world, workspace);
    return ok(workspace);
  },
  'POST /workspaces/:workspace/actions/safe-delete': ({ actor, params }) =>
    safeDelete(world, world.workspace(params.workspace, actor, 'delete')),
  'POST /organizations/:organization/workspaces/:name/actions/safe-delete': (call) =>
    safeDelete(world, named(world, call)),
  'DELETE /workspaces/:workspace': ({ actor, params }) =>
    remove(world, world.workspace(params.workspace, actor, 'delete')),
  'DELETE /organizations/:organization/workspaces/:name': (call) => remove(world, named(world, call)),
});

function named(world: HcpWorld, { actor, params: { organization, name } }: ApiCall): Resource<'workspaces'> {
  if (organization !== world.organization.id) throw notFound();
  return world.workspace(tryNamed(world, name)?.id, actor, 'delete');
}

/** Whom a lock names: the run, team or user that the token belongs to. */
export const holderOf = ({ kind, id }: Actor): Reference => ({
  type: kind === 'run' ? 'runs' : kind === 'team' ? 'teams' : 'users',
  id,
});

/** Who made a run or a state: a user, which for the token of a team is its service account. */
export const creatorOf = ({ type, id }: Reference): Reference | null =>
  type === 'runs' ? null : { type: 'users', id: id.replace(/^team-/, 'user-') };

/** go-tfe tells these apart by the capital letters. */
const words: Readonly<Record<string, string>> = { runs: 'Run', teams: 'Team', users: 'User' };

/** Locks a workspace that nobody has locked. */
export function lock(workspace: Resource<'workspaces'>, holder: Reference): void {
  workspace.attributes.locked = true;
  workspace.relations['locked-by'] = holder;
}

/** Unlocks a workspace; runs that waited for it go on. */
export function unlock(world: HcpWorld, workspace: Resource<'workspaces'>): void {
  workspace.attributes.locked = false;
  workspace.relations['locked-by'] = null;
  world.runs?.wake();
}

const hasPendingState = ({ records }: HcpWorld, { id }: Reference): boolean =>
  records
    .list('state-versions')
    .some((version) => version.attributes.status === 'pending' && refersTo(version, 'workspace', id));

function safeDelete(world: HcpWorld, workspace: Resource<'workspaces'>) {
  if (workspace.attributes.locked) throw conflict('Workspace cannot be safely deleted because it is locked');
  if (workspace.attributes['resource-count'] > 0)
    throw conflict('Workspace is not safe to delete because it is managing resources');
  return remove(world, workspace);
}

/** Deletes a workspace with everything that belongs to it. */
function remove(world: HcpWorld, workspace: Resource<'workspaces'>) {
  const { records } = world;
  const run = related(records, workspace, 'current-run', 'runs');
  if (run && ['planning', 'applying'].includes(run.attributes.status)) world.runs?.cancel(run, 'by force');
  for (const type of [
    'vars',
    'notification-configurations',
    'state-versions',
    'runs',
    'configuration-versions',
  ] as const)
    for (const each of records.list(type))
      if (refersTo(each, 'workspace', workspace.id) || refersTo(each, 'subscribable', workspace.id))
        records.delete(each);
  for (const trigger of records.list('run-triggers'))
    if (refersTo(trigger, 'workspace', workspace.id) || refersTo(trigger, 'sourceable', workspace.id))
      records.delete(trigger);
  for (const type of ['varsets', 'policy-sets', 'workspaces', 'agent-pools'] as const)
    for (const each of records.list(type)) leaveOut(each, workspace.id);
  records.delete(workspace);
  return noContent;
}

/** Takes a workspace or project out of the lists that a record has of them. */
function leaveOut(from: Resource, id: string): void {
  for (const [name, references] of Object.entries(from.relations))
    if (Array.isArray(references)) from.relations[name] = references.filter((reference) => reference.id !== id);
}
