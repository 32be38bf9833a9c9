import type { Paging } from '../../toolkit/pages';
import { page } from '../../toolkit/pages';
import { invalidInput } from './state';

const paging: Paging = {
  usual: 20,
  most: 20,
  refuseToken: () => invalidInput('INVALID_NEXT_TOKEN', 'The NextToken is not valid.'),
};

interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** One page of a list, at most 20 items long, with the members that say how it goes on. */
export function pageOf<T>(all: readonly T[], { MaxResults, NextToken }: ListInput) {
  const { items, next } = page(all, { size: MaxResults, token: NextToken }, paging);
  return { items, token: next === undefined ? {} : { NextToken: next } };
}
