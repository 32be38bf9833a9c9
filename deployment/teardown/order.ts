import type { SynthesizedStack } from '../manifest';

/** The stacks in the order in which they are destroyed: each after all those that are deployed after it. */
export const inOrderOfDestruction = (stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] =>
  stacks
    .map((stack) => ({
      ...stack,
      dependencies: stacks.filter(({ dependencies }) => dependencies.includes(stack.name)).map(({ name }) => name),
    }))
    .reverse();
