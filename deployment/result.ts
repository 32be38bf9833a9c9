import type { PlannedChange } from './plan-judgement';

/**
 * What became of a stack: `unchanged` by its state alone; `as it should be` by its plan; `planned` and not applied, because nobody asked for
 * it; `applied`; `drifted`; `refused` by the gate; `failed`; `skipped` because of another stack; `not approved`. Of a teardown: `released`;
 * `destroyed`; `gone`, because there was nothing any more; `waits` for AWS, which lets the rest of it go later.
 */
export type StackOutcome =
  | 'unchanged'
  | 'as it should be'
  | 'planned'
  | 'applied'
  | 'drifted'
  | 'refused'
  | 'failed'
  | 'skipped'
  | 'not approved'
  | 'released'
  | 'destroyed'
  | 'gone'
  | 'waits';

export interface StackResult {
  readonly stack: string;
  readonly outcome: StackOutcome;
  /** Why it was worked on, or was not, or what went wrong. */
  readonly reason?: string;
  readonly changes: readonly PlannedChange[];
  readonly seconds: number;
  /** Where a person can look at its plan. */
  readonly link?: string;
}

/** A result without the fields of which nothing is known. */
export const toResult = (
  stack: string,
  outcome: StackOutcome,
  { reason, changes = [], seconds = 0, link }: Partial<StackResult>,
): StackResult => ({
  stack,
  outcome,
  ...(reason !== undefined && { reason }),
  changes,
  seconds,
  ...(link !== undefined && { link }),
});

const done: readonly StackOutcome[] = [
  'unchanged',
  'as it should be',
  'planned',
  'applied',
  'drifted',
  'released',
  'destroyed',
  'gone',
];

/** Whether others that come after a stack can be worked on. */
export const isDone = ({ outcome }: StackResult): boolean => done.includes(outcome);

/** Whether a run has nothing to be gone on with: what was planned waits to be applied. */
export const isOver = (results: readonly StackResult[]): boolean =>
  results.every((result) => isDone(result) && result.outcome !== 'planned');

/** Why a stack cannot be worked on, by what became of those that it is deployed after; undefined where it can. */
export function tryHeldUp(
  dependencies: readonly string[],
  results: ReadonlyMap<string, StackResult>,
): string | undefined {
  const held = dependencies.flatMap((name) => results.get(name) ?? []).find((result) => !isDone(result));
  return held && `it comes after ${held.stack}, which ${saidOf[held.outcome] ?? 'was not deployed'}`;
}

const saidOf: Partial<Readonly<Record<StackOutcome, string>>> = {
  failed: 'failed',
  refused: 'was refused',
  skipped: 'was skipped',
  'not approved': 'was not approved',
  waits: 'waits for AWS',
};
