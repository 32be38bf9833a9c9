import type { AwsError } from './errors';

/** How a service cuts its lists. */
export interface Paging {
  /** Items of a page where nobody asks for a number. */
  readonly usual: number;
  /** Items of the longest page. */
  readonly most: number;
  /** The refusal of a number below one or above `most`. @default the page is as long as it may be */
  readonly refuseSize?: (size: number) => AwsError;
  /** The refusal of a token that no answer gave. */
  readonly refuseToken: (token: string) => AwsError;
}

/** What a caller asks for: the members of the request that say how many items, and after which. */
export interface PageRequest {
  readonly size: number | undefined;
  readonly token: string | undefined;
}

/** One page of a list, and the token of the next one where there is more. */
export function page<T>(
  all: readonly T[],
  { size, token }: PageRequest,
  { usual, most, refuseSize, refuseToken }: Paging,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  if (size !== undefined && refuseSize && (size < 1 || size > most)) throw refuseSize(size);
  const start = token ? Number(/^\d+$/.exec(token)?.[0]) : 0;
  if (!(start <= all.length)) throw refuseToken(String(token));
  const end = start + Math.min(size ?? usual, most);
  return { items: all.slice(start, end), next: end < all.length ? String(end) : undefined };
}
