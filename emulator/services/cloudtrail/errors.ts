import type { Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';

/** What a caller hears who names a trail that does not show where the caller asks. */
export const trailNotFound = ({ account }: Scope, arn: string): AwsError =>
  new AwsError('TrailNotFoundException', `Unknown trail: ${arn} for the user: ${account}`);

/** What a caller hears who changes a trail elsewhere than at its home. */
export const notHomeRegion = (name: string, homeRegion: string): AwsError =>
  new AwsError(
    'InvalidHomeRegionException',
    `The trail ${name} can be changed only from its home region ${homeRegion}.`,
  );

/** The error of selectors that contradict the API. */
export const invalidSelectors = (message: string): AwsError => new AwsError('InvalidEventSelectorsException', message);

/** The error of an organization trail in the hands of an account that is no administrator of the organization. */
export const notAdministrator = (): AwsError =>
  new AwsError(
    'NotOrganizationMasterAccountException',
    'You must be the management account or a delegated administrator of the organization to change an organization trail.',
  );

export const noOrganization = (): AwsError =>
  new AwsError('OrganizationsNotInUseException', 'Your account is not a member of an organization.');

export const noTrustedAccess = (): AwsError =>
  new AwsError(
    'CloudTrailAccessNotEnabledException',
    'Trusted access between AWS CloudTrail and AWS Organizations is not enabled.',
  );

export const noServiceLinkedRole = (): AwsError =>
  new AwsError(
    'NoManagementAccountSLRExistsException',
    'The management account has no service-linked role for CloudTrail; register the delegated administrator with RegisterOrganizationDelegatedAdmin.',
  );

export const notManagement = (): AwsError =>
  new AwsError(
    'NotOrganizationManagementAccountException',
    'Only the management account of the organization can do this.',
  );

export const isManagement = (): AwsError =>
  new AwsError(
    'CannotDelegateManagementAccountException',
    'The management account of the organization cannot be a CloudTrail delegated administrator.',
  );

export const noAccount = (account: string): AwsError =>
  new AwsError('AccountNotFoundException', `The account ${account} is not found or not part of the organization.`);

export const isRegistered = (account: string): AwsError =>
  new AwsError('AccountRegisteredException', `The account ${account} is already a CloudTrail delegated administrator.`);

export const isNotRegistered = (account: string): AwsError =>
  new AwsError('AccountNotRegisteredException', `The account ${account} is not a CloudTrail delegated administrator.`);

export const tooManyAdministrators = (most: number): AwsError =>
  new AwsError(
    'DelegatedAdminAccountLimitExceededException',
    `There are at most ${most} CloudTrail delegated administrators.`,
  );
