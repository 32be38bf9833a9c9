import { inOrder } from './in-order';
import { readStack, type SynthesizedStack } from './manifest';
import type { Run } from './run';

/** Stacks that are deployed at once: most of their time is spent waiting for AWS, 55 seconds alone for a bucket's lifecycle rules. */
const waitingWidth = 8;
/** Stacks that are planned or destroyed at once: that takes the processor's time. */
export const workingWidth = 4;

/** Deploys every stack, each after those that it reads, and prepares the others meanwhile. */
export async function deploy(run: Run, stacks: readonly SynthesizedStack[]): Promise<void> {
  await Promise.all([
    inOrder(stacks, 1, inAnyOrder, run.init),
    inOrder(largestFirst(stacks), waitingWidth, dependenciesOf, (stack) => run.deploy(stack)),
  ]);
}

/** Plans every stack once more: what has just been deployed asks for nothing. */
export const planAgain = (run: Run, stacks: readonly SynthesizedStack[]): Promise<void> =>
  inOrder(largestFirst(stacks), workingWidth, inAnyOrder, (stack) => run.planAgain(stack));

/** What takes longest is begun first, of those that may begin. */
function largestFirst(stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] {
  const sizes = new Map(stacks.map((stack) => [stack.name, readStack(stack).length]));
  return [...stacks].sort((a, b) => (sizes.get(b.name) ?? 0) - (sizes.get(a.name) ?? 0));
}

export const inAnyOrder = (): string[] => [];

export const dependenciesOf = (stack: SynthesizedStack): readonly string[] => stack.dependencies;
