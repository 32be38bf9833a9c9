import { resourceName } from './attribute';
import type { Encoded, Encoder } from './encoder';
import { type Values, valuesOf } from './model';
import type { Request } from './request';
import { smallestRequest } from './smallest-request';
import { Undecided } from './undecided';

/** Models of the solver that turn out to be of no request, before it is given up. */
const mostModels = 5_000;

/**
 * A request of an action for which a formula holds, as small as it can be where a request of that kind is what is asked for; undefined
 * where there is none.
 *
 * @param confirms whether a request is made smaller: where it is still confirmed then
 * @throws Undecided where the search is given up
 */
export function trySearch(
  encoder: Encoder,
  action: string,
  query: Encoded,
  confirms: (request: Request) => boolean,
): Request | undefined {
  const search = (narrowed: Encoded): Values | undefined => tryValues(encoder, narrowed);
  const values = search(query);
  if (!values) return undefined;
  const request = requestOf(action, values);
  if (!confirms(request)) return request;
  const smallest = smallestRequest(request, query, values, search, requestOf);
  return confirms(smallest) ? smallest : request;
}

/** Values of every attribute for which the formula holds, by asking the solver until it names some that there are. */
function tryValues({ solver }: Encoder, query: Encoded): Values | undefined {
  refuseTooMany(query);
  for (let models = 0; models < mostModels; models += 1) {
    const solution = solver.solveAssuming(query.formula);
    if (!solution) return undefined;
    solution.ignoreUnknownVariables();
    const found = valuesOf(solution, query);
    if ('values' in found) return found.values;
    if ('learned' in found) solver.require(found.learned);
    else found.attribute.never(found.never.required, found.never.forbidden);
  }
  throw new Undecided(`${mostModels} solutions were of no request`);
}

/** A key that may have several values has as many as are asked about; more would be needed to answer more questions. */
function refuseTooMany({ asked }: Encoded): void {
  for (const attribute of new Set(asked)) {
    const questions = asked.filter((each) => each === attribute).length;
    if (attribute.present.length > 1 && questions > attribute.present.length)
      throw new Undecided(
        `more is asked of the values of ${attribute.name} than ${attribute.present.length} can answer`,
      );
  }
}

function requestOf(action: string, values: Values): Request {
  const entries = [...values].map(([{ name }, texts]) => [name, texts] as const);
  const [resource = '*'] = entries.find(([name]) => name === resourceName)?.[1] ?? [];
  return { action, resource, context: Object.fromEntries(entries.filter(([name]) => name !== resourceName)) };
}
