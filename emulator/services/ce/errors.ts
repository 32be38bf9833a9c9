import { AwsError } from '../../toolkit/errors';

/** What a caller hears when the input is outside its limits. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** What a caller hears who names a monitor or subscription that the account does not have. */
export const unknown = (kind: 'Monitor' | 'Subscription', arn: string | undefined): AwsError =>
  new AwsError(`Unknown${kind}Exception`, `The ${kind.toLowerCase()} ${arn} does not exist.`);
