import { isPriceOf, type Price, priceIn, usdOf } from '../../schema/facts/price';
import { type PriceName, prices } from '../../schema/facts/prices';
import type { AccountClass, Range } from '../../schema/facts/usage-range';
import { type Assumptions, bill, type Placed } from './bill';
import type { Landscape, Stacks } from './landscape';
import type { Setting } from './line';
import { combined, exactly, plus } from './usage';

/** An amount of a month: what is billed whatever happens, and what it comes to with a quiet, a usual and a busy month. */
export interface Amount extends Range {
  readonly fixed: number;
}

/** What an account pays in a region for one kind of thing. */
export interface Charge {
  /** Its name, where the assumptions know it. */
  readonly account: string;
  readonly class: AccountClass;
  readonly region: string;
  readonly price: PriceName;
  readonly service: string;
  readonly unit: string;
  readonly quantity: Amount;
  readonly usd: Amount;
  /** Whether the price is that of the region, and not that of `us-east-1` in its place. */
  readonly ofRegion: boolean;
}

/** What a setting decides about, of all charges. */
export interface Share extends Setting {
  readonly usd: Amount;
}

/** Rules that run by the clock: how many, in how many accounts and regions, and what they come to. */
interface Clockwork {
  readonly rules: number;
  readonly places: number;
  readonly evaluations: Amount;
  readonly usd: Amount;
  /** Of that, outside of the home region. */
  readonly usdAway: Amount;
}

/** What stacks cost in a month. */
export interface Estimate {
  readonly homeRegion: string;
  readonly total: Amount;
  readonly charges: readonly Charge[];
  /** The dearest first. */
  readonly settings: readonly Share[];
  readonly clockwork: Clockwork;
  /** How many resources of each type there are, billed or not. */
  readonly resources: Readonly<Record<string, number>>;
  /** Types that are billed by use and not estimated. */
  readonly uncounted: readonly string[];
}

/** No amount at all. */
export const nothing: Amount = { fixed: 0, low: 0, typical: 0, high: 0 };

export const sum = (amounts: Iterable<Amount>): Amount => [...amounts].reduce(added, nothing);

const added = (a: Amount, b: Amount): Amount => ({ fixed: a.fixed + b.fixed, ...plus(a, b) });

const scaled = (a: Amount, by: (level: keyof Amount) => number): Amount => ({
  fixed: a.fixed * by('fixed'),
  low: a.low * by('low'),
  typical: a.typical * by('typical'),
  high: a.high * by('high'),
});

/** A quantity of one line: what is fixed is part of every level. */
const quantityOf = ({ fixed, quantity }: Placed): Amount => ({ ...quantity, fixed: fixed ? quantity.typical : 0 });

interface Pile {
  readonly account: string;
  readonly region: string;
  readonly price: PriceName;
  quantity: Amount;
  readonly bySetting: Map<string, Amount>;
  readonly clockwork: { rules: Set<string>; quantity: Amount };
}

/** What the stacks cost, by account, region and price: steps of a price are taken by account and region, as AWS Config takes them. */
export function estimate(stacks: Stacks, assumptions: Assumptions): Estimate {
  const piles = new Map<string, Pile>();
  const billed = bill(stacks, assumptions, (line) => pileUp(piles, line));
  const { landscape, resources, uncounted } = billed;
  const charged = [...piles.values()]
    .filter(({ quantity }) => quantity.high > 0)
    .map((pile) => ({ pile, charge: chargeOf(pile, landscape, assumptions) }));
  const shares = new Map<string, Amount>();
  for (const { pile, charge } of charged)
    for (const [setting, quantity] of pile.bySetting)
      shares.set(setting, added(shares.get(setting) ?? nothing, shareOf(charge, quantity)));
  return {
    homeRegion: landscape.homeRegion,
    total: sum(charged.map(({ charge }) => charge.usd)),
    charges: charged.map(({ charge }) => charge),
    settings: [...shares]
      .map(([setting, usd]): Share => ({ ...settingBehind(setting), usd }))
      .sort((a, b) => b.usd.typical - a.usd.typical || (a.field < b.field ? -1 : 1)),
    clockwork: clockworkOf(charged, landscape.homeRegion),
    resources: Object.fromEntries([...resources].sort(([a], [b]) => (a < b ? -1 : 1))),
    uncounted,
  };
}

/** No file of the project and no field has a space in it. */
function settingBehind(key: string): Setting {
  const [file = '', field = ''] = key.split(' ');
  return { file, field };
}

function pileUp(piles: Map<string, Pile>, line: Placed): void {
  const { account, region, price } = line;
  const { file, field } = line.setting;
  const key = `${account} ${region} ${price}`;
  const pile = piles.get(key) ?? {
    account,
    region,
    price,
    quantity: nothing,
    bySetting: new Map<string, Amount>(),
    clockwork: { rules: new Set<string>(), quantity: nothing },
  };
  const quantity = quantityOf(line);
  const setting = `${file} ${field}`;
  piles.set(key, pile);
  pile.quantity = added(pile.quantity, quantity);
  pile.bySetting.set(setting, added(pile.bySetting.get(setting) ?? nothing, quantity));
  if (!line.byClock) return;
  pile.clockwork.rules.add(field);
  pile.clockwork.quantity = added(pile.clockwork.quantity, quantity);
}

function chargeOf(
  { account, region, price: name, quantity }: Pile,
  { accounts }: Landscape,
  { nameOf = (key) => key }: Assumptions,
): Charge {
  const price: Price = prices[name];
  const here = priceIn(price, region);
  const { low, typical, high } = combined(quantity, exactly(0), (each) => usdOf(here, each));
  return {
    account: nameOf(account),
    class: accounts.get(account)?.class ?? 'workload',
    region,
    price: name,
    service: price.service,
    unit: price.unit,
    quantity,
    usd: { fixed: usdOf(here, quantity.fixed), low, typical, high },
    ofRegion: isPriceOf(price, region),
  };
}

/** The part of a charge that some of its quantity comes to, at the price that the whole has on average. */
const shareOf = ({ usd, quantity: whole }: Charge, quantity: Amount): Amount =>
  scaled(usd, (level) => (whole[level] === 0 ? 0 : quantity[level] / whole[level]));

function clockworkOf(
  charged: readonly { readonly pile: Pile; readonly charge: Charge }[],
  homeRegion: string,
): Clockwork {
  const clocked = charged.filter(({ pile }) => pile.clockwork.rules.size > 0);
  const usd = ({ pile, charge }: (typeof charged)[number]): Amount => shareOf(charge, pile.clockwork.quantity);
  return {
    rules: new Set(clocked.flatMap(({ pile }) => [...pile.clockwork.rules])).size,
    places: clocked.length,
    evaluations: sum(clocked.map(({ pile }) => pile.clockwork.quantity)),
    usd: sum(clocked.map(usd)),
    usdAway: sum(clocked.filter(({ pile }) => pile.region !== homeRegion).map(usd)),
  };
}
