import { AwsError } from '../../toolkit/errors';

/** What every operation answers in an account and region without Macie. */
export const notEnabled = (): AwsError => new AwsError('AccessDeniedException', 'Macie is not enabled.', 403);

/** What a caller hears whose account may not do this, whatever its IAM permissions. */
export const accessDenied = (reason: string): AwsError =>
  new AwsError('AccessDeniedException', `The request failed because ${reason}`, 403);

/** What a caller hears when the request does not fit the current state. */
export const conflict = (message: string): AwsError => new AwsError('ConflictException', message, 409);

/** What a caller hears when the input is outside its limits or refers to what does not exist. */
export const invalid = (reason: string): AwsError =>
  new AwsError('ValidationException', `Input validation failed, ${reason}`, 400);

/** What a caller hears who names a resource that is not there. */
export const notFound = (): AwsError =>
  new AwsError('ResourceNotFoundException', "The request failed because the specified resource doesn't exist", 404);
