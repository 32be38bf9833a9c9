import type { Call } from './call';

/** Answers one operation. What the gateway calls: the input is whatever came over the wire. */
export type Handler = (call: Call<never>) => object | Promise<object>;

/** Handlers by the API names of their operations. */
export type Handlers = Readonly<Record<string, Handler | undefined>>;

/** What a member of a query string is, where it is not text. */
export type QueryKind = 'number' | 'boolean' | 'list';

/** A REST operation: its path with `:param` for each path parameter, by the API's member name. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Members of the query string that are not text. */
  readonly query?: Readonly<Record<string, QueryKind>>;
  readonly operation: string;
  readonly handle: Handler;
}

/** An emulated service of the JSON protocol; the target header names the operation. */
export interface JsonService {
  readonly protocol: 'json';
  readonly name: string;
  readonly operations: Handlers;
}

/** An emulated service of the query protocol; the form names the operation, and every scalar is text. */
export interface QueryService {
  readonly protocol: 'query';
  readonly name: string;
  readonly operations: Handlers;
}

/** An emulated service of the REST protocol; method and path name the operation. */
export interface RestService {
  readonly protocol: 'rest';
  readonly name: string;
  readonly routes: readonly Route[];
}

/** An emulated service, in the protocol its SDK speaks. Anything it does not list is answered with 501. */
export type Service = JsonService | QueryService | RestService;

/** The handler of an operation, if the service has it: here what was sent takes the type that the handler reads. */
export function tryHandler(
  service: Service,
  operation: string,
): ((call: Call<object>) => ReturnType<Handler>) | undefined {
  const handle =
    service.protocol === 'rest'
      ? service.routes.find((route) => route.operation === operation)?.handle
      : Object.hasOwn(service.operations, operation) && service.operations[operation];
  return handle ? (call) => handle(call as Call<never>) : undefined;
}

/** The same handlers behind a check, which throws what the service answers to a caller who may not ask, or not for this input. */
export const guarded = <Input extends object>(handlers: Handlers, check: (call: Call<Input>) => void): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).flatMap(([operation, handle]): [string, Handler][] =>
      handle
        ? [
            [
              operation,
              (call) => {
                check(call);
                return handle(call);
              },
            ],
          ]
        : [],
    ),
  );
