/** What a change means for security, the worst first. What nobody here can tell is not judged, and never taken for harmless. */
export const verdicts = ['weaker', 'not judged', 'stronger', 'harmless'] as const;

export type Verdict = (typeof verdicts)[number];

/** One thing that a change does. */
export interface Effect {
  readonly verdict: Verdict;
  /** A sentence without its full stop. */
  readonly says: string;
}

/** The worst of some verdicts; harmless where there are none. */
export const worstOf = (all: readonly Verdict[]): Verdict => verdicts.find((each) => all.includes(each)) ?? 'harmless';
