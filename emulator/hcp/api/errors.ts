/** One error as JSON:API writes it. */
interface ErrorObject {
  readonly status: string;
  readonly title: string;
  readonly detail?: string;
  readonly source?: { readonly pointer: string };
}

/** An answer that HCP Terraform would give in place of a result. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly errors: readonly ErrorObject[],
  ) {
    super(errors.map(({ title, detail }) => detail ?? title).join('; '));
  }
}

const apiError = (status: number, title: string, detail?: string, pointer?: string): ApiError =>
  new ApiError(status, [
    { status: String(status), title, ...(detail && { detail }), ...(pointer && { source: { pointer } }) },
  ]);

/** Nothing is there, or the token may not see it: both look alike (API docs, "Authorization"). */
export const notFound = (): ApiError => apiError(404, 'not found');

/** There is no token, or nobody issued it. */
export const unauthorized = (): ApiError => apiError(401, 'unauthorized');

/** The state of things does not allow it. */
export const conflict = (detail: string): ApiError => apiError(409, 'conflict', detail);

/** The precondition of a write does not hold. */
export const preconditionFailed = (detail: string): ApiError => apiError(412, 'precondition failed', detail);

/** An attribute may not have this value. */
export const invalid = (attribute: string, detail: string): ApiError =>
  apiError(422, 'invalid attribute', detail, `/data/attributes/${attribute}`);

/** A relation may not be so. */
export const invalidRelation = (name: string, detail: string): ApiError =>
  apiError(422, 'invalid relationship', detail, `/data/relationships/${name}`);

/** The request is none that the API could read. */
export const malformed = (detail: string): ApiError => apiError(400, 'JSON body is invalid', detail);

/** A relation is to be included which the record does not have. */
export const invalidInclude = (name: string): ApiError =>
  apiError(400, 'invalid include parameter', `Invalid include parameter: ${name}`);

/** Source: API docs, "Rate Limiting". */
export const tooManyRequests = (): ApiError =>
  apiError(429, 'Too many requests', "You have exceeded the API's rate limit.");

/** The refusal of an endpoint that the double does not have. Clients try 5xx again, but not 501. */
export const notImplemented = (what: string): ApiError =>
  apiError(501, 'not implemented', `the double of HCP Terraform does not implement ${what}`);
