import type { Document, Page, Resource } from './documents';
import { errorOf, HcpError } from './hcp-error';
import { Pace, waiting } from './pace';
import { tokenFor } from './token';

interface ClientOptions {
  readonly hostname: string;
  /** Where its API is. @default - `TFE_ADDRESS`, or else the host itself, by HTTPS */
  readonly address?: string;
  readonly token?: () => string;
  readonly pace?: Pace;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Reads that fail for a reason that passes are tried so often. */
const attempts = 8;

/**
 * The API of HCP Terraform: keeps its limit of requests, waits where it says so, and tries reads again. The token is in no message.
 * Source: HCP Terraform docs, "API".
 */
export class HcpClient {
  readonly hostname: string;
  /** Requests so far, to the API. */
  calls = 0;
  private readonly base: string;
  private readonly token: () => string;
  private readonly pace: Pace;
  private readonly wait: (milliseconds: number) => Promise<void>;

  constructor({ hostname, address, token, pace = new Pace(), wait = waiting }: ClientOptions) {
    this.hostname = hostname;
    this.base = `${address ?? addressOf(hostname)}/api/v2/`;
    this.token = token ?? (() => tokenFor(hostname));
    this.pace = pace;
    this.wait = wait;
  }

  /** What is there; undefined where there is nothing, or the token may not see it. */
  async tryGet<A extends object>(path: string): Promise<Document<A> | undefined> {
    const response = await this.ask('GET', path);
    if (response.status === 404) return undefined;
    return (await this.read(response, 'GET', path)) as Document<A>;
  }

  /** @throws HcpError where there is nothing, or the token may not see it */
  async get<A extends object>(path: string): Promise<Document<A>> {
    return (await this.read(await this.ask('GET', path), 'GET', path)) as Document<A>;
  }

  /** Everything on all pages of a list. */
  async list<A extends object>(path: string): Promise<{ readonly data: Resource<A>[]; readonly included: Resource[] }> {
    const [data, included]: [Resource<A>[], Resource[]] = [[], []];
    for (let page: number | null | undefined = 1; page; ) {
      const query = `${path}${path.includes('?') ? '&' : '?'}page[size]=100&page[number]=${page}`;
      const read = (await this.read(await this.ask('GET', query), 'GET', path)) as Page<A>;
      data.push(...read.data);
      included.push(...(read.included ?? []));
      page = read.meta?.pagination?.['next-page'];
    }
    return { data, included };
  }

  /** A JSON document that is no JSON:API, through the address that the API sends on to; undefined where there is none. */
  async tryGetJson(path: string): Promise<unknown> {
    const response = await this.ask('GET', path);
    if (response.status === 404 || response.status === 204) return undefined;
    return this.read(response, 'GET', path);
  }

  /** @returns undefined where the answer is empty */
  async post<A extends object>(path: string, body: object = {}): Promise<Document<A> | undefined> {
    return (await this.read(await this.ask('POST', path, body), 'POST', path)) as Document<A> | undefined;
  }

  /**
   * What is at an address that the API gave out, such as that of a state; undefined where the token may not read it, or nothing is there.
   *
   * @param address is a secret itself, and in no message
   */
  async tryDownload(address: string): Promise<string | undefined> {
    const response = await this.again(() => fetch(address, { headers: { authorization: `Bearer ${this.token()}` } }));
    if (response.ok) return response.text();
    await response.body?.cancel();
    return undefined;
  }

  /** Stores something at an address that the API gave out. It says by itself who may: the token does not go there. */
  async upload(address: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await this.again(() => fetch(address, { method: 'PUT', headers, body: content }));
    await response.body?.cancel();
    if (!response.ok)
      throw errorOf({ hostname: this.hostname, method: 'PUT', path: 'an upload', status: response.status, body: '' });
  }

  private async read(response: Response, method: string, path: string): Promise<unknown> {
    const body = await response.text();
    if (!response.ok) throw errorOf({ hostname: this.hostname, method, path, status: response.status, body });
    return body === '' ? undefined : JSON.parse(body);
  }

  private ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
    const send = async (): Promise<Response> => {
      await this.pace.turn();
      this.calls++;
      const response = await fetch(`${this.base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token()}`,
          accept: 'application/vnd.api+json',
          ...(body && { 'content-type': 'application/vnd.api+json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      this.pace.admit(Number(response.headers.get('x-ratelimit-limit') ?? 0));
      return response;
    };
    return this.again(send, method === 'GET');
  }

  /** Sends a request, again where it was too much; and where it did not come through, if it changes nothing. */
  private async again(send: () => Promise<Response>, harmless = true): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const answer = await send().catch((error: Error) => error);
      const last = attempt === attempts;
      if (answer instanceof Error) {
        if (!isNetwork(answer)) throw answer;
        if (last || !harmless) throw this.unreachable(answer);
      } else if (answer.status === 429 && !last) {
        const seconds = Number(answer.headers.get('retry-after') ?? answer.headers.get('x-ratelimit-reset') ?? 1);
        await answer.body?.cancel();
        this.pace.hold(1000 * (Number.isFinite(seconds) ? seconds : 1));
        continue;
      } else if (answer.status < 500 || answer.status === 501 || last || !harmless) return answer;
      else await answer.body?.cancel();
      await this.wait(Math.min(30_000, 500 * 2 ** attempt));
    }
  }

  private unreachable({ cause }: Error): HcpError {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    return new HcpError(
      `${this.hostname} cannot be reached${why}\n  rule: the API of HCP Terraform is asked\n  fix:  look at the host name in the settings, the network and its proxy`,
      0,
    );
  }
}

/** `fetch` says so, and keeps the reason in `cause`. */
const isNetwork = ({ name, message }: Error): boolean => name === 'TypeError' && message === 'fetch failed';

/**
 * Where the API of a host is. Source: go-tfe, which reads `TFE_ADDRESS` in the same way.
 *
 * @throws Error where a token would go over the network in the clear
 */
export function addressOf(hostname: string, { TFE_ADDRESS: address }: NodeJS.ProcessEnv = process.env): string {
  if (!address) return `https://${hostname}`;
  const { protocol, hostname: host } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' };
  if (protocol !== 'https:' && !(protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(host)))
    throw new Error(
      `TFE_ADDRESS is ${address}\n  rule: a token travels by https only, but on this machine\n  fix:  write https://, or unset it`,
    );
  return address.replace(/\/+$/, '');
}

const clients = new Map<string, HcpClient>();

/** One client for everything that is asked of a host, because its limit counts all of it. */
export function clientOf(hostname: string): HcpClient {
  const key = `${hostname} ${addressOf(hostname)}`;
  const client = clients.get(key) ?? new HcpClient({ hostname });
  clients.set(key, client);
  return client;
}
