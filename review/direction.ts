import type { Verdict } from './verdict';

/** What a change of one value means. */
export interface Direction {
  /** What the value decides, or why it is harmless. */
  readonly why: string;
  /** What is absent is undefined. */
  readonly judge: (before: unknown, after: unknown) => Verdict;
  /** Whether AWS makes another thing where the value changes: see `replaces` and `renames`. */
  readonly replaces?: true;
  /** Whether what protects does not where it has this value. */
  readonly isOff?: (value: unknown) => boolean;
}

type Rank = (value: unknown) => number | undefined;

/** The higher the rank, the stronger. */
const ranked = (why: string, rank: Rank, weakest = Number.NEGATIVE_INFINITY): Direction => ({
  why,
  judge: (before, after) => {
    const [old, now] = [rank(before), rank(after)];
    if (old === undefined || now === undefined) return 'not judged';
    return now < old ? 'weaker' : now > old ? 'stronger' : 'harmless';
  },
  isOff: (value) => {
    const known = rank(value);
    return known !== undefined && known <= weakest;
  },
});

const isMissing = (value: unknown): boolean => value === undefined || value === null;

const truthOr =
  (absent: boolean | undefined): Rank =>
  (value) => {
    const known = isMissing(value) ? absent : value;
    return known === true || known === 'true' ? 1 : known === false || known === 'false' ? 0 : undefined;
  };

/** True protects. @param absent what no value stands for, as the provider documents it; without it that is not judged */
export const on = (why: string, absent?: boolean): Direction => ranked(why, truthOr(absent), 0);

/** False protects. @param absent what no value stands for, as the provider documents it; without it that is not judged */
export const off = (why: string, absent?: boolean): Direction =>
  ranked(
    why,
    (value) => {
      const known = truthOr(absent)(value);
      return known === undefined ? undefined : -known;
    },
    -1,
  );

/**
 * Of a value that the provider leaves as AWS has it where nothing is written any more (Optional and Computed in its schema, without a
 * default: `terraform providers schema -json` of 5.100.0): what no value stands for holds at the beginning only, and to take the value away
 * is not judged.
 */
export const kept = (direction: Direction): Direction => ({
  ...direction,
  judge: (before, after) => (isMissing(after) && !isMissing(before) ? 'not judged' : direction.judge(before, after)),
});

/** One of a few words, the weakest first. @param absent the word that no value stands for; without it that is not judged */
export const among = (why: string, words: readonly (string | readonly string[])[], absent?: string): Direction =>
  ranked(
    why,
    (value) => {
      const word = isMissing(value) ? absent : String(value);
      const found = words.findIndex((each) => [each].flat().some((one) => one === word));
      return found < 0 ? undefined : found;
    },
    0,
  );

/** What no value stands for where AWS has no limit then; it writes zero for the same. */
export const endless = Number.POSITIVE_INFINITY;

const numberOr =
  (absent: number | undefined): Rank =>
  (value) => {
    if (isMissing(value)) return absent;
    const number = Number(value);
    // AWS writes -1 for no preference.
    if (Number.isNaN(number)) return undefined;
    return number < 0 || (number === 0 && absent === endless) ? absent : number;
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
 * Says what a thing is about, or who: AWS makes another where it changes, and takes the former away (docs of the provider, "Forces new
 * resource"; imports of every type were planned with changed values to see it).
 */
export const replaces = (why: string): Direction => ({ ...unsure(why), replaces: true });

/** A name, or words, and nothing else: AWS makes another thing of the same kind where it changes. */
export const renames = (why: string): Direction => ({ ...harmless(why), replaces: true });
