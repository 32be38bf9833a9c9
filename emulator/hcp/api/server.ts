import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { Actor } from '../actors';
import { viewFor } from '../view';
import type { HcpWorld } from '../world';
import type { Answer, ApiHandler, ApiRoutes } from './call';
import { documentOf, listDocument } from './document';
import { ApiError, notFound, notImplemented, tooManyRequests, unauthorized } from './errors';
import type { RateLimit } from './rate-limit';

/** What is served beside the API, by path. */
type Documents = Readonly<Record<string, () => object>>;

/** An answer as it goes over the wire. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One request as the log has it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly actor: string;
}

/** What the server needs. */
export interface ServerParts {
  readonly world: HcpWorld;
  readonly routes: ApiRoutes;
  readonly documents: Documents;
  readonly limit: RateLimit;
  readonly note: (request: LoggedRequest) => void;
}

/** The version of the API, by which Terraform's `cloud` block knows what it may ask: 2.5 is the least (Terraform 1.11, `cloud/backend.go`). */
const identity = { 'tfp-api-version': '2.6', 'tfp-appname': 'HCP Terraform' };

const prefix = '/api/v2';

/** The one door of the double: the API, what is uploaded and downloaded beside it, and discovery documents. */
export function createApiServer(parts: ServerParts): Server {
  const router = findMyWay({ ignoreTrailingSlash: true, maxParamLength: 512 });
  for (const [endpoint, handler] of Object.entries(parts.routes)) {
    const [method, path = ''] = endpoint.split(' ');
    router.on(method as HTTPMethod, path, () => undefined, handler);
  }
  return createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (message, response) => {
    enter(parts, router, message, response).catch((error: Error) => response.destroy(error));
  });
}

type Router = ReturnType<typeof findMyWay>;

async function enter(parts: ServerParts, router: Router, message: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { pathname: path, searchParams: query } = new URL(message.url ?? '/', 'http://double');
  const method = message.method ?? 'GET';
  const request: Request = {
    method,
    path,
    query,
    body: Buffer.concat(chunks),
    authorization: message.headers.authorization,
  };
  const actor = parts.world.tokens.tryIdentify(request.authorization);
  let reply: Reply;
  try {
    reply = await answer(parts, router, request, actor);
  } catch (error) {
    reply = refusal(error, request);
  }
  parts.note({ method, path, status: reply.status, actor: actor ? `${actor.kind} ${actor.id}` : 'nobody' });
  const body = reply.body ?? '';
  response.writeHead(reply.status, {
    ...identity,
    ...reply.headers,
    ...(reply.status !== 204 && { 'content-length': String(Buffer.byteLength(body)) }),
  });
  response.end(method === 'HEAD' || reply.status === 204 ? undefined : body);
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly authorization: string | undefined;
}

async function answer(parts: ServerParts, router: Router, request: Request, actor: Actor | undefined): Promise<Reply> {
  const { method, path } = request;
  const document = parts.documents[path];
  if (document && method === 'GET') return json(200, document(), 'application/json');
  if (path.startsWith('/_archivist/v1/object/')) return archived(parts.world, request);
  if (!path.startsWith(`${prefix}/`)) throw notImplemented(`${method} ${path}`);
  const { allowed, headers } = parts.limit.next(actor ? actor.id : 'unauthenticated');
  const reply = allowed
    ? await fromApi(parts, router, request, actor).catch((error) => refusal(error, request))
    : refusal(tooManyRequests(), request);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

async function fromApi(
  { world }: ServerParts,
  router: Router,
  request: Request,
  actor: Actor | undefined,
): Promise<Reply> {
  const { method, query, body } = request;
  const found = router.find(method as HTTPMethod, request.path.slice(prefix.length));
  if (!actor) throw unauthorized();
  if (!found) throw notImplemented(`${method} ${request.path}`);
  const params = Object.fromEntries(
    Object.entries(found.params).map(([name, value]) => [name, value && decodeURIComponent(value)]),
  );
  const result = await (found.store as ApiHandler)({ actor, params, query, body });
  return written(world, actor, query, result);
}

function written(world: HcpWorld, actor: Actor, query: URLSearchParams, answer: Answer): Reply {
  const { records } = world;
  const view = viewFor(world, actor);
  if ('resource' in answer) return json(answer.status, documentOf(records, view, answer.resource, query));
  if ('list' in answer) return json(answer.status, listDocument(records, view, answer.list, query));
  const { status, body, type, location } = answer;
  if (location) return { status, headers: { location } };
  if (Buffer.isBuffer(body)) return { status, headers: { 'content-type': type ?? 'application/octet-stream' }, body };
  return { status };
}

/** Bytes with an address of their own: whoever has the address may. */
function archived({ archive }: HcpWorld, { method, path, query, body }: Request): Reply {
  const object = archive.tryFind(path.split('/').at(-1) ?? '');
  if (!object) throw notFound();
  if (method === 'PUT') {
    if (!object.onUpload || object.bytes) throw notFound();
    object.onUpload(body);
    object.bytes = body;
    return { status: 200 };
  }
  if (method !== 'GET' || !object.bytes) throw notFound();
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? object.bytes.length);
  const part = object.bytes.subarray(offset, offset + limit);
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: part };
}

const json = (status: number, body: object, type = 'application/vnd.api+json'): Reply => ({
  status,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
});

/** A defect of the double itself must stop the client, so it does not look like one that is worth a retry. */
function refusal(thrown: unknown, { method, path }: Request): Reply {
  if (thrown instanceof ApiError) return json(thrown.status, { errors: thrown.errors });
  const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return json(501, { errors: notImplemented(`${method} ${path}, at which it failed: ${cause}`).errors });
}
