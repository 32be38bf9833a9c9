import type { Verdict } from './verdict';

/** What a change of one value means. */
export interface Direction {
  /** What the value decides, or why it is harmless. */
  readonly why: string;
  /** What is absent is undefined. */
  readonly judge: (before: unknown, after: unknown) => Verdict;
  /** Whether AWS makes another thing where the value changes: see `replaces`. */
  readonly replaces?: true;
}

type Rank = (value: unknown) => number | undefined;

/** The higher the rank, the stronger. */
const ranked = (why: string, rank: Rank): Direction => ({
  why,
  judge: (before, after) => {
    const [old, now] = [rank(before), rank(after)];
    if (old === undefined || now === undefined) return 'not judged';
    return now < old ? 'weaker' : now > old ? 'stronger' : 'harmless';
  },
});

const truth = (value: unknown): number | undefined =>
  value === undefined || value === null || value === false || value === 'false'
    ? 0
    : value === true || value === 'true'
      ? 1
      : undefined;

/** True protects; what is absent is off. */
export const on = (why: string): Direction => ranked(why, truth);

/** False protects; what is absent is off. */
export const off = (why: string): Direction =>
  ranked(why, (value) => {
    const known = truth(value);
    return known === undefined ? undefined : -known;
  });

/** One of a few words, the weakest first; what is absent is as weak as the first. */
export const among = (why: string, words: readonly (string | readonly string[])[]): Direction =>
  ranked(why, (value) => {
    if (value === undefined || value === null) return 0;
    const found = words.findIndex((each) => [each].flat().includes(String(value)));
    return found < 0 ? undefined : found;
  });

const numberOr =
  (absent: number | undefined): Rank =>
  (value) => {
    if (value === undefined || value === null) return absent;
    const number = Number(value);
    // AWS writes -1 for no preference.
    return Number.isNaN(number) ? undefined : number < 0 ? absent : number;
  };

/** The more the better. @param absent what no value stands for; without it that is not judged */
export const high = (why: string, absent?: number): Direction => ranked(why, numberOr(absent));

/** The less the better. @param absent what no value stands for; without it that is not judged */
export const low = (why: string, absent?: number): Direction =>
  ranked(why, (value) => {
    const number = numberOr(absent)(value);
    return number === undefined ? undefined : -number;
  });

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

const whenBoth = (why: string, fewer: Verdict, more: Verdict, other: Verdict): Direction => ({
  why,
  judge: (before, after) => {
    if (isAbsent(before)) return isAbsent(after) ? 'harmless' : more;
    return isAbsent(after) ? fewer : other;
  },
});

/** To have it, or each item of it, protects; another in its place is not judged. */
export const more = (why: string): Direction => whenBoth(why, 'weaker', 'stronger', 'not judged');

/** To have it, or each item of it, lets somebody or something through; another in its place is not judged. */
export const fewer = (why: string): Direction => whenBoth(why, 'stronger', 'weaker', 'not judged');

/** It matters, and in which direction nobody here can tell. */
export const unsure = (why: string): Direction => ({ why, judge: () => 'not judged' });

/** It protects nothing and lets nobody through. */
export const harmless = (why: string): Direction => ({ why, judge: () => 'harmless' });

/**
 * Names a thing: AWS makes another where it changes, and takes the former away (docs of the provider, "Forces new resource"; imports
 * of every type were planned with changed values to see it).
 */
export const replaces = (why: string): Direction => ({ why, judge: () => 'harmless', replaces: true });
