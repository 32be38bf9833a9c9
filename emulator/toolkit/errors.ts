/** An answer that AWS would give in place of a result. */
export class AwsError extends Error {
  constructor(
    /** The error code that the SDK reads: `AccessDeniedException`. */
    readonly code: string,
    message: string,
    /** HTTP status. @default 400 */
    readonly status = 400,
    /** Further members of the error body: `Reason`, `Type`. */
    readonly members: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The refusal of an operation that nobody answers. SDKs retry 500, 502, 503 and 504, so 501 ends the run at once. */
export const notImplemented = (service: string, operation: string): AwsError =>
  new AwsError('NotImplementedException', `the emulated AWS does not implement ${service}:${operation}`, 501);
