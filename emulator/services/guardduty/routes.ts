import type { Handler, Json, Route } from '../../toolkit/untyped';
import { invalidInput } from './errors';

/** One row of a routing table. */
export function route(method: Route['method'], path: string, operation: string, handle: Handler): Route {
  return { method, path, operation, handle };
}

/** One page of a list, under the API's member name, in the paging that all GuardDuty lists share. */
export function page(name: string, items: readonly unknown[], input: Json): Json {
  const size = Number(input.maxResults ?? 50);
  if (!(size >= 1 && size <= 50)) throw invalidInput();
  const start = Number(input.nextToken || 0);
  const end = start + size;
  return { [name]: items.slice(start, end), ...(end < items.length ? { nextToken: String(end) } : {}) };
}

/** Tries an action on each listed account and reports those for which it gave a reason not to. */
export function processAccounts(accountIds: unknown, act: (accountId: string) => string | undefined): Json {
  if (!Array.isArray(accountIds) || accountIds.length < 1 || accountIds.length > 50) throw invalidInput();
  if (accountIds.some((id) => !/^\d{12}$/.test(id))) throw invalidInput();
  const unprocessedAccounts = accountIds.flatMap((accountId: string) => {
    const result = act(accountId);
    return result === undefined ? [] : [{ accountId, result }];
  });
  return { unprocessedAccounts };
}
