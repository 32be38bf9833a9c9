import findMyWay, { type HTTPMethod } from 'find-my-way';
import { AwsError, type Call, type Handler, type Json, type Service } from '../toolkit/call';
import type { Caller } from './credentials';
import { type AwsRequest, parameters } from './request';

/** A call that also says who signed it; STS asks. */
export interface SignedCall extends Call {
  readonly caller: Caller;
}

/** A service of the query protocol, whose operations may ask who signed. */
export interface QueryService {
  readonly protocol: 'query';
  readonly name: string;
  readonly operations: Readonly<Record<string, (call: SignedCall) => Json | Promise<Json>>>;
}

/** An operation that a request names, with its input. `run` is undefined when the service does not implement it. */
interface Match {
  readonly operation: string;
  readonly input: Json;
  readonly run: ((call: SignedCall) => Json | Promise<Json>) | undefined;
}

/** Finds the operation that a request to one service names. */
export type Router = (request: AwsRequest) => Match;

export function routerOf(service: Service | QueryService): Router {
  switch (service.protocol) {
    case 'json':
      return (request) => {
        const operation = targetOperation(request);
        return { operation, input: parseJson(request.body), run: own(service.operations, operation) };
      };
    case 'query':
      return (request) => {
        const { Action: operation = '', ...input } = Object.fromEntries(parameters(request));
        return { operation, input, run: own(service.operations, operation) };
      };
    case 'rest':
      return restRouter(service);
  }
}

/** The operation that the header X-Amz-Target names behind its last dot. */
export function targetOperation(request: AwsRequest): string {
  return String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, '');
}

function restRouter(service: Extract<Service, { protocol: 'rest' }>): Router {
  // An ARN in the path is longer than the library's default for a parameter.
  const routes = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 2048 });
  for (const { method, path, operation, handle } of service.routes) {
    routes.on(method, path, () => undefined, { operation, handle });
  }
  return (request) => {
    const found = routes.find(request.method as HTTPMethod, request.path);
    if (!found) return { operation: `${request.method} ${request.path}`, input: {}, run: undefined };
    const { operation, handle } = found.store as { operation: string; handle: Handler };
    const input = { ...queryInput(request.query), ...parseJson(request.body), ...found.params };
    return { operation, input, run: handle };
  };
}

/** A repeated query parameter is a list; a single one is a string, as the API member's own reader decides. */
function queryInput(query: string): Json {
  const values = new URLSearchParams(query);
  const names = [...new Set(values.keys())];
  return Object.fromEntries(
    names.map((name) => [name, values.getAll(name).length > 1 ? values.getAll(name) : values.get(name)]),
  );
}

function parseJson(body: Buffer): Json {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.');
  }
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
