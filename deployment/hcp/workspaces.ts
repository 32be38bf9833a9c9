import type { HcpClient } from './client';
import { includedOf, type Resource, relatedId } from './documents';
import { HcpError } from './hcp-error';
import type { RunAttributes } from './runs';

/** Of a workspace what is read here. Source: HCP Terraform docs, "Workspaces API". */
interface WorkspaceAttributes {
  readonly name: string;
  readonly locked: boolean;
  readonly 'execution-mode': string;
  readonly 'terraform-version': string;
  readonly 'resource-count'?: number;
  readonly 'assessments-enabled'?: boolean;
  readonly 'global-remote-state'?: boolean;
}

/** A workspace with its run and who holds it. */
export interface Workspace {
  readonly id: string;
  readonly attributes: WorkspaceAttributes;
  readonly run?: Resource<RunAttributes>;
  /** Who locked it, a run left out: the name of a user or team. */
  readonly lockedBy?: string;
}

/** Where workspaces are. */
export interface Organization {
  readonly client: HcpClient;
  readonly organization: string;
}

/** The workspace of a name; undefined where there is none, or the token may not see it. */
async function tryFindWorkspace({ client, organization }: Organization, name: string): Promise<Workspace | undefined> {
  const path = `organizations/${organization}/workspaces/${encodeURIComponent(name)}?include=current_run,locked_by`;
  const found = await client.tryGet<WorkspaceAttributes>(path);
  return found && workspaceOf(found.data, found.included);
}

/**
 * The workspace of a name.
 *
 * @throws Error where there is none, or the token may not see it
 */
export async function findWorkspace(place: Organization, name: string): Promise<Workspace> {
  const found = await tryFindWorkspace(place, name);
  if (found) return found;
  throw new HcpError(
    `${place.client.hostname} has no workspace ${place.organization}/${name}, or does not show it to this token\n  rule: each stack has a workspace, which the stack hcp makes\n  fix:  run npx landing-zone hcp bootstrap`,
    404,
  );
}

/** Every workspace whose name begins with a prefix, by name, with few calls. */
export async function workspacesOf(
  { client, organization }: Organization,
  prefix: string,
): Promise<ReadonlyMap<string, Workspace>> {
  const { data, included } = await client.list<WorkspaceAttributes>(
    `organizations/${organization}/workspaces?search[name]=${encodeURIComponent(prefix)}&include=current_run,locked_by`,
  );
  const named = data.filter(({ attributes: { name } }) => name.startsWith(prefix));
  return new Map(named.map((each) => [each.attributes.name, workspaceOf(each, included)]));
}

/** Ids of the workspaces that may read the state of one. */
export async function consumerIdsOf({ client }: Organization, id: string): Promise<readonly string[]> {
  const { data } = await client.list(`workspaces/${id}/relationships/remote-state-consumers`);
  return data.map((each) => each.id);
}

/** The page of a workspace, for a person. */
export const workspaceLink = ({ client: { hostname }, organization }: Organization, name: string): string =>
  `https://${hostname}/app/${organization}/workspaces/${name}`;

/** The page of a run, for a person. */
export const runLink = (place: Organization, workspace: string, run: string): string =>
  `${workspaceLink(place, workspace)}/runs/${run}`;

function workspaceOf(data: Resource<WorkspaceAttributes>, included: readonly Resource[] = []): Workspace {
  const run = includedOf(data, 'current-run', included);
  const lockedBy = data.attributes.locked ? holderOf(data, included) : undefined;
  return {
    id: data.id,
    attributes: data.attributes,
    ...(run && { run: run as unknown as Resource<RunAttributes> }),
    ...(lockedBy !== undefined && { lockedBy }),
  };
}

/** A run holds its workspace while it is under way: that is no lock of a person's. */
function holderOf(workspace: Resource<WorkspaceAttributes>, included: readonly Resource[]): string | undefined {
  const holder = workspace.relationships?.['locked-by']?.data;
  if (holder && !Array.isArray(holder) && 'type' in holder && holder.type === 'runs') return undefined;
  const { username, name } = includedOf(workspace, 'locked-by', included)?.attributes ?? {};
  return String(username ?? name ?? relatedId(workspace, 'locked-by') ?? 'somebody');
}
