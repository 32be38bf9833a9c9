/** What nobody knows before the bill: from a quiet month to a busy one, and one as most are. */
export interface Range {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** What an account is used for, as far as that decides how much happens in it. */
export const accountClasses = ['core', 'workload', 'ai', 'sandbox'] as const;

export type AccountClass = (typeof accountClasses)[number];

/** Something that is billed by how much of it there is in a month. */
export interface Quantity extends Readonly<Record<AccountClass, Range>> {
  /** What is counted, and of what: a clause. */
  readonly counts: string;
  /** Why the numbers are what they are: a sentence, with the arithmetic. */
  readonly because: string;
  /** Whether it is about each region; a region other than the home region then has a share of it, `elsewhere`. */
  readonly regional?: true;
}

/** A range in its order. */
export const from = (low: number, typical: number, high: number): Range => ({ low, typical, high });
export const none = from(0, 0, 0);
/** The same in every class. */
export const everywhere = (range: Range) => ({ core: range, workload: range, ai: range, sandbox: range });
