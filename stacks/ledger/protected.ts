import type { Protected } from '../kernel/kept';

/** The resources of a stack as they are written, by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

interface Body {
  readonly [argument: string]: unknown;
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

/** Every address of a stack. */
export const addressesOf = (resources: Resources): readonly string[] =>
  Object.entries(resources).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

/** The protected resources of a stack, each with its companions. */
export function protectedOf(resources: Resources): Protected {
  const bodies = Object.entries(resources).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ address: `${type}.${name}`, body })),
  );
  const isProtected = (body: Body): boolean => body.lifecycle?.prevent_destroy === true;
  const own = bodies.filter(({ body }) => isProtected(body)).map(({ address }) => address);
  const needs = new Map(
    bodies.filter(({ body }) => !isProtected(body)).map(({ address, body }) => [address, neededBy(body)]),
  );
  return Object.fromEntries(own.map((address) => [address, companionsOf(address, needs)]));
}

/** What belongs to the resource, what that stands on, and what in turn belongs to it: a replication, its role, the role's policy. */
function companionsOf(address: string, needs: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found = new Set<string>();
  const add = (companion: string): void => {
    if (found.has(companion) || !needs.has(companion)) return;
    found.add(companion);
    addPartsOf(companion);
    for (const needed of needs.get(companion) ?? []) add(needed);
  };
  const addPartsOf = (host: string): void => {
    for (const [candidate, needed] of needs) if (needed.has(host) && belongsTo(candidate, host)) add(candidate);
  };
  addPartsOf(address);
  return [...found].sort();
}

/** Types that are a part of another one without being called after it. */
const parts: Readonly<Record<string, string>> = {
  aws_kms_alias: 'aws_kms_key',
};

/** Whether a resource is, by its type, a part of another: `aws_s3_bucket_policy` of `aws_s3_bucket`. */
function belongsTo(address: string, host: string): boolean {
  const [type = ''] = address.split('.');
  const [hostType = ''] = host.split('.');
  return parts[type] === hostType || type.startsWith(`${hostType}_`);
}

/** Arguments that name others: where logs go is not what is logged, and who reads a state is not whose it is. */
const others = ['target_bucket', 'remote_state_consumer_ids'];

/** The resources that are the whole of an argument; a policy that speaks of one does not need it. */
function neededBy(body: Body): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      const [, address] = /^\$\{((?:aws|tfe)_\w+\.[\w-]+)\.[^{}]*\}$/.exec(value) ?? [];
      if (address) found.add(address);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value)) if (!others.includes(key)) read(child);
  };
  read(body);
  return found;
}
