/** Something with a name that others wait for. */
interface Named {
  readonly name: string;
}

/**
 * Runs `work` on each item as soon as those before it are done, at most `width` at once. After a failure nothing more is begun,
 * what is running ends, and the first failure is thrown.
 *
 * @param before names of the items that must be done first; names of others hold nothing up
 * @throws Error where items wait for each other in a circle
 */
export async function inOrder<T extends Named>(
  items: readonly T[],
  width: number,
  before: (item: T) => readonly string[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = new Set(items);
  const unfinished = new Set(items.map(({ name }) => name));
  const running = new Map<string, Promise<void>>();
  let failure: { readonly error: unknown } | undefined;

  const begin = (item: T): void => {
    waiting.delete(item);
    const done = work(item)
      .then(
        () => void unfinished.delete(item.name),
        (error: unknown) => {
          failure ??= { error };
        },
      )
      .finally(() => running.delete(item.name));
    running.set(item.name, done);
  };

  while (waiting.size > 0 && !failure) {
    const free = width - running.size;
    const ready = [...waiting].filter((item) => before(item).every((name) => !unfinished.has(name))).slice(0, free);
    for (const item of ready) begin(item);
    if (running.size === 0)
      throw new Error(`these wait for each other: ${[...waiting].map(({ name }) => name).join(', ')}`);
    await Promise.race(running.values());
  }
  await Promise.all(running.values());
  if (failure) throw failure.error;
}
