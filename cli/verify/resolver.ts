import { type Answer, answerOf } from '../../live/answer';
import type { Reply } from '../../live/finding';
import { identityOf } from '../../live/identities';
import type { LiveAws, Place } from '../../live/live-aws';
import type { Attributes } from '../../live/reader';
import { tryReader } from '../../live/readers';
import { besides } from './besides';
import { piecesOf, type Reference } from './reference';
import { findWritten, type Stacks, type Written } from './written-stacks';

/** A reference that leads to nothing that AWS has, or to what nobody can tell. */
export class Unresolved extends Error {
  constructor(
    /** The type of what is referred to, where AWS says that it does not have it; undefined where that is not known. */
    readonly absentType: string | undefined,
    reason: string,
  ) {
    super(reason);
    this.name = 'Unresolved';
  }
}

/** What is wanted of a resource, and what AWS answers of it. */
export interface Looked {
  readonly account: string;
  readonly region: string;
  readonly wanted: Attributes;
  readonly answer: Answer<Attributes>;
  readonly replies: readonly Reply[];
}

/** Reads what the stacks say with every reference as AWS has it: ids that only AWS knows are asked for, each once. */
export class Resolver {
  private readonly looked = new Map<string, Promise<Looked>>();

  constructor(
    private readonly stacks: Stacks,
    private readonly aws: LiveAws,
    /** Whether a thing is asked for although something is gone that it refers to, as long as it is not found by that. */
    private readonly isAfterTeardown = false,
  ) {}

  /** Asks AWS for a resource. */
  look(resource: Written): Promise<Looked> {
    const key = `${resource.stack}/${resource.type}.${resource.name}`;
    const looked = this.looked.get(key) ?? this.ask(resource);
    this.looked.set(key, looked);
    return looked;
  }

  private async ask(resource: Written): Promise<Looked> {
    const at = await this.placeOf(resource);
    const values = { ...resource.values, ...besides(this.stacks, resource) };
    const missed: Unresolved[] = [];
    const wanted = this.isAfterTeardown
      ? await this.resolveWhatStands(resource.stack, values, missed)
      : ((await this.resolve(resource.stack, values)) as Attributes);
    const reader = tryReader(resource.type);
    const answer = reader
      ? await answerOf(() => reader.read(at, wanted))
      : { state: 'unknown' as const, reason: `nothing here reads ${resource.type}` };
    if (missed[0]) throw missed[0];
    return { account: at.account, region: at.region, wanted, answer, replies: at.replies };
  }

  /** Attributes of which one that refers to what is gone throws once a reader needs it, and is then among what was missed. */
  private async resolveWhatStands(stack: string, values: Attributes, missed: Unresolved[]): Promise<Attributes> {
    const wanted = {};
    for (const [name, value] of Object.entries(values)) {
      const resolved = await this.resolve(stack, value).catch((error: unknown) => {
        if (error instanceof Unresolved && error.absentType !== undefined) return error;
        throw error;
      });
      const get = () => {
        if (!(resolved instanceof Unresolved)) return resolved;
        missed.push(resolved);
        throw resolved;
      };
      Object.defineProperty(wanted, name, { enumerable: true, get });
    }
    return wanted;
  }

  /** Where a resource is: the account that its provider is allowed in, and its own region or that of the provider. */
  private async placeOf({ stack, provider, region }: Written): Promise<Place> {
    const [, alias] = provider.split('.');
    const found = this.stacks.get(stack)?.provider?.aws?.find((each) => each.alias === alias);
    if (!found) throw new Error(`${stack} has no provider ${provider}`);
    const account = String(await this.resolve(stack, found.allowed_account_ids[0]));
    return this.aws.at(account, region ?? found.region);
  }

  /** A value with every reference in it replaced. */
  private async resolve(stack: string, value: unknown): Promise<unknown> {
    if (typeof value === 'string') return this.resolveText(stack, value);
    if (Array.isArray(value)) return Promise.all(value.map((each) => this.resolve(stack, each)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(async ([key, each]) => [key, await this.resolve(stack, each)]);
    return Object.fromEntries(await Promise.all(entries));
  }

  private async resolveText(stack: string, text: string): Promise<unknown> {
    if (!text.includes('${')) return text;
    const pieces = await Promise.all(
      piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : this.follow(stack, piece))),
    );
    return pieces.length === 1 ? pieces[0] : pieces.join('');
  }

  private async follow(stack: string, { path, text }: Reference): Promise<unknown> {
    const [first, second, third, ...rest] = path.map(String);
    if (first === 'data' && second === 'terraform_remote_state' && third !== undefined) {
      const [, output = '', ...into] = rest;
      const value = inside(this.stacks.get(third)?.output?.[output]?.value, into);
      if (value === undefined) throw new Unresolved(undefined, `${third} publishes no ${text}`);
      return this.resolve(third, value);
    }
    // Stands for each of several: the reader looks at all of them.
    if (first === 'each') return undefined;
    if (!first?.startsWith('aws_') || second === undefined || third === undefined)
      throw new Unresolved(undefined, `nothing here works out ${text}`);
    return this.attribute(findWritten(this.stacks, stack, first, second), third, rest);
  }

  private async attribute(resource: Written, name: string, into: readonly string[]): Promise<unknown> {
    const { stack, type, values } = resource;
    const own = inside(values[name], into);
    if (own !== undefined) return this.resolve(stack, own);
    const at = await this.placeOf(resource);
    const known = identityOf(type, values, at)[name];
    if (known !== undefined) return this.resolve(stack, known);
    const { answer } = await this.look(resource);
    const address = `${stack}/${type}.${resource.name}`;
    if (answer.state === 'absent') throw new Unresolved(type, `${address} is not there`);
    if (answer.state === 'unknown') throw new Unresolved(undefined, `${address}: ${answer.reason}`);
    const found = inside(answer.value[name], into);
    if (found === undefined) throw new Unresolved(undefined, `${address} has no ${name} in AWS`);
    return found;
  }
}

/** What is found by following steps into a value; of a block that is written alone, its first is itself. */
function inside(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((at, step) => {
    if (step === '0' && !Array.isArray(at)) return at;
    return typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
  }, value);
}
