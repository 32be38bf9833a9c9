import { createHash, createHmac, type Hash } from 'node:crypto';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { SignatureV4 } from '@smithy/signature-v4';

/** AWS Artifact, as far as it is read here. The SDK has no client of it for everybody. */
export interface Artifact {
  /** The reply of an operation of AWS's service model `artifact/2018-05-10`, by its path and query. */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  /** What lies behind an address that AWS has signed. */
  fetch(url: string): Promise<Uint8Array>;
}

/** AWS Artifact has one region. Source: AWS General Reference, "AWS Artifact endpoints and quotas". */
const region = 'us-east-1';

/** Asks AWS with requests that are signed here; `AWS_ENDPOINT_URL` leads elsewhere. */
export function connectArtifact(credentials = fromNodeProviderChain()): Artifact {
  const signer = new SignatureV4({ service: 'artifact', region, credentials, sha256: Sha256 });
  const endpoint = new URL(process.env.AWS_ENDPOINT_URL ?? `https://artifact.${region}.amazonaws.com`);
  return {
    async get(path, query = {}) {
      const { protocol, hostname, port, host } = endpoint;
      const request = { method: 'GET', protocol, hostname, path, query, headers: { host } };
      const { headers } = await signer.sign(port === '' ? request : { ...request, port: Number(port) });
      const url = new URL(path, endpoint);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
      const text = await response.text();
      if (!response.ok) throw new Error(`AWS Artifact refused ${path} (${response.status}): ${messageOf(text)}`);
      return JSON.parse(text) as unknown;
    },
    async fetch(url) {
      const response = await fetch(url, { signal: AbortSignal.timeout(300_000) });
      if (!response.ok) throw new Error(`AWS Artifact did not give the document (${response.status})`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

function messageOf(text: string): string {
  try {
    return String((JSON.parse(text) as { readonly message?: unknown }).message ?? text);
  } catch {
    return text.slice(0, 200);
  }
}

type Data = string | ArrayBuffer | ArrayBufferView;

/** SHA-256 of Node, with a key or without, in the form that the signer asks for. */
class Sha256 {
  private hash: Pick<Hash, 'update' | 'digest'>;

  constructor(private readonly secret?: Data) {
    this.hash = this.begun();
  }

  update(data: Data): void {
    this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = this.begun();
  }

  private begun(): Pick<Hash, 'update' | 'digest'> {
    return this.secret === undefined
      ? createHash('sha256')
      : (createHmac('sha256', bytesOf(this.secret)) as unknown as Hash);
  }
}

const bytesOf = (data: Data): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
