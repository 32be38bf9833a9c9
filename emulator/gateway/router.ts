import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { Call } from '../toolkit/call';
import { AwsError } from '../toolkit/errors';
import { type QueryKind, type RestService, type Route, type Service, tryHandler } from '../toolkit/service';
import { readForm } from './form';
import { type AwsRequest, parameters } from './request';

/** An operation that a request names, with its input. `run` is undefined when the service does not implement it. */
interface Match {
  readonly operation: string;
  readonly input: object;
  readonly run: ReturnType<typeof tryHandler>;
}

/** Finds the operation that a request to one service names. */
export type Router = (request: AwsRequest) => Match;

export function routerOf(service: Service): Router {
  switch (service.protocol) {
    case 'json':
      return (request) => {
        const operation = targetOperation(request);
        return { operation, input: parseJson(request.body), run: tryHandler(service, operation) };
      };
    case 'query':
      return (request) => {
        const { Action = '', ...input } = readForm(parameters(request));
        const operation = String(Action);
        return { operation, input, run: tryHandler(service, operation) };
      };
    case 'rest':
      return restRouter(service);
  }
}

/** The operation that the header X-Amz-Target names behind its last dot. */
export const targetOperation = (request: AwsRequest): string =>
  String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, '');

function restRouter(service: RestService): Router {
  // An ARN in the path is longer than the library's default for a parameter.
  const routes = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 2048 });
  for (const route of service.routes) routes.on(route.method, route.path, () => undefined, route);
  return (request) => {
    const found = routes.find(request.method as HTTPMethod, request.path);
    if (!found) return { operation: `${request.method} ${request.path}`, input: {}, run: undefined };
    const { operation, handle, query } = found.store as Route;
    const input = { ...readQuery(request.query, query), ...parseJson(request.body), ...found.params };
    return { operation, input, run: (call: Call<object>) => handle(call as Call<never>) };
  };
}

/** The members of a query string; text becomes here what the route says that a member is, and nowhere else. */
function readQuery(query: string, kinds: Route['query'] = {}): object {
  const values = new URLSearchParams(query);
  const names = [...new Set(values.keys())];
  return Object.fromEntries(names.map((name) => [name, readValues(name, values.getAll(name), kinds[name])]));
}

function readValues(name: string, texts: readonly string[], kind: QueryKind | undefined): unknown {
  const [text = ''] = texts;
  if (kind === 'list') return texts;
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (kind !== undefined) throw new AwsError('SerializationException', `The value '${text}' of ${name} is no ${kind}.`);
  return texts.length > 1 ? texts : text;
}

function parseJson(body: Buffer): object {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.');
  }
}
