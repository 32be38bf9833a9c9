import type { UnprocessedAccount } from '@aws-sdk/client-guardduty';
import { type Paging, page } from '../../toolkit/pages';
import type { Shape } from './api';
import { invalidInput } from './errors';

const paging: Paging = { usual: 50, most: 50, refuseSize: invalidInput, refuseToken: invalidInput };

interface ListInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** One page of a list in the paging that all GuardDuty lists share, with the member that says how it goes on. */
export function pageOf<T>(all: readonly T[], { maxResults, nextToken }: ListInput) {
  const { items, next } = page(all, { size: maxResults, token: nextToken }, paging);
  return { items, token: next === undefined ? {} : { nextToken: next } };
}

/** Tries an action on each listed account and reports those for which it gave a reason not to. */
export function processAccounts(
  accountIds: readonly string[] = [],
  act: (accountId: string) => string | undefined,
): { readonly unprocessedAccounts: readonly Shape<UnprocessedAccount>[] } {
  if (accountIds.length < 1 || accountIds.length > 50) throw invalidInput();
  if (accountIds.some((id) => !/^\d{12}$/.test(id))) throw invalidInput();
  return {
    unprocessedAccounts: accountIds.flatMap((accountId) => {
      const result = act(accountId);
      return result === undefined ? [] : [{ accountId, result }];
    }),
  };
}
