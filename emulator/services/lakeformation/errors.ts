import { AwsError } from '../../toolkit/errors';

/** What a caller hears who lacks a permission of Lake Formation, whatever IAM allows. */
export function insufficient(needed: string): AwsError {
  return new AwsError('AccessDeniedException', `Insufficient Lake Formation permission(s): ${needed}`, 403);
}

/** What a caller hears when the input breaks a rule. */
export function invalid(message: string): AwsError {
  return new AwsError('InvalidInputException', message);
}

/** What a caller hears who names what is not there. */
export function notFound(message: string): AwsError {
  return new AwsError('EntityNotFoundException', message);
}

/** What a caller hears who makes the same thing twice. */
export function alreadyExists(message: string): AwsError {
  return new AwsError('AlreadyExistsException', message);
}
