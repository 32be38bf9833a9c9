import type { Problem } from '../../schema/problems/problem';
import type { Context } from '../kit/command';

/** What could be read, and everything that is wrong with the rest. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * The value that was read.
 *
 * @throws InvalidRequest with every problem, of others too, where there is one
 */
export function take<T>(
  { value, problems }: Read<T | undefined>,
  refuse: Context['refuse'],
  others: readonly Problem[] = [],
): T {
  refuse([...problems, ...others]);
  if (value === undefined) throw new Error('nothing was read, although no problem was found');
  return value;
}
