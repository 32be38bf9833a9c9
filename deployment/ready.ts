import type { SynthesizedStack } from './manifest';
import type { StackResult } from './result';
import type { SavedPlan, StackWork } from './stack-work';

/** A stack whose plan may be applied. */
export interface Ready {
  readonly run: StackWork;
  readonly plan: SavedPlan;
  readonly reason?: string;
  readonly seconds: number;
}

/** Those of a wave, in its order. */
export const inOrderOf = (wave: readonly SynthesizedStack[], ready: readonly Ready[]): readonly Ready[] =>
  wave.flatMap(({ name }) => ready.find(({ run }) => run.stack.name === name) ?? []);

/** What is known of one before it is applied. */
export const resultOf = ({ plan: { changes, link }, seconds }: Ready): Partial<StackResult> => ({
  changes,
  seconds,
  link,
});
