import { type Quota, quotas } from '../../schema/facts/quotas';
import { type Assigned, assign, type Bin } from '../assignment/assign';
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

/** Rules of one pack, under the number by which it is named. */
export interface NumberedRules {
  readonly number: number;
  /** In the order of the list. */
  readonly rules: readonly PackRule[];
}

/**
 * Puts rules into packs that AWS takes: each into the one that the ledger remembers while it fits, the others in the order of the list
 * into the first with room. A rule that exceeds a limit by itself is a pack by itself. A rule that moves is deleted and made again,
 * with its history.
 */
export function split(
  zone: { readonly name: string },
  rules: readonly PackRule[],
  known: Assigned,
): readonly NumberedRules[] {
  const packs = assign(rules, {
    keyOf: ({ name }) => name,
    known,
    reserve: 0,
    open: () => new PackRoom(zone),
  });
  return packs.map(({ number, items }) => {
    const here = new Set(items);
    return { number, rules: rules.filter((rule) => here.has(rule)) };
  });
}

/** The room of a pack. */
class PackRoom implements Bin<PackRule> {
  private load: Load = { rules: 0, bytes: frameBytes, parameters: 0 };
  private readonly ids = new Set<string>();

  constructor(private readonly zone: { readonly name: string }) {}

  /** The same for every pack: the first one with room is as good as another. */
  tryCost(rule: PackRule): number | undefined {
    if (this.load.rules === 0) return 0;
    const isFree = logicalIdsOf(rule).every((id) => !this.ids.has(id));
    return isFree && fits(sum(this.load, loadOf(this.zone, rule))) ? 0 : undefined;
  }

  add(rule: PackRule): void {
    this.load = sum(this.load, loadOf(this.zone, rule));
    for (const id of logicalIdsOf(rule)) this.ids.add(id);
  }
}

/** The limits of a pack, each with what is used of it. */
export const usesOf = ({ rules, bytes, parameters }: Load): readonly Use[] => [
  { count: rules, quota: quotas.rulesPerPack },
  { count: bytes, quota: quotas.packTemplate },
  { count: parameters, quota: quotas.packParameters },
];

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
