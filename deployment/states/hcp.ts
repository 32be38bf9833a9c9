import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StatePlace } from './place';
import type { StateFile } from './state-file';

type Hcp = Extract<StatePlace, { type: 'hcp' }>;

/** Of a document of JSON:API what is read here. */
interface Document {
  readonly data: {
    readonly attributes: { readonly 'terraform-version'?: string };
    readonly relationships?: { readonly 'current-state-version'?: { readonly data?: { readonly id: string } | null } };
  };
  readonly included?: readonly { readonly attributes: { readonly name: string; readonly value: unknown } }[];
}

/**
 * What a workspace publishes now, by two calls; undefined where there is no such workspace, or nothing was applied in it.
 * Source: HCP Terraform docs, "Workspaces API", "State Versions API".
 */
export async function readHcpState(place: Hcp): Promise<StateFile | undefined> {
  const { organization, workspace } = place;
  const found = await get(place, `organizations/${organization}/workspaces/${encodeURIComponent(workspace)}`);
  const id = found?.data.relationships?.['current-state-version']?.data?.id;
  if (id === undefined) return undefined;
  const state = await get(place, `state-versions/${id}?include=outputs`);
  if (!state) return undefined;
  const outputs = (state.included ?? []).map(({ attributes: { name, value } }) => [name, { value }] as const);
  return { terraform_version: state.data.attributes['terraform-version'], outputs: Object.fromEntries(outputs) };
}

async function get({ hostname, organization }: Hcp, path: string): Promise<Document | undefined> {
  const token = tokenFor(hostname);
  const response = await fetch(`https://${hostname}/api/v2/${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.api+json' },
  });
  if (response.status === 404) return undefined;
  if (response.ok) return (await response.json()) as Document;
  throw new Error(
    `${hostname} answers ${response.status} to ${path}\n  rule: the states of ${organization} are read to know what changes\n  fix:  use a token that may read them`,
  );
}

/** As Terraform finds it. Source: Terraform docs, "CLI Configuration", "Environment Variable Credentials". */
function tokenFor(hostname: string): string {
  const named = process.env[`TF_TOKEN_${hostname.replaceAll('-', '__').replaceAll('.', '_')}`];
  if (named) return named;
  const file = join(homedir(), '.terraform.d', 'credentials.tfrc.json');
  const { credentials = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { token } = (credentials[hostname] ?? {}) as { token?: string };
  if (token) return token;
  throw new Error(
    `there is no token for ${hostname}\n  rule: the states of the landing zone are there\n  fix:  run terraform login ${hostname}, or set TF_TOKEN_${hostname.replaceAll('-', '__').replaceAll('.', '_')}`,
  );
}
