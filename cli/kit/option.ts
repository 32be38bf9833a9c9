import { useOneOf } from '../../schema/problems/problem';
import { isDay } from './day';

/** What was written, as what it means; or the rule that it breaks and what to write instead. */
type Reading<T> = { readonly value: T } | { readonly rule: string; readonly fix: string };

/** An option of a command: how it is written, how the help describes it, and what it becomes. */
export interface Option<T> {
  readonly describe: string;
  /** Stands for the value in the help; a flag has none. */
  readonly value?: string;
  readonly repeatable?: true;
  /** What the help says of leaving it out; nothing where that goes without saying. */
  readonly defaultText?: string;
  /** Without the option, and beside one that is wrong while the others are checked. */
  readonly fallback: T;
  /** @param written each value that was written, at least one */
  read(written: readonly string[]): Reading<T>;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What `run` is given for the options of a definition. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

interface About {
  /** Stands for the value in the help, in capitals. */
  readonly value: string;
  readonly describe: string;
}

/** On where it is written. */
export const flag = (describe: string): Option<boolean> => ({
  describe,
  fallback: false,
  read: () => ({ value: true }),
});

/** Any text. */
export const text = (about: About): Option<string | undefined> => ({
  ...about,
  fallback: undefined,
  read: (written) => ({ value: written.at(-1) }),
});

/** Any text, or the same text where nothing is written. */
export const textOr = (fallback: string, about: About): Option<string> => ({
  ...about,
  fallback,
  defaultText: fallback,
  read: (written) => ({ value: written.at(-1) ?? fallback }),
});

/** Any text, again for each further one. */
export const texts = (about: About): Option<readonly string[]> => ({
  ...about,
  repeatable: true,
  fallback: [],
  read: (written) => ({ value: written }),
});

/** A day of the calendar, in UTC. */
export const day = (about: About): Option<string | undefined> => ({
  ...about,
  fallback: undefined,
  read: ([written = '']) =>
    isDay(written) ? { value: written } : { rule: 'must be a day of the calendar', fix: "write it like '2026-01-31'" },
});

/** One of a few names. */
export const oneOf = <const T extends string, F extends T | undefined>(
  known: readonly T[],
  fallback: F,
  about: About,
): Option<T | F> => ({
  ...about,
  fallback,
  defaultText: fallback,
  read: ([written]) => {
    const value = known.find((each) => each === written);
    return value === undefined ? { rule: `must be ${known.join(' or ')}`, fix: useOneOf(written, known) } : { value };
  },
});

interface Range {
  readonly from: number;
  /** The greatest that is admitted. @default - none */
  readonly to?: number;
}

/** A whole number in a range. */
export const wholeNumber = <T extends number | undefined>(
  { from, to = Number.MAX_SAFE_INTEGER }: Range,
  fallback: T,
  about: About,
): Option<number | T> => ({
  ...about,
  fallback,
  defaultText: fallback === undefined ? undefined : String(fallback),
  read: ([written = '']) =>
    /^-?\d+$/.test(written) && Number(written) >= from && Number(written) <= to
      ? { value: Number(written) }
      : {
          rule: 'must be a whole number',
          fix: to === Number.MAX_SAFE_INTEGER ? `write ${from} or more` : `write a number from ${from} to ${to}`,
        },
});

/** A part of a whole. */
export const share = (about: About): Option<number> => ({
  ...about,
  fallback: 0,
  defaultText: '0',
  read: ([written = '']) =>
    /^\d*\.?\d+$/.test(written) && Number(written) < 1
      ? { value: Number(written) }
      : { rule: 'must be a share', fix: 'write a share from 0 to less than 1, such as 0.1' },
});

/** Whole numbers between commas. */
export const wholeNumbers = (fallback: readonly number[], about: About): Option<readonly number[]> => ({
  ...about,
  fallback,
  defaultText: fallback.join(','),
  read: ([written = '']) =>
    /^[1-9]\d*(,[1-9]\d*)*$/.test(written)
      ? { value: written.split(',').map(Number) }
      : { rule: 'must be whole numbers between commas', fix: "write them like '10,100'" },
});
