import type { Call } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import { type Paging, page } from '../../toolkit/pages';
import { invalid } from '../sagemaker/errors';

const pagingOf = (usual: number, most: number): Paging => ({
  usual,
  most,
  refuseSize: (size) => invalid(`Value '${size}' at 'maxResults' must be between 1 and ${most}.`),
  refuseToken: () => invalid('The pagination token is not valid.'),
});

/** Pages of the List operations. */
export const listPaging = pagingOf(10, 100);

/** Pages of QueryLineage. */
export const queryPaging = pagingOf(50, 50);

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** One page of a list, with the member that says how it goes on. */
export function pageOf<T>(all: readonly T[], { MaxResults, NextToken }: PageInput, paging: Paging) {
  const { items, next } = page(all, { size: MaxResults, token: NextToken }, paging);
  return { items, token: next === undefined ? {} : { NextToken: next } };
}

/** Refuses a call with a member that the emulation would overlook. */
export function mustKnow<Input extends object>(
  { service, operation, input }: Call<Input>,
  members: readonly (keyof Input)[],
): void {
  const unknown = Object.keys(input).find((member) => !members.some((known) => known === member));
  if (unknown !== undefined) throw notImplemented(service, `${operation} with ${unknown}`);
}
