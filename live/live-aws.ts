import limitOf from 'p-limit';
import { type Credentials, credentialsOf, type Entrance } from './credentials';
import type { Reply } from './finding';

/** A client of the AWS SDK, as far as it matters here. */
export interface Client {
  readonly middlewareStack: { add(middleware: unknown, options: { readonly step: 'build' }): void };
  // The overloads of each client differ; `Place.ask` types the answer by its command.
  send(command: never): Promise<unknown>;
  destroy(): void;
}

interface ClientOptions {
  readonly region: string;
  readonly credentials: Credentials;
  readonly retryMode: 'adaptive';
  readonly maxAttempts: number;
  readonly forcePathStyle: boolean;
}

export type ClientClass<C extends Client> = new (options: ClientOptions) => C;

/** A command of the SDK, which knows its answer. */
export interface Command<O> {
  readonly input: object;
  resolveMiddleware(...unused: never[]): (unused: never) => Promise<{ readonly output: O }>;
}

type Paginator<C extends Client, I, O> = (config: { readonly client: C }, input: I) => AsyncIterable<O>;

/** Calls to one account and region at once, and to all of AWS: as many as its sockets serve without waiting. */
const atOnce = { place: 4, everywhere: 64 };

/** Services that one account has once for all, and that refuse early: AWS Deployment Framework #788 is about Organizations. */
const narrow: Readonly<Record<string, number>> = { Organizations: 2 };

/** AWS as it is read: one client for each service, account and region, and no call twice. Nothing here writes. */
export class LiveAws {
  /** Calls that were sent, retries not counted. */
  calls = 0;
  private readonly credentials: (account: string) => Credentials;
  private readonly clients = new Map<string, Client>();
  private readonly replies = new Map<string, Promise<unknown>>();
  private readonly limits = new Map<string, ReturnType<typeof limitOf>>();
  private readonly everywhere = limitOf(atOnce.everywhere);

  constructor(private readonly entrance: Entrance) {
    this.credentials = credentialsOf(entrance);
  }

  get managementAccount(): string {
    return this.entrance.managementAccount;
  }

  /** One account in one region, whose replies are collected for whoever asks. */
  at(account: string, region: string): Place {
    return new Place(this, account, region);
  }

  /** Sends what was not sent before; several who ask for the same share a call and its reply. */
  once<C extends Client, O>(
    Class: ClientClass<C>,
    place: Pick<Place, 'account' | 'region'>,
    call: { readonly name: string; readonly input: object; readonly send: (client: C) => Promise<O> },
  ): Promise<O> {
    const { account, region } = place;
    const key = JSON.stringify([Class.name, account, region, call.name, call.input]);
    const known = this.replies.get(key) as Promise<O> | undefined;
    if (known) return known;
    const service = Class.name.replace(/Client$/, '');
    const limit = this.limitOf(
      narrow[service] === undefined ? `${account}/${region}` : service,
      narrow[service] ?? atOnce.place,
    );
    const client = this.client(Class, account, region);
    const reply = limit(() => this.everywhere(() => call.send(client)));
    this.replies.set(key, reply);
    return reply;
  }

  close(): void {
    for (const client of this.clients.values()) client.destroy();
  }

  private limitOf(key: string, atMost: number): ReturnType<typeof limitOf> {
    const limit = this.limits.get(key) ?? limitOf(atMost);
    this.limits.set(key, limit);
    return limit;
  }

  private client<C extends Client>(Class: ClientClass<C>, account: string, region: string): C {
    const key = `${Class.name}/${account}/${region}`;
    const known = this.clients.get(key) as C | undefined;
    if (known) return known;
    const endpoint = process.env.AWS_ENDPOINT_URL;
    const client = new Class({
      region,
      credentials: this.credentials(account),
      retryMode: 'adaptive',
      maxAttempts: 10,
      // Names of buckets are no hosts of another endpoint than AWS's.
      forcePathStyle: endpoint !== undefined,
    });
    if (endpoint !== undefined) client.middlewareStack.add(keepHost(new URL(endpoint).hostname), { step: 'build' });
    this.clients.set(key, client);
    return client;
  }
}

type Send = (sent: { readonly request: { hostname: string } }) => unknown;

/** S3 Control puts the account in front of the host, a name that only AWS resolves. */
const keepHost = (hostname: string) => (next: Send) => (sent: Parameters<Send>[0]) => {
  sent.request.hostname = hostname;
  return next(sent);
};

/** One account in one region. */
export class Place {
  readonly replies: Reply[] = [];

  constructor(
    private readonly aws: LiveAws,
    readonly account: string,
    readonly region: string,
  ) {}

  get managementAccount(): string {
    return this.aws.managementAccount;
  }

  /** The same account elsewhere, with the same list of replies. */
  in(region: string): Place {
    const place = new Place(this.aws, this.account, region);
    Object.assign(place, { replies: this.replies });
    return place;
  }

  /** The reply to one call. */
  ask<C extends Client, O extends object>(Class: ClientClass<C>, command: Command<O>): Promise<O> {
    const name = command.constructor.name.replace(/Command$/, '');
    return this.record(Class, name, command.input, async (client) => {
      this.aws.calls += 1;
      // Read by the class of the command.
      return (await client.send(command as never)) as O;
    });
  }

  /** Every page of a list. */
  pages<C extends Client, I extends object, O extends object>(
    Class: ClientClass<C>,
    paginate: Paginator<C, I, O>,
    input: I,
  ): Promise<readonly O[]> {
    const name = paginate.name.replace(/^paginate/, '');
    return this.record(Class, name, input, async (client) => {
      const pages: O[] = [];
      for await (const page of paginate({ client }, input)) {
        this.aws.calls += 1;
        pages.push(page);
      }
      return pages;
    });
  }

  private async record<C extends Client, O>(
    Class: ClientClass<C>,
    name: string,
    input: object,
    send: (client: C) => Promise<O>,
  ): Promise<O> {
    const output = await this.aws.once(Class, this, { name, input, send });
    this.replies.push({ call: `${Class.name.replace(/Client$/, '')}:${name}`, output });
    return output;
  }
}
