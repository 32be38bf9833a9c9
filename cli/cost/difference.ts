import type { Usage } from '../../schema/forms/usage';
import { usageForm } from '../../schema/forms/usage';
import { type Amount, type Charge, type Estimate, estimate, nothing, type Share } from './estimate';
import type { Stacks } from './landscape';
import { stacksIn } from './stacks-of';
import { expectedUsage } from './usage';

/** What one line costs before and after; nothing on the side where it is not billed. */
interface ChangedCharge extends Pick<Charge, 'account' | 'region' | 'service' | 'unit'> {
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
}

/** What a month costs more, or less, than before. */
export interface CostDifference {
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
  /** Lines that differ, the largest difference first. */
  readonly charges: readonly ChangedCharge[];
  /** Fields that decide about something else than before, the largest difference first. */
  readonly settings: readonly (Pick<Share, 'file' | 'field'> & { readonly difference: Amount })[];
}

export interface DifferenceOptions {
  /** @default - what is typical */
  readonly usage?: Usage;
  /** The name of an account by its key. @default - the key */
  readonly nameOf?: (key: string) => string;
}

/**
 * What a month costs more or less with one set of stacks than with another, under the same usage: output folders of synth, or stacks
 * that were read from one. Needs neither AWS nor the files that the stacks were made of.
 *
 * @throws Error where one of the two has no stacks of a landing zone
 */
export function costDifference(
  before: string | Stacks,
  after: string | Stacks,
  { usage = usageForm.parse({}), nameOf = (key) => key }: DifferenceOptions = {},
): CostDifference {
  const assumptions = { expected: expectedUsage(usage, nameOf), sandboxes: usage.sandboxes, nameOf };
  const of = (stacks: string | Stacks): Estimate =>
    estimate(typeof stacks === 'string' ? stacksIn(stacks) : stacks, assumptions);
  return differenceOf(of(before), of(after));
}

/** The difference of two estimates that were made with the same assumptions. */
export function differenceOf(before: Estimate, after: Estimate): CostDifference {
  return {
    before: before.total,
    after: after.total,
    difference: minus(after.total, before.total),
    charges: paired(before.charges, after.charges, ({ account, region, price }) => `${account} ${region} ${price}`)
      .map(([old, now]) => {
        const { account, region, service, unit } = (now ?? old) as Charge;
        return { account, region, service, unit, ...sides(old?.usd, now?.usd) };
      })
      .filter(differs)
      .sort(byDifference),
    settings: paired(before.settings, after.settings, ({ file, field }) => `${file} ${field}`)
      .map(([old, now]) => {
        const { file, field } = (now ?? old) as Share;
        return { file, field, difference: sides(old?.usd, now?.usd).difference };
      })
      .filter(differs)
      .sort(byDifference),
  };
}

const minus = (a: Amount, b: Amount): Amount => ({
  fixed: a.fixed - b.fixed,
  low: a.low - b.low,
  typical: a.typical - b.typical,
  high: a.high - b.high,
});

const sides = (before = nothing, after = nothing) => ({ before, after, difference: minus(after, before) });

/** Less than a hundredth of a cent is rounding. */
const differs = ({ difference }: { readonly difference: Amount }): boolean =>
  Object.values(difference).some((each) => Math.abs(each) > 1e-4);

const byDifference = (a: { readonly difference: Amount }, b: { readonly difference: Amount }): number =>
  Math.abs(b.difference.typical) - Math.abs(a.difference.typical) ||
  Math.abs(b.difference.high) - Math.abs(a.difference.high);

function paired<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): (readonly [T?, T?])[] {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const now = new Map(after.map((each) => [keyOf(each), each]));
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => [old.get(key), now.get(key)]);
}
