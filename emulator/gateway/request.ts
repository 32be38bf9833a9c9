import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One HTTP request of an AWS client, with what its SigV4 credential scope says. */
export interface AwsRequest {
  readonly method: string;
  /** Host of an absolute-form target (the client used a proxy), else undefined. */
  readonly proxiedHost: string | undefined;
  /** Path as it was sent, percent-encoded. */
  readonly path: string;
  /** Query as it was sent, with its question mark, or ''. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Undefined when the request is not signed. */
  readonly scope: CredentialScope | undefined;
}

/** What `Credential=<access key>/<date>/<region>/<service>/aws4_request` names. */
export interface CredentialScope {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
}

/** Reads a request to its end and parses its target and its credential scope. */
export async function readRequest(message: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return {
    method: message.method ?? 'GET',
    ...parseTarget(message.url ?? '/'),
    headers: message.headers,
    body,
    scope: parseScope(message.headers.authorization) ?? tryUnsignedScope(body),
  };
}

/**
 * The one operation that a token stands for a signature in: "Calling AssumeRoleWithWebIdentity does not require the use of AWS security
 * credentials" (STS API Reference). Nothing tells the region then.
 */
const tryUnsignedScope = (body: Buffer): CredentialScope | undefined =>
  /(^|&)Action=AssumeRoleWithWebIdentity(&|$)/.test(body.toString('latin1'))
    ? { accessKey: unsigned, region: 'us-east-1', service: 'sts' }
    : undefined;

/** Stands for an access key where a request has none. */
export const unsigned = '';

/** The parameters of the query string and, for a form, of the body. */
export function parameters(request: AwsRequest): URLSearchParams {
  const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(form ? request.body.toString() : request.query);
}

function parseTarget(target: string): Pick<AwsRequest, 'proxiedHost' | 'path' | 'query'> {
  const absolute = /^https?:\/\/([^/?]*)(.*)$/.exec(target);
  const relative = absolute ? (absolute[2] ?? '') : target;
  const split = relative.indexOf('?');
  const path = split < 0 ? relative : relative.slice(0, split);
  return { proxiedHost: absolute?.[1], path: path || '/', query: split < 0 ? '' : relative.slice(split) };
}

function parseScope(authorization: string | undefined): CredentialScope | undefined {
  const match = /Credential=([^/\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(authorization ?? '');
  const [, accessKey, region, service] = match ?? [];
  return accessKey && region && service ? { accessKey, region, service } : undefined;
}
