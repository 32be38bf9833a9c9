import type { Measure } from './language';
import { Undecided } from './undecided';

/** Before this date its seconds look like a year. */
const earliestDate = 10_000_000;

/**
 * One value for each way to lie among thresholds: at each, between them, beyond them, and no number or date at all.
 *
 * @throws Undecided where a value cannot be written, or numbers and dates are mixed
 */
export function measuredValues(measures: readonly Measure[]): readonly string[] {
  const kinds = new Set(measures.map(({ of }) => of));
  if (kinds.size > 1) throw new Undecided('of a key that is read both as a number and as a date');
  const isDate = kinds.has('date');
  const thresholds = [...new Set(measures.map(({ threshold }) => threshold))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [thresholds[0], thresholds.at(-1)];
  const between = thresholds.slice(1).map((threshold, index) => ((thresholds[index] ?? 0) + threshold) / 2);
  const all = [...thresholds, ...between, first - 1, last + 1];
  return ['', 'x', ...all.map((value) => (isDate ? dateText(value) : numberText(value)))];
}

function numberText(value: number): string {
  const text = String(value);
  if (text.includes('e')) throw new Undecided(`of the number ${text}, which has too many digits`);
  return text;
}

/** In seconds, which may have parts of a millisecond. */
function dateText(milliseconds: number): string {
  if (milliseconds < earliestDate) throw new Undecided('of a date before May 1970');
  return numberText(milliseconds / 1000);
}
