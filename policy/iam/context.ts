import { withoutCapitals } from './ascii';

type OneOrMore = string | readonly string[];

/** Condition keys as a person writes them, each with its value or values. */
export type ConditionKeys = Readonly<Record<string, OneOrMore>>;

/** What a request carries: values by the key's name in small letters. A key without values is absent. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** Puts the keys together, later ones in place of earlier ones; IAM's keys do not tell capitals from small letters. */
export const contextOf = (...keys: readonly ConditionKeys[]): Context =>
  new Map(keys.flatMap((each) => Object.entries(each).map(([key, value]) => [withoutCapitals(key), [value].flat()])));

/** Values of a key, by any spelling of it; none where it is absent. */
export const valuesOf = (context: Context, key: string): readonly string[] => context.get(withoutCapitals(key)) ?? [];
