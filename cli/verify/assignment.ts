interface Assignment<T> {
  readonly missed: readonly T[];
  readonly added: readonly T[];
}

/**
 * What is left of two lists once as many as possible have their equal in the other. An item that says little is equal to several, so that one
 * that was taken is handed on where another needs it: augmenting paths of a bipartite graph.
 */
export function assignmentOf<T>(
  expected: readonly T[],
  found: readonly T[],
  isEqual: (expected: T, found: T) => boolean,
): Assignment<T> {
  const takers = new Map<number, number>();
  const take = (taker: number, tried: Set<number>): boolean =>
    found.some((other, index) => {
      if (tried.has(index) || !isEqual(expected[taker] as T, other)) return false;
      tried.add(index);
      const former = takers.get(index);
      if (former !== undefined && !take(former, tried)) return false;
      takers.set(index, taker);
      return true;
    });
  const missed = expected.filter((_, taker) => !take(taker, new Set()));
  return { missed, added: found.filter((_, index) => !takers.has(index)) };
}
