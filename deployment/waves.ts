import type { SynthesizedStack } from './manifest';

/**
 * The stacks by when they can be deployed: those of a wave wait for nothing but the waves before it. What was not chosen holds nothing up.
 *
 * @throws Error where stacks wait for each other in a circle
 */
export function wavesOf<T extends Pick<SynthesizedStack, 'name' | 'dependencies'>>(
  stacks: readonly T[],
): readonly (readonly T[])[] {
  const waves: (readonly T[])[] = [];
  let waiting = stacks;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const wave = waiting.filter(({ dependencies }) => !dependencies.some((name) => names.has(name)));
    if (wave.length === 0) throw new Error(`these stacks wait for each other: ${[...names].join(', ')}`);
    waves.push(wave);
    waiting = waiting.filter((stack) => !wave.includes(stack));
  }
  return waves;
}

/** The same waves, none of them with more than `most` stacks. */
export const noWiderThan = <T>(waves: readonly (readonly T[])[], most: number): readonly (readonly T[])[] =>
  waves.flatMap((wave) =>
    Array.from({ length: Math.ceil(wave.length / most) }, (_, index) => wave.slice(index * most, (index + 1) * most)),
  );
