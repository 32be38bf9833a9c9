import { AwsError } from '../../toolkit/errors';

/** What a caller hears who lacks a permission of Lake Formation, whatever IAM allows. */
export const insufficient = (needed: string): AwsError =>
  new AwsError('AccessDeniedException', `Insufficient Lake Formation permission(s): ${needed}`, 403);

/** What a caller hears when the input breaks a rule. */
export const invalid = (message: string): AwsError => new AwsError('InvalidInputException', message);

/** What a caller hears who names what is not there. */
export const notFound = (message: string): AwsError => new AwsError('EntityNotFoundException', message);

/** What a caller hears who makes the same thing twice. */
export const alreadyExists = (message: string): AwsError => new AwsError('AlreadyExistsException', message);
