import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Authorization } from '../authorization/authorization';
import type { JudgedCall } from '../authorization/judged-call';
import { inputOfRequest } from '../authorization/request-input';
import type { ManagementEvent } from '../event-record';
import type { MotoInventory } from '../moto/inventory';
import { checkPolicySize } from '../moto/policy-sizes';
import type { MotoServer } from '../moto/server';
import { motoServices } from '../moto/services';
import type { Call, Caller } from '../toolkit/call';
import { AwsError, notImplemented } from '../toolkit/errors';
import type { Credentials } from './credentials';
import { errorOf } from './error-of';
import type { Faults } from './faults';
import type { Gate } from './gate';
import { motoOperation, passToMoto } from './passthrough';
import { type AwsRequest, type CredentialScope, parameters, readRequest, unsigned } from './request';
import type { RequestLog } from './request-log';
import type { Router } from './router';
import { identifyWebIdentity, type WebIdentityParts } from './web-identities';
import { type Protocol, protocolOf, type Reply, renderError, renderResult } from './wire';

/** A call as it is taken down. */
type NotedCall = Omit<ManagementEvent, 'serial' | 'time'>;

/** What the gateway needs to answer: who may ask, who answers, what fails and what is written down. */
export interface GatewayParts {
  readonly credentials: Credentials;
  /** Verifies tokens of identity providers. */
  readonly webIdentities: WebIdentityParts;
  /** Services that the gateway answers itself, by signing name. */
  readonly routers: ReadonlyMap<string, Router>;
  readonly moto: MotoServer;
  readonly motoInventory: MotoInventory;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Every request enters by it. */
  readonly gate: Gate;
  /** Whether the account's credentials are accepted at all: a closed account's are not. */
  readonly isOpen: (account: string) => boolean;
  readonly authorization: Authorization;
  /** Takes down a call that somebody identified has made, whether it was refused or not. */
  readonly note: (call: NotedCall) => void;
}

/**
 * No connection is closed for being idle: to a client that sends on it at that moment AWS looks broken. Providers open connections that
 * they do not use at once, and Node answers those with 408 after a minute, which no SDK tries again.
 */
const patient = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };

/** The one door to the emulated AWS: every call of every service in every account comes through here. */
export function createGateway(parts: GatewayParts): Server {
  return createServer(patient, (message, response) => {
    enter(parts, message, response).catch((error: Error) => response.destroy(error));
  });
}

async function enter(parts: GatewayParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  // Before the gate: of a connection that is not read to its end Node does not learn that it was closed.
  const request = await readRequest(message);
  await parts.gate.enter();
  try {
    // Whoever hung up while waiting gets nothing done.
    if (!message.socket.destroyed) await answer(parts, request, response);
  } finally {
    parts.gate.leave();
  }
}

async function answer(parts: GatewayParts, request: AwsRequest, response: ServerResponse): Promise<void> {
  const protocol = protocolOf(request);
  const seen: Seen = {
    service: request.scope?.service ?? 'unsigned',
    operation: '',
    account: '',
    region: request.scope?.region ?? '',
    ...appOf(request),
  };
  let reply: Reply;
  let refusal: AwsError | undefined;
  try {
    reply = await dispatch(parts, request, protocol, seen);
  } catch (thrown) {
    const error = thrown instanceof AwsError ? thrown : defect(thrown, seen);
    refusal = error;
    reply = renderError(protocol, error);
  }
  const { made, ...entry } = seen;
  parts.log.add({ ...entry, status: reply.status, ...(refusal === undefined ? {} : { error: refusal.code }) });
  // What nobody implements, AWS would have answered.
  if (made && reply.status !== 501) parts.note({ ...made, ...errorOf(reply, refusal) });
  if (request.method === 'HEAD') {
    // The length that the header names is the object's, not that of the absent body.
    response.writeHead(reply.status, reply.headers).end();
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

type Seen = { service: string; operation: string; account: string; region: string; app?: string; made?: NotedCall };

/** The application that a client is, where it says so. */
function appOf({ headers }: AwsRequest): { readonly app?: string } {
  const [, app] = /(?:^| )app\/([\w!#$%&'*+.^`|~-]+)/.exec(headers['user-agent'] ?? '') ?? [];
  return app === undefined ? {} : { app };
}

async function dispatch(parts: GatewayParts, request: AwsRequest, protocol: Protocol, seen: Seen): Promise<Reply> {
  if (request.proxiedHost !== undefined && !request.path.startsWith('/v20180820/')) {
    throw notImplemented(request.proxiedHost, request.path);
  }
  const caller = await identify(parts, request);
  const scope = request.scope as CredentialScope;
  seen.account = caller.account;
  const router = parts.routers.get(scope.service);
  const match = router?.(request);
  // What a service of ours does not implement, moto may, under its own name.
  seen.operation =
    (match?.run ? match.operation : (motoOperation(request, scope) ?? match?.operation)) ??
    `${request.method} ${request.path}${request.query}`;
  if (!parts.isOpen(caller.account)) {
    throw new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
  }
  if (!match?.run && !motoAnswers(request, scope)) throw notImplemented(scope.service, seen.operation);
  const input = match?.run ? { ...match.input } : inputOfRequest(request, scope.service);
  const judged: JudgedCall = { ...scope, account: caller.account, operation: seen.operation, input };
  seen.made = { ...judged, caller, accessKey: scope.accessKey };
  const refusal = await parts.authorization.tryRefusal(caller, protocol, judged);
  if (refusal) throw refusal;
  const fault = parts.faults.next(protocol, scope.service);
  if (fault) throw fault;
  try {
    if (!match?.run) {
      await checkPolicySize(parts.moto, judged, request.body);
      parts.motoInventory.touch(caller.account, scope.region, scope.service);
      return await passToMoto(parts.moto, request, caller.account, scope);
    }
    const call: Call<object> = { ...scope, ...match, account: caller.account, caller };
    return renderResult(protocol, call, await match.run(call));
  } finally {
    parts.authorization.answered(judged);
  }
}

/** Who asks: the owner of an access key, or whoever has a token in its place. */
const identify = ({ credentials, webIdentities }: GatewayParts, request: AwsRequest): Caller | Promise<Caller> =>
  request.scope?.accessKey === unsigned
    ? identifyWebIdentity(webIdentities, Object.fromEntries(parameters(request)))
    : credentials.identify(request.scope);

const motoAnswers = (request: AwsRequest, scope: CredentialScope): boolean =>
  Object.hasOwn(motoServices, scope.service) && motoOperation(request, scope) !== undefined;

/** A fault of the emulation itself must stop the run, so it does not look like one that is worth a retry. */
function defect(thrown: unknown, { service, operation }: Seen): AwsError {
  const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new AwsError('EmulationDefect', `the emulated AWS failed at ${service}:${operation}: ${cause}`, 501);
}
