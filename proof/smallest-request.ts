import { and, not, type Operand } from 'logic-solver';
import { resourceName } from './attribute';
import type { Encoded } from './encoder';
import type { Values } from './model';
import type { Request } from './request';

/** Keys that AWS sends with almost every request, so that one without them looks like none (IAM User Guide, "Global condition keys"). */
const sentAlways = ['aws:principalarn', 'aws:requestedregion', 'aws:securetransport'];

/**
 * The request with what every request has, where it can have it, and without every other value that it can do without, one after the
 * other: what is left is needed.
 */
export function smallestRequest(
  request: Request,
  query: Encoded,
  values: Values,
  search: (narrowed: Encoded) => Values | undefined,
  requestOf: (action: string, values: Values) => Request,
): Request {
  let [narrowed, best] = [query, values];
  const narrow = (formula: Operand): void => {
    const tried = { ...narrowed, formula: and(narrowed.formula, formula) };
    const found = search(tried);
    if (found) [narrowed, best] = [tried, found];
  };
  const attributes = [...values.keys()].filter(({ name }) => name !== resourceName);
  for (const attribute of attributes)
    if (sentAlways.includes(attribute.name)) narrow(attribute.exists());
    else for (const present of attribute.present) narrow(not(present));
  return requestOf(request.action, best);
}
