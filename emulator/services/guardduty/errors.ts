import { AwsError } from '../../toolkit/errors';

/** The one error code with which GuardDuty refuses a request; the message carries the reason. */
export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400, { type: 'InvalidInputException' });
}

/** What GuardDuty says of a value outside an enumeration, a range or a permitted combination. */
export function invalidInput(): AwsError {
  return badRequest(
    'The request is rejected because an invalid or out-of-range value is specified as an input parameter.',
  );
}

/** What GuardDuty says of one parameter that it can name. */
export function invalidParameter(name: string): AwsError {
  return badRequest(`The request is rejected because the parameter ${name} has an invalid value.`);
}

/** What a caller hears who is not the account that the organization's rules ask for. */
export function notOrganizationMaster(): AwsError {
  return badRequest('The request failed because you do not have required AWS Organization master permission.');
}

/** What a member account hears when it changes what only its administrator may change. */
export function memberMayNotManage(): AwsError {
  return badRequest('The request is rejected because member accounts cannot manage specified resources or properties.');
}

/** Why one account of a list was left out, in a field and not as an error: Terraform does not read it everywhere. */
export const NOT_ASSOCIATED =
  'The request is rejected because the given account ID is not an associated member of account the current account.';
