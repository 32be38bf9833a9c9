import { AwsError } from '../../toolkit/errors';

/** What a caller hears who names what the account does not have. */
export const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message, 404);

/** What a caller hears whose input IAM cannot take. */
export const invalidInput = (message: string): AwsError => new AwsError('InvalidInput', message);

export const organizationNotFound = (): AwsError =>
  new AwsError('OrganizationNotFoundException', 'No organization is associated with your account.');

export const notAdministrator = (): AwsError =>
  new AwsError(
    'AccountNotManagementOrDelegatedAdministratorException',
    'The account making the request is not the management account or delegated administrator account for centralized root access.',
  );

export const callerIsNotManagement = (): AwsError =>
  new AwsError(
    'CallerIsNotManagementAccountException',
    'The account making the request is not the management account for the organization.',
  );

export const serviceAccessNotEnabled = (): AwsError =>
  new AwsError('ServiceAccessNotEnabledException', 'Trusted access is not enabled for IAM in Organizations.');
