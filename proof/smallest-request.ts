import { and, not } from 'logic-solver';
import type { Encoded } from './encoder';
import type { Values } from './model';
import type { Request } from './request';

/** The request without every value that it can do without, one after the other: what is left is needed. */
export function smallestRequest(
  request: Request,
  query: Encoded,
  values: Values,
  search: (narrowed: Encoded) => Values | undefined,
  requestOf: (action: string, values: Values) => Request,
): Request {
  let [narrowed, best] = [query, values];
  const attributes = [...values.keys()].filter(({ name }) => name !== 'resource');
  for (const present of attributes.flatMap((attribute) => attribute.present)) {
    const fewer = { ...narrowed, formula: and(narrowed.formula, not(present)) };
    const found = search(fewer);
    if (found) [narrowed, best] = [fewer, found];
  }
  return requestOf(request.action, best);
}
