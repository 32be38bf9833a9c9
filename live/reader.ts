import type { Place } from './live-aws';

/** A resource by Terraform's names of its attributes. */
export type Attributes = Readonly<Record<string, unknown>>;

/** How AWS is asked for a resource of one type of Terraform's. */
export interface Reader {
  /** The resource as AWS has it, found by what it is wanted to be; undefined where there is none. */
  read(at: Place, wanted: Attributes): Promise<Attributes | undefined>;
  /** Attributes that no call of AWS returns, or that nothing hangs on: each with its reason. @default - none */
  readonly unread?: Readonly<Record<string, string>>;
  /** Blocks that `read` returns all of, so that what AWS has beside what is written differs. @default - of blocks as much as is written */
  readonly whole?: readonly string[];
  /** Paths of lists whose order says something: `partition_keys`. @default - none */
  readonly ordered?: readonly string[];
  /** What must be so although no file says it: that a trail delivers, that a role has no other policy. @default - nothing */
  also?(wanted: Attributes): Attributes;
}

/** A text attribute of what is wanted; empty where it is none. */
export const text = (wanted: Attributes, name: string): string => {
  const value = wanted[name];
  return typeof value === 'string' ? value : '';
};

/** A block of Terraform's, which it writes as a list or alone. */
export function block(value: unknown): Attributes {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null ? (one as Attributes) : {};
}

/** AWS's names of fields as Terraform writes them: `KmsMasterKeyID` is `kms_master_key_id`. */
export function snake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snake);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [snakeName(key), snake(each)]));
}

const snakeName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
