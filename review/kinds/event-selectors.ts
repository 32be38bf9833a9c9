import { isDeepStrictEqual } from 'node:util';
import type { Effect } from '../verdict';

type Values = readonly string[];

interface FieldSelector {
  readonly field: string;
  readonly [operator: string]: string | Values | undefined;
}

interface Selector {
  readonly name?: string;
  readonly field_selector?: readonly FieldSelector[] | FieldSelector;
}

/**
 * What of a trail's advanced event selectors is recorded no more, or newly. An event is recorded where one selector admits it; a
 * selector admits it where all of its fields do (CloudTrail API Reference, "AdvancedEventSelector").
 */
export function eventSelectors(before: unknown, after: unknown): readonly Effect[] {
  const [old, now] = [before, after].map((value) => [value ?? []].flat() as readonly Selector[]) as [
    Selector[],
    Selector[],
  ];
  const gone = old.filter((each) => !now.some((other) => isDeepStrictEqual(fieldsOf(each), fieldsOf(other))));
  const come = now.filter((each) => !old.some((other) => isDeepStrictEqual(fieldsOf(each), fieldsOf(other))));
  const effects: Effect[] = [];
  for (const each of gone) {
    const partner = come.find(({ name }) => name === each.name && name !== undefined);
    if (partner) effects.push(...narrowed(each, partner));
    else effects.push({ verdict: 'weaker', says: `is not recorded any more: ${nameOf(each)}` });
  }
  for (const each of come.filter(({ name }) => !gone.some((other) => other.name === name && name !== undefined)))
    effects.push({ verdict: 'stronger', says: `is recorded, too: ${nameOf(each)}` });
  return effects;
}

const fieldsOf = ({ field_selector = [] }: Selector): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [field_selector].flat().flatMap(({ field, ...operators }) =>
      Object.entries(operators)
        .filter(([, values]) => values !== undefined && values !== null && [values].flat().length > 0)
        .map(([operator, values]) => [`${field} ${operator}`, [values].flat().map(String).sort()]),
    ),
  );

const nameOf = (selector: Selector): string => selector.name ?? JSON.stringify(fieldsOf(selector));

/** Of a field, what it admits more or less; what it newly asks for admits less. */
function narrowed(before: Selector, after: Selector): readonly Effect[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)] as [Record<string, Values>, Record<string, Values>];
  const says = (what: string) => `${nameOf(after)}: ${what}`;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key): readonly Effect[] => {
    const [a, b] = [old[key], now[key]];
    if (a === undefined) return [{ verdict: 'weaker', says: says(`is recorded only where ${key} ${b?.join(', ')}`) }];
    if (b === undefined) return [{ verdict: 'stronger', says: says(`is recorded whatever ${key} is`) }];
    const isNegated = / not_/.test(key);
    const removed = a.filter((value) => !b.includes(value));
    const added = b.filter((value) => !a.includes(value));
    return [
      ...(removed.length > 0
        ? [
            {
              verdict: isNegated ? ('stronger' as const) : ('weaker' as const),
              says: says(`${key}: without ${removed.join(', ')}`),
            },
          ]
        : []),
      ...(added.length > 0
        ? [
            {
              verdict: isNegated ? ('weaker' as const) : ('stronger' as const),
              says: says(`${key}: and ${added.join(', ')}`),
            },
          ]
        : []),
    ];
  });
}
