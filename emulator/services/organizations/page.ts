import type { Json } from '../../toolkit/untyped';
import { invalidInput } from './state';

/** What Organizations sends at most in one answer. */
const PAGE = 20;

/** One page of a list, with the token of the next one when there is more. */
export function page<T>(
  all: readonly T[],
  { MaxResults = PAGE, NextToken }: Json,
): { items: T[]; token: { NextToken?: string } } {
  const start = NextToken === undefined ? 0 : Number(NextToken);
  if (!Number.isInteger(start)) throw invalidInput('INVALID_NEXT_TOKEN', 'The NextToken is not valid.');
  const end = start + Math.min(MaxResults, PAGE);
  return { items: all.slice(start, end), token: end < all.length ? { NextToken: String(end) } : {} };
}
