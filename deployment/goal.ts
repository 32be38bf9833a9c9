import type { StackOutcome } from './result';

/**
 * What a deployment is for: `apply` what was planned; `plan` only; look for `drift`; and of a teardown, `release` what protects, `preview`
 * what a destroy would do, and `destroy`.
 */
export type Goal = 'apply' | 'plan' | 'drift' | 'release' | 'preview' | 'destroy';

interface About {
  /** What becomes of a stack whose plan is applied. @default - nothing is applied */
  readonly applied?: StackOutcome;
  /** What becomes of a stack whose plan does something, where that is all that was asked. @default - the plan is to be applied */
  readonly found?: StackOutcome;
  /** What becomes of a stack whose plan does nothing. */
  readonly still: StackOutcome;
  /** Whether it begins something that could be gone on with, which the journal then tells. */
  readonly isGoneOnWith: boolean;
  /** Whether it is about what is there, whatever is written. */
  readonly tearsDown: boolean;
}

/** What follows from each goal. */
export const goals: Readonly<Record<Goal, About>> = {
  apply: { applied: 'applied', still: 'as it should be', isGoneOnWith: true, tearsDown: false },
  plan: { still: 'as it should be', isGoneOnWith: true, tearsDown: false },
  drift: { found: 'drifted', still: 'as it should be', isGoneOnWith: false, tearsDown: false },
  release: { applied: 'released', still: 'as it should be', isGoneOnWith: true, tearsDown: true },
  preview: { found: 'planned', still: 'gone', isGoneOnWith: false, tearsDown: true },
  destroy: { applied: 'destroyed', still: 'gone', isGoneOnWith: true, tearsDown: true },
};
