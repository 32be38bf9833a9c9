import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationOf, madeOfOutput, type Read, readsIn } from '../schema/facts/made-of';
import { isSynthesizedLock, providerLockFile } from '../schema/facts/provider-lock';
import { sha256Of } from '../schema/text/digest';
import { readStack, type SynthesizedStack } from './manifest';
import { placeOf, type StatePlace } from './states/place';

/** What a deployment has to know of a stack beside its name. */
export interface StackFacts {
  /** SHA-256 of its JSON, as it publishes it. */
  readonly configuration: string;
  /** What it reads of other stacks, in the order in which it hashes it. */
  readonly reads: readonly Read[];
  /** Where its state is. */
  readonly place: StatePlace;
  /** Processes of the AWS provider that Terraform starts for it. */
  readonly providers: number;
  /** Whether its JSON alone says which provider it is applied by. */
  readonly pinned: boolean;
  /** Of each resource that is written, with whether it may have no instance at all. */
  readonly addresses: ReadonlyMap<string, boolean>;
  /** Addresses of resources that Terraform refuses to destroy, and to replace. */
  readonly undestroyed: ReadonlySet<string>;
  /** What `init` reads: backend and providers. */
  readonly terraform: string;
}

interface Configuration {
  readonly terraform?: {
    readonly backend?: Readonly<Record<string, unknown>>;
    readonly cloud?: unknown;
    readonly required_providers?: { readonly aws?: { readonly version?: string } };
  };
  readonly provider?: { readonly aws?: readonly unknown[] };
  readonly resource?: Resources;
}

interface Body {
  readonly for_each?: unknown;
  readonly count?: unknown;
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

const bodiesIn = (resource: Resources = {}): readonly (readonly [string, Body])[] =>
  Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => [`${type}.${name}`, body] as const),
  );

/** Reads a stack once, whole. */
export function factsOf(stack: Pick<SynthesizedStack, 'directory'>): StackFacts {
  const text = readStack(stack);
  const { terraform = {}, provider = {}, resource } = JSON.parse(text) as Configuration;
  const bodies = bodiesIn(resource);
  return {
    configuration: configurationOf(text),
    reads: readsIn(resource?.terraform_data?.[madeOfOutput]),
    place: placeOf(terraform, stack.directory),
    providers: provider.aws?.length ?? 0,
    pinned: /^=?\s*\d+\.\d+\.\d+$/.test(terraform.required_providers?.aws?.version ?? ''),
    addresses: new Map(bodies.map(([address, body]) => [address, 'for_each' in body || 'count' in body])),
    undestroyed: new Set(bodies.flatMap(([address, { lifecycle }]) => (lifecycle?.prevent_destroy ? [address] : []))),
    terraform: JSON.stringify(terraform),
  };
}

/** The text of the lock file of a stack; empty where it has none. */
export function readLock({ directory }: Pick<SynthesizedStack, 'directory'>): string {
  const file = join(directory, providerLockFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** What the lock file of a stack decides. One of ours says no more than the JSON does, whatever `init` added to it. */
export function lockOf(stack: Pick<SynthesizedStack, 'directory'>): string {
  const lock = readLock(stack);
  return isSynthesizedLock(lock) ? 'synthesized' : sha256Of(lock);
}
