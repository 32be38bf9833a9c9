import { AwsError } from '../../toolkit/errors';

/** The error of a member that breaks a constraint of the API model, found before the operation runs. */
export const constraintError = (member: string, constraint: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
  );

/** What a caller hears whose parameter is outside its limits or refers to what does not exist. */
export const invalidParameter = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

/** What a caller hears where AWS Config lacks a permission, or what it would need the permission on. */
export const insufficientPermissions = (message: string): AwsError =>
  new AwsError('InsufficientPermissionsException', message);
