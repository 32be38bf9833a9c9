import { type Records, type Reference, type Resource, refersTo } from './records';

/** Whom a token belongs to. Source: HCP Terraform docs, "API tokens"; the token of a run is the one that Terraform gets in it. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'team'; readonly id: string }
  | { readonly kind: 'organization'; readonly id: string }
  | { readonly kind: 'run'; readonly id: string; readonly workspace: string };

/** What somebody may do in a workspace. Source: HCP Terraform docs, "Permission model". */
export type WorkspaceRight =
  | 'read'
  | 'read runs'
  | 'plan'
  | 'apply'
  | 'read variables'
  | 'write variables'
  | 'read outputs'
  | 'read state'
  | 'write state'
  | 'lock'
  | 'delete'
  | 'admin';

/** What somebody may do in the organization. */
export type OrganizationRight =
  | 'manage-projects'
  | 'manage-workspaces'
  | 'manage-policies'
  | 'manage-teams'
  | 'manage-agent-pools';

type Rights = ReadonlySet<WorkspaceRight>;

const reading: readonly WorkspaceRight[] = ['read', 'read runs', 'read variables', 'read outputs', 'read state'];
const writing: readonly WorkspaceRight[] = [...reading, 'plan', 'apply', 'write variables', 'write state', 'lock'];
const all: readonly WorkspaceRight[] = [...writing, 'delete', 'admin'];

/** "Plan, apply, upload states" is not for organization tokens, nor what needs it (docs, "API tokens"). */
const ofOrganization = all.filter((right) => !['plan', 'apply', 'write state'].includes(right));

/** What a project gives to a team in each of its workspaces, by level. */
const levels: Readonly<Record<string, readonly WorkspaceRight[]>> = {
  read: reading,
  write: writing,
  maintain: all,
  admin: all,
};

/** What somebody may do in a workspace; nothing is told from a workspace that does not exist. */
export function rightsIn(records: Records, actor: Actor, workspace: Resource<'workspaces'>): Rights {
  switch (actor.kind) {
    case 'user':
      return new Set(all);
    case 'organization':
      return new Set(ofOrganization);
    case 'run':
      return new Set(ofRun(actor, workspace));
    case 'team':
      return new Set(ofTeam(records, actor, workspace));
  }
}

/** A run reads and writes its own state, and reads that of workspaces which share it with its own. */
function ofRun(run: Extract<Actor, { kind: 'run' }>, workspace: Resource<'workspaces'>): readonly WorkspaceRight[] {
  if (run.workspace === workspace.id) return ['read', 'read outputs', 'read state', 'write state', 'lock'];
  const isShared =
    workspace.attributes['global-remote-state'] || refersTo(workspace, 'remote-state-consumers', run.workspace);
  return isShared ? ['read', 'read outputs', 'read state'] : [];
}

function ofTeam(records: Records, { id }: Actor, workspace: Resource<'workspaces'>): readonly WorkspaceRight[] {
  const access = records.tryFind('teams', id)?.attributes['organization-access'] ?? {};
  if (access['manage-workspaces'] || access['manage-projects']) return all;
  const read = access['read-workspaces'] || access['read-projects'] ? reading : [];
  const granted = grantsOf(records, id, workspace.relations.project as Reference | null).flatMap((grant) =>
    grant.attributes.access === 'custom'
      ? customRights(grant.attributes['workspace-access'] ?? {})
      : (levels[grant.attributes.access] ?? []),
  );
  return [...read, ...granted];
}

const grantsOf = (records: Records, team: string, project: Reference | null) =>
  records
    .list('team-projects')
    .filter((grant) => refersTo(grant, 'team', team) && refersTo(grant, 'project', project?.id));

function customRights(access: Readonly<Record<string, unknown>>): readonly WorkspaceRight[] {
  const { runs, variables, locking, 'state-versions': states } = access;
  return [
    'read',
    'read runs',
    ...(runs === 'plan' || runs === 'apply' ? (['plan'] as const) : []),
    ...(runs === 'apply' ? (['apply'] as const) : []),
    ...(variables === 'read' || variables === 'write' ? (['read variables'] as const) : []),
    ...(variables === 'write' ? (['write variables'] as const) : []),
    ...(states !== 'none' ? (['read outputs'] as const) : []),
    ...(states === 'read' || states === 'write' ? (['read state'] as const) : []),
    ...(states === 'write' ? (['write state'] as const) : []),
    ...(locking === true ? (['lock'] as const) : []),
    ...(access.delete === true ? (['delete'] as const) : []),
  ];
}

/** Whether somebody may manage something of the organization. */
export function mayManage(records: Records, actor: Actor, right: OrganizationRight): boolean {
  if (actor.kind !== 'team') return actor.kind !== 'run';
  return records.tryFind('teams', actor.id)?.attributes['organization-access'][right] === true;
}

/** What somebody may do with a project: see it, make workspaces in it, change it. */
export function rightsInProject(
  records: Records,
  actor: Actor,
  project: Resource<'projects'>,
): ReadonlySet<'read' | 'create workspaces' | 'admin'> {
  if (actor.kind === 'run') return new Set();
  if (actor.kind !== 'team' || mayManage(records, actor, 'manage-projects'))
    return new Set(['read', 'create workspaces', 'admin']);
  const access = records.tryFind('teams', actor.id)?.attributes['organization-access'] ?? {};
  const grants = grantsOf(records, actor.id, project).map(({ attributes }) => attributes);
  const creates = (grant: (typeof grants)[number]): boolean =>
    ['maintain', 'admin'].includes(grant.access) || grant['workspace-access']?.create === true;
  return new Set([
    ...(access['read-projects'] || access['manage-workspaces'] || grants.length > 0 ? (['read'] as const) : []),
    ...(access['manage-workspaces'] || grants.some(creates) ? (['create workspaces'] as const) : []),
    ...(grants.some(({ access: level }) => level === 'admin') ? (['admin'] as const) : []),
  ]);
}
