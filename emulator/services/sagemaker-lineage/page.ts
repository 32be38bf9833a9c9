import { notImplemented } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import { invalid } from '../sagemaker/errors';

/** How long the pages of an operation are. */
export interface PageLength {
  /** What the API's model allows as MaxResults. */
  readonly most: number;
  /** What a page has where nobody asks. */
  readonly usual: number;
}

/** Cuts out of all items the page that `NextToken` and `MaxResults` ask for; `next` has the token of the page after it. */
export function pageOf<T>(items: readonly T[], { NextToken, MaxResults }: Json, { most, usual }: PageLength) {
  if (MaxResults > most) throw invalid(`Value '${MaxResults}' at 'maxResults' must be less than or equal to ${most}.`);
  const start = NextToken === undefined ? 0 : startOf(String(NextToken), items.length);
  const end = start + (MaxResults ?? usual);
  return { items: items.slice(start, end), next: end < items.length ? { NextToken: `from-${end}` } : {} };
}

function startOf(token: string, count: number): number {
  const start = Number(/^from-(\d+)$/.exec(token)?.[1]);
  if (!(start < count)) throw invalid('The pagination token is not valid.');
  return start;
}

/** Refuses a call with a member that the emulation would overlook. */
export function mustKnow({ service, operation, input }: Call, members: readonly string[]): void {
  const unknown = Object.keys(input).find((member) => !members.includes(member));
  if (unknown !== undefined) throw notImplemented(service, `${operation} with ${unknown}`);
}
