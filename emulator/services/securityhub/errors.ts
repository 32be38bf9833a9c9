import { AwsError } from '../../toolkit/errors';

const refusal = (code: string, message: string, status: number): AwsError =>
  new AwsError(code, message, status, { Code: code });

/** What every operation answers in an account and region without Security Hub. */
export const notSubscribed = (account: string): AwsError =>
  refusal('InvalidAccessException', `Account ${account} is not subscribed to AWS Security Hub`, 401);

/** What an account hears that asks for what only the organization's Security Hub administrator may have. */
export const notAdministrator = (account: string): AwsError =>
  refusal('InvalidAccessException', `Account ${account} is not an administrator for this organization`, 401);

/** What an account hears that asks for what only the management account may do. */
export const accessDenied = (message: string): AwsError => refusal('AccessDeniedException', message, 403);

/** What a caller hears whose input is not valid, or not now. */
export const invalid = (message: string): AwsError => refusal('InvalidInputException', message, 400);

/** What a caller hears whose request conflicts with what exists. */
export const conflict = (message: string): AwsError => refusal('ResourceConflictException', message, 409);

/** What a caller hears who names what is not there. */
export const notFound = (message: string): AwsError => refusal('ResourceNotFoundException', message, 404);

/** What a caller hears who wants more than a quota allows. */
export const limitExceeded = (message: string): AwsError => refusal('LimitExceededException', message, 429);
