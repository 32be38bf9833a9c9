import { AwsError } from '../../toolkit/errors';

/** What a caller hears whose input breaks a limit or names what Bedrock cannot use. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** What a caller hears who names a resource that is not there. */
export const notFound = (what: string): AwsError =>
  new AwsError('ResourceNotFoundException', `${what} was not found. Check the identifier and try again.`, 404);

/** What a caller hears when the request does not fit what is there. */
export const conflict = (message: string): AwsError => new AwsError('ConflictException', message, 400);

/** What a caller hears who asks for more than AWS gives without an increase. */
export const quotaExceeded = (message: string): AwsError => new AwsError('ServiceQuotaExceededException', message, 400);
