import { AwsError } from '../../toolkit/errors';

const refusal = (code: string, message: string, status: number): AwsError =>
  new AwsError(code, message, status, { Code: code });

/** What every operation answers in an account and region without Security Hub. */
export function notSubscribed(account: string): AwsError {
  return refusal('InvalidAccessException', `Account ${account} is not subscribed to AWS Security Hub`, 401);
}

/** What an account hears that asks for what only the organization's Security Hub administrator may have. */
export function notAdministrator(account: string): AwsError {
  return refusal('InvalidAccessException', `Account ${account} is not an administrator for this organization`, 401);
}

/** What an account hears that asks for what only the management account may do. */
export function accessDenied(message: string): AwsError {
  return refusal('AccessDeniedException', message, 403);
}

/** What a caller hears whose input is not valid, or not now. */
export function invalid(message: string, status = 400): AwsError {
  return refusal('InvalidInputException', message, status);
}

/** What a caller hears whose request conflicts with what exists. */
export function conflict(message: string): AwsError {
  return refusal('ResourceConflictException', message, 409);
}

/** What a caller hears who names what is not there. */
export function notFound(message: string): AwsError {
  return refusal('ResourceNotFoundException', message, 404);
}

/** What a caller hears who wants more than a quota allows. */
export function limitExceeded(message: string): AwsError {
  return refusal('LimitExceededException', message, 429);
}
