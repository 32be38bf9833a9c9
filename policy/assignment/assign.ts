import { ownValue } from '../../schema/facts/own-value';

/** Something with limited room that items are put into: a policy document, a conformance pack. */
export interface Bin<Item> {
  /** What the item would take of the room; undefined where it has none. @param reserve the part of the room that stays free */
  tryCost(item: Item, reserve: number): number | undefined;
  add(item: Item): void;
}

/** The number of the bin that an item is in, by the item's key. */
export type Assigned = Readonly<Record<string, number>>;

/** A bin under the number by which it is named for good, with what is in it. */
export interface NumberedBin<Item, Kind extends Bin<Item>> {
  readonly number: number;
  readonly bin: Kind;
  readonly items: readonly Item[];
}

export interface AssignmentOptions<Item, Kind extends Bin<Item>> {
  readonly keyOf: (item: Item) => string;
  /** As the ledger remembers it. */
  readonly known: Assigned;
  /** The part of the room that new items leave free, so that what is there can grow where it is. */
  readonly reserve: number;
  readonly open: () => Kind;
}

/**
 * Puts items into bins so that an item stays in its bin while it fits, and otherwise moves to a bin of a higher number. Whoever
 * applies the highest number first thus never takes away what is not elsewhere already. New items go where they take least.
 *
 * @param items of those that do not fit together, the first ones stay
 */
export function assign<Item, Kind extends Bin<Item>>(
  items: readonly Item[],
  { keyOf, known, reserve, open }: AssignmentOptions<Item, Kind>,
): readonly NumberedBin<Item, Kind>[] {
  const numberOf = (item: Item) => ownValue(known, keyOf(item));
  const bins = [...new Set(Object.values(known))]
    .sort((a, b) => a - b)
    .map((number) => opened<Item, Kind>(number, open));
  const add = ({ bin, items: inside }: (typeof bins)[number], item: Item): void => {
    inside.push(item);
    bin.add(item);
  };
  const put = (item: Item, above: number, free: number): void => {
    const higher = bins.filter(({ number }) => number > above);
    const bin = cheapest(item, higher, free) ?? opened((bins.at(-1)?.number ?? 0) + 1, open);
    if (!bins.includes(bin)) bins.push(bin);
    add(bin, item);
  };
  const displaced: { readonly item: Item; readonly from: number }[] = [];
  for (const item of items) {
    const from = numberOf(item);
    const bin = bins.find(({ number }) => number === from);
    if (from === undefined || !bin) continue;
    if (bin.bin.tryCost(item, 0) === undefined) displaced.push({ item, from });
    else add(bin, item);
  }
  for (const { item, from } of displaced) put(item, from, 0);
  for (const item of items) if (numberOf(item) === undefined) put(item, 0, reserve);
  return bins.filter((bin) => bin.items.length > 0);
}

/** By the name of what is split over bins, the number of the bin of each key: what the ledger remembers. */
export function assignmentsBy(
  bins: readonly { readonly name: string; readonly number: number; readonly keys: readonly string[] }[],
): Readonly<Record<string, Assigned>> {
  const byName = new Map<string, Map<string, number>>();
  for (const { name, number, keys } of bins) {
    const numbers = byName.get(name) ?? new Map<string, number>();
    byName.set(name, numbers);
    for (const key of keys) numbers.set(key, number);
  }
  return Object.fromEntries([...byName].map(([name, numbers]) => [name, Object.fromEntries(numbers)]));
}

const opened = <Item, Kind extends Bin<Item>>(number: number, open: () => Kind) => ({
  number,
  bin: open(),
  items: [] as Item[],
});

/** Where the item takes least; of equals, the lowest number. */
function cheapest<Item, Numbered extends { readonly bin: Bin<Item> }>(
  item: Item,
  bins: readonly Numbered[],
  reserve: number,
): Numbered | undefined {
  const costs = bins.map((numbered) => numbered.bin.tryCost(item, reserve) ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...costs);
  return least === Number.POSITIVE_INFINITY ? undefined : bins[costs.indexOf(least)];
}
