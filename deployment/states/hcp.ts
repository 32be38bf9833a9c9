import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StatePlace } from './place';
import { briefly, type StateFile } from './state-file';

type Hcp = Extract<StatePlace, { type: 'hcp' }>;

/** Of a document of JSON:API what is read here. */
interface Document {
  readonly data: {
    readonly attributes: {
      readonly 'terraform-version'?: string;
      readonly 'hosted-state-download-url'?: string | null;
    };
    readonly relationships?: { readonly 'current-state-version'?: { readonly data?: { readonly id: string } | null } };
  };
  readonly included?: readonly { readonly attributes: { readonly name: string; readonly value: unknown } }[];
}

/**
 * The state of a workspace, by three calls; undefined where there is no such workspace, or nothing was applied in it. Where the token may
 * read outputs only, it is without resources. Source: HCP Terraform docs, "Workspaces API", "State Versions API".
 */
export async function readHcpState(place: Hcp): Promise<StateFile | undefined> {
  const { organization, workspace } = place;
  const found = await get(place, `organizations/${organization}/workspaces/${encodeURIComponent(workspace)}`);
  // HCP Terraform answers 404 also to a token that may not see it: then it sees no organization either, or a part of its workspaces.
  if (!found && !(await get(place, `organizations/${organization}`)))
    throw new Error(
      `${place.hostname} knows no organization ${organization}, or does not show it to this token\n  rule: the states of the landing zone are there\n  fix:  use a token that may read it, or mend the name in the settings`,
    );
  const id = found?.data.relationships?.['current-state-version']?.data?.id;
  if (id === undefined) return undefined;
  const state = await get(place, `state-versions/${id}?include=outputs`);
  if (!state) return undefined;
  const whole = await tryDownload(place, state.data.attributes['hosted-state-download-url']);
  if (whole) return briefly(whole);
  const outputs = (state.included ?? []).map(({ attributes: { name, value } }) => [name, { value }] as const);
  return { terraform_version: state.data.attributes['terraform-version'], outputs: Object.fromEntries(outputs) };
}

/** The state itself; undefined where the token may not read it, or it is not stored yet. */
async function tryDownload({ hostname }: Hcp, url: string | null | undefined): Promise<StateFile | undefined> {
  if (!url) return undefined;
  const response = await fetch(url, { headers: { authorization: `Bearer ${tokenFor(hostname)}` } });
  return response.ok ? ((await response.json()) as StateFile) : undefined;
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
