import { type Records, type Reference, type Relations, type Resource, referencesOf } from '../records';
import { invalidInclude } from './errors';

/** Puts what depends on the asker into the attributes of a record. */
export type View = (resource: Resource) => Resource;

/** The page of a list that a query asks for. Source: API docs, "Pagination": 20 items where it does not say, 100 at most. */
function pageOf(list: readonly Resource[], query: URLSearchParams) {
  const size = Math.min(positive(query.get('page[size]')) ?? 20, 100);
  const number = positive(query.get('page[number]')) ?? 1;
  const pages = Math.max(1, Math.ceil(list.length / size));
  return {
    items: list.slice((number - 1) * size, number * size),
    pagination: {
      'current-page': number,
      'page-size': size,
      'prev-page': number > 1 ? number - 1 : null,
      'next-page': number < pages ? number + 1 : null,
      'total-pages': pages,
      'total-count': list.length,
    },
  };
}

const positive = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;

/** A record as a document of JSON:API, with the records that the query wants included. */
export const documentOf = (records: Records, view: View, resource: Resource, query: URLSearchParams): object => ({
  data: write(view(resource)),
  ...included(records, view, [resource], query),
});

/** One page of a list as a document of JSON:API. */
export function listDocument(records: Records, view: View, list: readonly Resource[], query: URLSearchParams): object {
  const { items, pagination } = pageOf(list, query);
  return {
    data: items.map((item) => write(view(item))),
    ...included(records, view, items, query),
    meta: { pagination },
  };
}

const write = ({ type, id, attributes, relations }: Resource): object => ({
  id,
  type,
  attributes,
  relationships: Object.fromEntries(Object.entries(relations).map(([name, data]) => [name, { data }])),
  links: { self: `/api/v2/${type}/${id}` },
});

function included(records: Records, view: View, shown: readonly Resource[], query: URLSearchParams): object {
  const paths = (query.get('include') ?? '').split(',').filter((path) => path !== '');
  if (paths.length === 0) return {};
  const found = new Map<string, Resource>();
  for (const resource of shown) for (const path of paths) follow(records, resource, path.split('.'), found);
  return { included: [...found.values()].map((each) => write(view(each))) };
}

/** Includes what lies on a path of relations, such as `plan` or `current_run.plan`. */
function follow(records: Records, from: Resource, [name, ...rest]: readonly string[], found: Map<string, Resource>) {
  if (name === undefined) return;
  const relation = name.replaceAll('_', '-');
  if (!Object.hasOwn(from.relations as Relations, relation)) throw invalidInclude(name);
  for (const { type, id } of referencesOf(from, relation) as readonly Reference[]) {
    const resource = records.tryFind(type, id);
    if (!resource) continue;
    found.set(`${type}/${id}`, resource);
    follow(records, resource, rest, found);
  }
}
