import { AwsError } from '../../toolkit/errors';

/** What a caller hears whose input AWS does not take. */
export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** What a caller hears whose request the account is not ready for. */
export const refused = (message: string): AwsError => new AwsError('InvalidRequestException', message);

/** What a caller hears who makes a configuration twice. */
export const conflict = (name: string): AwsError =>
  new AwsError('ConflictException', `There is a configuration ${name} already.`, 409);

/** What a caller hears who names what is not there. */
export const notFound = (arn: string | undefined): AwsError =>
  new AwsError('ResourceNotFoundException', `There is no resource ${arn}.`, 404);
