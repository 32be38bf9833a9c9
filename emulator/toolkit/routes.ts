import type { InputOf, OperationOf } from './operations';
import type { Handlers, QueryKind, RestService, Route } from './service';

type Endpoint<Method extends string> = `${Method} /${string}`;

type KindOf<T> = T extends boolean ? 'boolean' : T extends number ? 'number' : 'list';

/** The members of an input that are no text, with what they are. */
type KindsOf<Input> = {
  readonly [M in keyof Input as NonNullable<Input[M]> extends string ? never : M]-?: KindOf<NonNullable<Input[M]>>;
};

/** Method and path; where input travels in the query string, so as text, with the members that are something else. */
type RouteOf<Input> =
  | Endpoint<'POST' | 'PUT' | 'PATCH'>
  | (keyof KindsOf<Input> extends never ? Endpoint<'GET' | 'DELETE'> : never)
  | readonly [Endpoint<Route['method']>, Partial<KindsOf<Input>>];

/** The requests that name the operations of a REST client: facts of its service model, and nothing of what is answered. */
export type Routes<Client> = { readonly [O in OperationOf<Client>]?: RouteOf<InputOf<Client, O>> };

type RouteTable = Readonly<
  Record<string, string | readonly [string, Readonly<Record<string, QueryKind | undefined>>] | undefined>
>;

/** A REST service from its routes and its handlers; each route needs its handler and each handler its route. */
export function restService(name: string, routes: RouteTable, handlers: Handlers): RestService {
  const missing = [
    ...Object.keys(routes).filter((operation) => !handlers[operation]),
    ...Object.keys(handlers).filter((operation) => !routes[operation]),
  ];
  if (missing.length > 0)
    throw new Error(`${name} has a route without a handler, or the reverse: ${missing.join(', ')}`);
  return {
    protocol: 'rest',
    name,
    routes: Object.entries(routes).flatMap(([operation, route = '']) => {
      const [endpoint, query = {}] = typeof route === 'string' ? [route] : route;
      const [method, path = ''] = endpoint.split(' ');
      const handle = handlers[operation];
      return handle
        ? [{ method: method as Route['method'], path, query: query as Route['query'] & object, operation, handle }]
        : [];
    }),
  };
}
