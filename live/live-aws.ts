import limitOf from 'p-limit';
import { type Client, type ClientClass, type Command, named } from './client';
import { type Credentials, credentialsOf, type Entrance } from './credentials';
import type { Reply } from './finding';
import { recorded } from './recorded';

type Paginator<C extends Client, I, O> = (config: { readonly client: C }, input: I) => AsyncIterable<O>;

type Where = Pick<Place, 'account' | 'region'>;

interface Call<C extends Client, O> {
  /** The command or the paginator. */
  readonly how: object;
  readonly input: object;
  readonly send: (client: C) => Promise<O>;
}

interface Told<O> {
  /** `ListAccounts` */
  readonly name: string;
  readonly output: O;
}

/** Calls to one account and region at once, and to all of AWS: as many as its sockets serve without waiting. */
const atOnce = { place: 4, everywhere: 64 };

/** Services that one account has once for all, and that refuse early: AWS Deployment Framework #788 is about Organizations. */
const narrow: Readonly<Record<string, number>> = { Organizations: 2 };

/** AWS as it is read: one client for each service, account and region, and no call twice. Nothing here writes. */
export class LiveAws {
  /** Calls that were sent, retries not counted. */
  calls = 0;
  private readonly credentials: (account: string) => Credentials;
  /** Commands and paginators, each with its number: the SDK's paginators have no names. */
  private readonly ways = new Map<object, number>();
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
  once<C extends Client, O>(Class: ClientClass<C>, { account, region }: Where, call: Call<C, O>): Promise<Told<O>> {
    const way = this.ways.get(call.how) ?? this.ways.size;
    this.ways.set(call.how, way);
    const key = JSON.stringify([way, account, region, call.input]);
    const known = this.replies.get(key) as Promise<Told<O>> | undefined;
    if (known) return known;
    const service = Class.name.replace(/Client$/, '');
    const few = narrow[service];
    const limit = this.limitOf(few === undefined ? `${account}/${region}` : service, few ?? atOnce.place);
    const client = named(this.client(Class, account, region));
    const told = async (): Promise<Told<O>> => {
      const output = await call.send(client);
      return { name: client.operation, output };
    };
    const reply = limit(() => this.everywhere(told));
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
    const client = this.makeClient(Class, account, region);
    this.clients.set(key, client);
    return client;
  }

  /** Tests make another. */
  protected makeClient<C extends Client>(Class: ClientClass<C>, account: string, region: string): C {
    const { AWS_ENDPOINT_URL: endpoint } = process.env;
    return new Class({
      region,
      credentials: this.credentials(account),
      retryMode: 'adaptive',
      maxAttempts: 10,
      // Names of buckets are no hosts of another endpoint than AWS's.
      forcePathStyle: endpoint !== undefined,
      ...(endpoint !== undefined && { endpoint }),
      // S3 Control puts the account in front of the host, a name that only AWS resolves.
      ...(endpoint !== undefined &&
        Class.name === 'S3ControlClient' && { endpointProvider: () => ({ url: new URL(endpoint) }) }),
    });
  }
}

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
    return this.record(Class, command.constructor, command.input, async (client) => {
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
    return this.record(Class, paginate, input, async (client) => {
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
    how: object,
    input: object,
    send: (client: C) => Promise<O>,
  ): Promise<O> {
    const { name, output } = await this.aws.once(Class, this, { how, input, send });
    this.replies.push({ call: `${Class.name.replace(/Client$/, '')}:${name}`, output: recorded(output) });
    return output;
  }
}
