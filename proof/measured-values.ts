import { tryDate, tryNumber } from '../policy/iam/typed-values';
import { addressValues } from './address-values';
import type { Measure } from './language';
import { Undecided } from './undecided';

/** Before this date its seconds look like a year. */
const earliestDate = 10_000_000;

/**
 * One value for each way to compare with some values of a policy, and one that is no number, date or address at all.
 *
 * @throws Undecided where a value cannot be written, or kinds are mixed
 */
export function measuredValues(measures: readonly Measure[]): readonly string[] {
  const [kind, ...others] = new Set(measures.map(({ of }) => of));
  if (others.length > 0) throw new Undecided(`of a key that is read both as ${kind} and as ${others.join(' and ')}`);
  const wanted = [...new Set(measures.map(({ value }) => value))];
  return ['', 'x', ...valuesFor[kind ?? 'number'](wanted)];
}

const valuesFor: Readonly<Record<Measure['of'], (wanted: readonly string[]) => readonly string[]>> = {
  number: (wanted) => among(wanted.flatMap((value) => tryNumber(value) ?? [])).map(numberText),
  date: (wanted) => among(wanted.flatMap((value) => tryDate(value) ?? [])).map(dateText),
  address: addressValues,
};

/** At each threshold, between them, and beyond them. */
function among(wanted: readonly number[]): readonly number[] {
  const thresholds = [...new Set(wanted)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [thresholds[0], thresholds.at(-1)];
  const between = thresholds.slice(1).map((threshold, index) => ((thresholds[index] ?? 0) + threshold) / 2);
  return [...thresholds, ...between, first - 1, last + 1];
}

function numberText(value: number): string {
  const text = String(value);
  if (text.includes('e')) throw new Undecided(`of the number ${text}, which has too many digits`);
  return text;
}

/** In seconds, which may have parts of a millisecond. */
function dateText(milliseconds: number): string {
  if (milliseconds < earliestDate) throw new Undecided('of a date before the first hours of 1970');
  return numberText(milliseconds / 1000);
}
