import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Workspace, workspacesOf } from '../../deployment/hcp/workspaces';
import { readStack, type SynthesizedStack } from '../../deployment/manifest';
import type { Published } from '../../deployment/published';
import { counted } from '../kit/counted';
import type { PreparedHcp } from './prepare';

/** An import block of Terraform. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

interface HcpJson {
  readonly resource?: {
    readonly tfe_project?: Readonly<Record<string, { readonly name: string }>>;
    readonly tfe_workspace?: Readonly<Record<string, { readonly name: string }>>;
    readonly tfe_workspace_settings?: Readonly<Record<string, { readonly workspace_id: string }>>;
  };
}

/** Beside the JSON of the stack, while it is planned and applied. */
const file = 'adopt.tf.json';

/**
 * Lets the stack `hcp` take into its state what is there already: the first init of a stack makes its workspace and project, and so did
 * whoever used HCP Terraform before. Without it they would be made again, which fails by their names.
 *
 * @returns how the blocks are taken away again
 */
export async function adoptExisting(
  prepared: PreparedHcp,
  stack: SynthesizedStack,
  published: Published,
  note: (text: string) => void,
): Promise<{ readonly end: () => void }> {
  const { place, backend } = prepared;
  const state = await published.stateOf(stack);
  const held = new Set((state?.resources ?? []).map(({ type, name }) => `${type}.${name}`));
  const there = await workspacesOf(place, `${backend.workspacePrefix}-`);
  const projects = await place.client.list<{ readonly name: string }>(`organizations/${place.organization}/projects`);
  const projectIds = new Map(projects.data.map(({ id, attributes }) => [attributes.name, id]));
  const imports = importsOf(JSON.parse(readStack(stack)), there, projectIds, place.organization).filter(
    ({ to }) => !held.has(to),
  );
  const path = join(stack.directory, file);
  const end = (): void => rmSync(path, { force: true });
  end();
  if (imports.length === 0) return { end };
  writeFileSync(path, JSON.stringify({ import: imports }, undefined, 2));
  note(`${counted(imports.length, 'thing')} of HCP Terraform that are there already are taken over, not made.`);
  return { end };
}

/** What of a stack is there already. Source: docs of terraform-provider-tfe 0.71, "Import" of each resource. */
export function importsOf(
  { resource = {} }: HcpJson,
  workspaces: ReadonlyMap<string, Pick<Workspace, 'id'>>,
  projects: ReadonlyMap<string, string>,
  organization: string,
): readonly Import[] {
  const { tfe_project = {}, tfe_workspace = {}, tfe_workspace_settings = {} } = resource;
  const idOf = (workspace: string): string | undefined => workspaces.get(tfe_workspace[workspace]?.name ?? '')?.id;
  return [
    ...Object.entries(tfe_project).map(([key, { name }]) => [`tfe_project.${key}`, projects.get(name)]),
    ...Object.entries(tfe_workspace).map(([key, { name }]) => [
      `tfe_workspace.${key}`,
      workspaces.has(name) ? `${organization}/${name}` : undefined,
    ]),
    // Consumers that are there before the settings are made would make the first apply fail.
    ...Object.entries(tfe_workspace_settings).map(([key, { workspace_id }]) => {
      const [, workspace = ''] = /^\$\{tfe_workspace\.([\w-]+)\.id\}$/.exec(workspace_id) ?? [];
      return [`tfe_workspace_settings.${key}`, idOf(workspace)];
    }),
  ].flatMap(([to, id]) => (to !== undefined && id !== undefined ? [{ to, id }] : []));
}
