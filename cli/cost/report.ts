import { isPriceOf, type Price, priceIn, usdOf } from '../../schema/facts/price';
import { type PriceName, prices } from '../../schema/facts/prices';
import { type QuantityName, quantityNames } from '../../schema/facts/typical-usage';
import { type AccountClass, accountClasses, type Range } from '../../schema/facts/usage-range';
import type { Usage } from '../../schema/forms/usage';
import type { CostDifference } from './difference';
import { type Amount, type Charge, type Estimate, sum } from './estimate';
import { always, byUse } from './free';
import type { Levers } from './levers';
import type { Comparison } from './live/comparison';
import { expectedUsage, namesWritten } from './usage';

/** Amounts of charges that have something in common. */
export interface Group {
  readonly name: string;
  readonly usd: Amount;
}

/** A price as it was used, with all that is known of it. */
export interface UsedPrice {
  readonly name: PriceName;
  readonly region: string;
  readonly usd: number;
  readonly per: number;
  readonly further: Price['further'];
  readonly asOf: string;
  readonly source: string;
  readonly read: Price['read'];
  /** Whether it is that of the region, and not that of `us-east-1` in its place. */
  readonly ofRegion: boolean;
}

/** What a month costs, and how the sum was found: what `--json` prints. */
export interface CostReport extends Omit<Estimate, 'uncounted'> {
  readonly currency: 'USD';
  readonly classes: readonly (Group & { readonly accounts: number })[];
  readonly services: readonly Group[];
  readonly accounts: readonly Group[];
  readonly regions: readonly Group[];
  readonly levers?: Levers;
  readonly difference?: CostDifference;
  readonly live?: Comparison;
  /** How much of everything is expected, by class. */
  readonly assumptions: Readonly<Record<QuantityName, Readonly<Record<AccountClass, Range>>>>;
  /** Which of them somebody wrote. */
  readonly written: readonly QuantityName[];
  readonly prices: readonly UsedPrice[];
  /** What AWS gives an organization each month comes to at most. */
  readonly freeTier: number;
  readonly notCounted: readonly string[];
  readonly notIncluded: readonly string[];
}

/** What is asked or given beside list prices. */
const notIncluded: readonly string[] = [
  'taxes',
  'support plans, which are a share of the bill',
  'discounts of contracts, credits, trials of 30 days',
];

export function costReport(
  { uncounted, ...estimate }: Estimate,
  usage: Usage,
  more: Pick<CostReport, 'levers' | 'difference' | 'live'> = {},
): CostReport {
  const { charges } = estimate;
  const accountsOf = (kind: AccountClass): number =>
    new Set(charges.filter((charge) => charge.class === kind).map(({ account }) => account)).size;
  return {
    currency: 'USD',
    ...estimate,
    classes: groupsBy('class', charges).map((group) => ({
      ...group,
      accounts: accountsOf(group.name as AccountClass),
    })),
    services: groupsBy('service', charges),
    accounts: groupsBy('account', charges),
    regions: groupsBy('region', charges),
    ...more,
    assumptions: assumptionsOf(usage),
    written: namesWritten(usage),
    prices: pricesOf(charges),
    freeTier: freeTierOf(charges),
    notCounted: [...uncounted.map((type) => byUse[type] ?? type), ...always],
    notIncluded,
  };
}

/** The dearest first. */
function groupsBy(by: 'class' | 'service' | 'account' | 'region', charges: readonly Charge[]): readonly Group[] {
  const groups = new Map<string, Charge[]>();
  for (const charge of charges) groups.set(charge[by], [...(groups.get(charge[by]) ?? []), charge]);
  return [...groups]
    .map(([name, of]) => ({ name, usd: sum(of.map(({ usd }) => usd)) }))
    .sort((a, b) => b.usd.typical - a.usd.typical || (a.name < b.name ? -1 : 1));
}

function assumptionsOf(usage: Usage): CostReport['assumptions'] {
  const expected = expectedUsage(usage);
  // Of every name and class there is one.
  return Object.fromEntries(
    quantityNames.map((name) => [
      name,
      Object.fromEntries(accountClasses.map((kind) => [kind, expected.of(name, { key: '', class: kind })])),
    ]),
  ) as CostReport['assumptions'];
}

function pricesOf(charges: readonly Charge[]): readonly UsedPrice[] {
  const used = new Map<string, UsedPrice>();
  for (const { price: name, region } of charges) {
    const price: Price = prices[name];
    const { usd, per = 1, further, asOf, source, read } = priceIn(price, region);
    used.set(`${name} ${region}`, {
      name,
      region,
      usd,
      per,
      further,
      asOf,
      source,
      read,
      ofRegion: isPriceOf(price, region),
    });
  }
  return [...used.values()].sort((a, b) => (`${a.name} ${a.region}` < `${b.name} ${b.region}` ? -1 : 1));
}

/** AWS gives it to an organization once, whatever else uses it up: nobody gets more off than this, at the dearest of its regions first. */
function freeTierOf(charges: readonly Charge[]): number {
  const left = new Map<PriceName, number>();
  return charges
    .map(({ price: name, region, quantity }) => ({
      name,
      price: prices[name] as Price,
      region,
      quantity: quantity.typical,
    }))
    .filter(({ price }) => price.free !== undefined)
    .map((each) => ({ ...each, here: priceIn(each.price, each.region) }))
    .sort((a, b) => usdOf(b.here, 1) - usdOf(a.here, 1))
    .reduce((total, { name, price, here, quantity }) => {
      const free = left.get(name) ?? price.free ?? 0;
      const taken = Math.min(free, quantity);
      left.set(name, free - taken);
      return total + usdOf(here, taken);
    }, 0);
}
