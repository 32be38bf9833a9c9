import { inOrder } from './in-order';
import type { SynthesizedStack } from './manifest';
import type { Run } from './run';

/** Stacks that run at once: most of their time is spent waiting for AWS. */
export const width = 4;

/** Deploys every stack, each after those that it reads, and prepares the others meanwhile. */
export async function deploy(run: Run, stacks: readonly SynthesizedStack[]): Promise<void> {
  await Promise.all([
    inOrder(stacks, 1, inAnyOrder, run.init),
    inOrder(stacks, width, dependenciesOf, (stack) => run.deploy(stack)),
  ]);
}

/** Plans every stack once more: what has just been deployed asks for nothing. */
export const planAgain = (run: Run, stacks: readonly SynthesizedStack[]): Promise<void> =>
  inOrder(stacks, width, inAnyOrder, (stack) => run.planAgain(stack));

export const inAnyOrder = (): string[] => [];

export const dependenciesOf = (stack: SynthesizedStack): readonly string[] => stack.dependencies;
