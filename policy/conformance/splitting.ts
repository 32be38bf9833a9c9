import { type Quota, quotas } from '../../schema/facts/quotas';
import type { PackRule } from './conformance-pack';
import { bytesOf, frameBytes, logicalIdsOf, parametersOf } from './template';

/** What a pack uses of its limits. */
interface Load {
  readonly rules: number;
  readonly bytes: number;
  readonly parameters: number;
}

/** Something counted, and how much of it AWS takes. */
export interface Use {
  readonly count: number;
  readonly quota: Quota;
}

/**
 * Cuts a list into packs that AWS takes, in the order of the list. A rule that exceeds a limit by itself is a pack by itself.
 */
export function split(zone: { readonly name: string }, rules: readonly PackRule[]): readonly (readonly PackRule[])[] {
  const packs: PackRule[][] = [];
  let load = empty;
  let ids: ReadonlySet<string> = new Set();
  for (const rule of rules) {
    const own = loadOf(zone, rule);
    const ownIds = logicalIdsOf(rule);
    const more = sum(load, own);
    const last = packs.at(-1);
    if (last && fits(more) && !ownIds.some((id) => ids.has(id))) {
      last.push(rule);
      load = more;
      ids = new Set([...ids, ...ownIds]);
    } else {
      packs.push([rule]);
      load = sum(empty, own);
      ids = new Set(ownIds);
    }
  }
  return packs;
}

/** The limits of a pack, each with what is used of it. */
export const usesOf = ({ rules, bytes, parameters }: Load): readonly Use[] => [
  { count: rules, quota: quotas.rulesPerPack },
  { count: bytes, quota: quotas.packTemplate },
  { count: parameters, quota: quotas.packParameters },
];

const empty: Load = { rules: 0, bytes: frameBytes, parameters: 0 };

const loadOf = (zone: { readonly name: string }, rule: PackRule): Load => ({
  rules: 1,
  bytes: bytesOf(zone, rule),
  parameters: parametersOf(rule).length,
});

const sum = (one: Load, other: Load): Load => ({
  rules: one.rules + other.rules,
  bytes: one.bytes + other.bytes,
  parameters: one.parameters + other.parameters,
});

const fits = (load: Load): boolean => usesOf(load).every(({ count, quota }) => count <= quota.value);
