import { clientOf, type HcpClient } from '../hcp/client';
import { type Resource, relatedId } from '../hcp/documents';
import type { StatePlace } from './place';
import { briefly, type StateFile } from './state-file';

type Hcp = Extract<StatePlace, { type: 'hcp' }>;

/** Of a state version what is read here. Source: HCP Terraform docs, "State Versions API". */
interface StateVersion {
  readonly 'terraform-version'?: string;
  readonly 'hosted-state-download-url'?: string | null;
}

/**
 * The state of a workspace, by three calls; undefined where there is no such workspace, or nothing was applied in it. Where the token may
 * read outputs only, it is without resources. Source: HCP Terraform docs, "Workspaces API", "State Versions API".
 */
export async function readHcpState(place: Hcp): Promise<StateFile | undefined> {
  const version = await tryReadVersion(place);
  if (!version) return undefined;
  const { state, client } = version;
  const whole = await tryText(client, state.data);
  if (whole !== undefined) return briefly(JSON.parse(whole) as StateFile);
  const outputs = (state.included ?? []).map(({ attributes: { name, value } }) => [name, { value }] as const);
  return { terraform_version: state.data.attributes['terraform-version'], outputs: Object.fromEntries(outputs) };
}

/**
 * The text of the state of a workspace, as Terraform has written it; undefined where there is none.
 *
 * @throws Error where the token may not read it
 */
export async function readHcpStateText(place: Hcp): Promise<string | undefined> {
  const version = await tryReadVersion(place);
  if (!version) return undefined;
  const text = await tryText(version.client, version.state.data);
  if (text !== undefined) return text;
  throw new Error(
    `the state of the workspace ${place.organization}/${place.workspace} cannot be read\n  rule: a state is carried whole\n  fix:  use a token whose team may read state versions`,
  );
}

async function tryReadVersion(place: Hcp) {
  const { organization, workspace, hostname } = place;
  const client = clientOf(hostname);
  const found = await client.tryGet(`organizations/${organization}/workspaces/${encodeURIComponent(workspace)}`);
  // HCP Terraform answers 404 also to a token that may not see it: then it sees no organization either, or a part of its workspaces.
  if (!found && !(await client.tryGet(`organizations/${organization}`)))
    throw new Error(
      `${hostname} knows no organization ${organization}, or does not show it to this token\n  rule: the states of the landing zone are there\n  fix:  use a token that may read it, or mend the name in the settings`,
    );
  const id = found && relatedId(found.data, 'current-state-version');
  const state =
    id === undefined ? undefined : await client.tryGet<StateVersion>(`state-versions/${id}?include=outputs`);
  return state && { client, state };
}

/** The state itself; undefined where the token may not read it, or it is not stored yet. */
async function tryText(client: HcpClient, { attributes }: Resource<StateVersion>): Promise<string | undefined> {
  const address = attributes['hosted-state-download-url'];
  return address ? client.tryDownload(address) : undefined;
}
