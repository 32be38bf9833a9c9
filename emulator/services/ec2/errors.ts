import { AwsError } from '../../toolkit/errors';

/** The error of a value that EC2 does not take. */
export const invalidParameter = (value: unknown, member: string): AwsError =>
  new AwsError('InvalidParameterValue', `Value (${value}) for parameter ${member} is invalid.`);

/**
 * The error of a change of what a declarative policy sets. The text is that of Organizations User Guide, orgs_manage_policies_declarative;
 * no document of AWS names the code.
 */
export const declaredElsewhere = (message: string | undefined): AwsError =>
  new AwsError(
    'DeclarativePolicyViolation',
    `This functionality has been disabled by a Declarative Policy.${message ? ` Custom Message: ${message}` : ''}`,
  );
