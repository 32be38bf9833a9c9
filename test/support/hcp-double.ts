import { createHash } from 'node:crypto';
import { type HcpDouble, type HcpDoubleOptions, startHcpDouble } from '../../emulator/hcp/hcp-double';
import type { Attributes } from '../../emulator/hcp/records';

/** A document of JSON:API as tests read it. */
interface Document {
  readonly data: {
    readonly id: string;
    readonly attributes: Attributes;
    readonly relationships: Record<string, { data: never }>;
  };
  readonly errors: readonly { readonly status: string; readonly title: string; readonly detail?: string }[];
  readonly included: readonly Document['data'][];
  readonly meta: { readonly pagination: Readonly<Record<string, number | null>> };
}

/** An answer of the double. */
export interface Answered extends Document {
  readonly status: number;
  readonly headers: Headers;
  /** The records of a list. */
  readonly list: readonly Document['data'][];
}

/** What is sent: attributes and relations of a type. */
export interface Sent {
  readonly type?: string;
  readonly attributes?: object;
  readonly relationships?: object;
}

/** Calls the API of a double with one token: `api('POST', 'organizations/example/projects', { type: 'projects', … })`. */
export type Api = (method: string, path: string, data?: Sent | readonly object[], token?: string) => Promise<Answered>;

export const startDouble = (options: HcpDoubleOptions = {}): Promise<HcpDouble> =>
  startHcpDouble({ ...options, settings: { requestsPerSecond: 10_000, ...options.settings } });

/** The API of a double, with the token of its owners team where none is named. */
export const apiOf =
  (double: HcpDouble): Api =>
  async (method, path, data, token = double.tokens.owners) => {
    const response = await fetch(`${double.address}/api/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.api+json' },
      ...(data !== undefined && { body: JSON.stringify({ data }) }),
    });
    const text = await response.text();
    const document = text === '' ? {} : (JSON.parse(text) as Partial<Document>);
    const list = Array.isArray(document.data) ? document.data : [];
    return { ...(document as Document), status: response.status, headers: response.headers, list };
  };

/** A new workspace, and its id. */
export async function newWorkspace(api: Api, name: string, attributes: object = {}): Promise<string> {
  const { data } = await api('POST', 'organizations/example/workspaces', {
    type: 'workspaces',
    attributes: { name, ...attributes },
  });
  return data.id;
}

/** A new workspace that has a configuration, and its id. */
export async function newConfigured(api: Api, name: string, attributes: object = {}): Promise<string> {
  const id = await newWorkspace(api, name, attributes);
  const version = { type: 'configuration-versions', attributes: { 'auto-queue-runs': false } };
  const { data } = await api('POST', `workspaces/${id}/configuration-versions`, version);
  await fetch(String(data.attributes['upload-url']), { method: 'PUT', body: Buffer.from([0x1f, 0x8b, 0]) });
  return id;
}

/** Starts a run in a workspace. */
export const startRun = (api: Api, workspace: string, attributes: object = {}, token?: string): Promise<Answered> => {
  const relationships = { workspace: { data: { type: 'workspaces', id: workspace } } };
  return api('POST', 'runs', { type: 'runs', attributes, relationships }, token);
};

/** A state of Terraform with so many resources. */
export const stateText = (serial: number, { lineage = 'lineage', resources = 0, outputs = {} } = {}): string =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial,
    lineage,
    outputs,
    resources: Array.from({ length: resources }, (_, index) => ({
      mode: 'managed',
      type: 'terraform_data',
      name: `n${index}`,
      provider: 'provider["terraform.io/builtin/terraform"]',
      instances: [{}],
    })),
  });

/** What announces a state, with the state in it. */
export const stateVersion = (text: string): Sent => {
  const { serial, lineage } = JSON.parse(text) as { serial: number; lineage: string };
  const md5 = createHash('md5').update(text).digest('hex');
  return { type: 'state-versions', attributes: { serial, lineage, md5, state: Buffer.from(text).toString('base64') } };
};
