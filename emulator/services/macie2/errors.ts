import { AwsError } from '../../toolkit/errors';

/** What every operation answers in an account and region without Macie. */
export function notEnabled(): AwsError {
  return new AwsError('AccessDeniedException', 'Macie is not enabled.', 403);
}

/** What a caller hears whose account may not do this, whatever its IAM permissions. */
export function accessDenied(reason: string): AwsError {
  return new AwsError('AccessDeniedException', `The request failed because ${reason}`, 403);
}

/** What a caller hears when the request does not fit the current state. */
export function conflict(message: string): AwsError {
  return new AwsError('ConflictException', message, 409);
}

/** What a caller hears when the input is outside its limits or refers to what does not exist. */
export function invalid(reason: string): AwsError {
  return new AwsError('ValidationException', `Input validation failed, ${reason}`, 400);
}

/** What a caller hears who names a resource that is not there. */
export function notFound(): AwsError {
  return new AwsError(
    'ResourceNotFoundException',
    "The request failed because the specified resource doesn't exist",
    404,
  );
}
