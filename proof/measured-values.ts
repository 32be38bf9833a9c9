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
  number: (wanted) => among(wanted, tryNumber).map((value) => written(value, String(value), tryNumber)),
  date: (wanted) => among(wanted, tryDate).map((value) => written(value, dateText(value), tryDate)),
  address: addressValues,
};

/** Beyond it, halves and neighbours of numbers are not exact. */
const greatest = Number.MAX_SAFE_INTEGER / 2;

/** At each threshold, between them, and beyond them. */
function among(wanted: readonly string[], read: (text: string) => number | undefined): readonly number[] {
  const thresholds = [...new Set(wanted.flatMap((text) => read(text) ?? []))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [thresholds[0], thresholds.at(-1)];
  if (!(Math.abs(first) <= greatest && Math.abs(last) <= greatest))
    throw new Undecided('of a number that is too great to be compared exactly');
  const between = thresholds.slice(1).map((threshold, index) => ((thresholds[index] ?? 0) + threshold) / 2);
  const all = [...thresholds, ...between, first - 1, last + 1];
  if (new Set(all).size < all.length) throw new Undecided('of numbers that are too close to each other');
  return all;
}

/** @throws Undecided where the text is not read as the value again, so that it would stand for another one */
function written(value: number, text: string, read: (text: string) => number | undefined): string {
  if (text.includes('e')) throw new Undecided(`of the number ${text}, which has too many digits`);
  if (read(text) !== value) throw new Undecided(`of the value ${text}, which cannot be written exactly`);
  return text;
}

/** In seconds, which may have parts of a millisecond. */
function dateText(milliseconds: number): string {
  if (milliseconds < earliestDate) throw new Undecided('of a date before the first hours of 1970');
  return String(milliseconds / 1000);
}
