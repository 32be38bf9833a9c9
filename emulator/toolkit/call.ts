/** A JSON value as an AWS API sends and receives it. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a request is the API's, and each handler reads its own
export type Json = Record<string, any>;

/** One request to the emulated AWS, after its credentials and its operation have been read. */
export interface Call {
  /** The account that the credentials belong to, twelve digits. */
  readonly account: string;
  /** The region of the signature; `us-east-1` for global services. */
  readonly region: string;
  /** The signing name: `guardduty`, `macie2`, `config`, `organizations`. */
  readonly service: string;
  /** The operation by its API name: `CreateDetector`. */
  readonly operation: string;
  /** Body, REST path parameters and query string in one object, under the API's own member names. */
  readonly input: Json;
}

/** An answer that AWS would give in place of a result. */
export class AwsError extends Error {
  constructor(
    /** The error code that the SDK reads: `AccessDeniedException`. */
    readonly code: string,
    message: string,
    /** HTTP status. @default 400 */
    readonly status = 400,
    /** Further members of the error body: `Reason`, `Type`. */
    readonly members: Json = {},
  ) {
    super(message);
  }
}

export type Handler = (call: Call) => Json | Promise<Json>;

/** A REST operation: its route with `:param` for each path parameter, by the API's member name. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly operation: string;
  readonly handle: Handler;
}

/** An emulated service, in the protocol its SDK speaks. Anything it does not list is answered with 501. */
export type Service =
  | { readonly protocol: 'json'; readonly name: string; readonly operations: Readonly<Record<string, Handler>> }
  | { readonly protocol: 'rest'; readonly name: string; readonly routes: readonly Route[] };
