import { findTrustPolicy } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Handler } from '../../toolkit/untyped';
import { CLOUDTRAIL, notAdministrator, type Trails } from './state';

const MAX_ADMINISTRATORS = 3;

/** Lets an account create an organization trail: the management account or a delegated administrator, with trusted access on. */
export async function requireOrganizationTrailRights(trails: Trails, { account }: Call): Promise<void> {
  const { organization, moto } = trails.world;
  if (organization.find() === undefined || !organization.isActiveMember(account)) throw noOrganization();
  const management = organization.managementAccount;
  if (account !== management && !organization.delegatedAdministrators(CLOUDTRAIL).includes(account)) {
    throw notAdministrator();
  }
  if (!organization.hasTrustedAccess(CLOUDTRAIL)) throw noTrustedAccess();
  // CloudTrail makes the role for the management account, and for a delegated administrator it only looks for it.
  if (account === management) trails.serviceLinkedRole = true;
  if (!trails.serviceLinkedRole && (await findTrustPolicy(moto, serviceLinkedRole(management))) === undefined) {
    throw noServiceLinkedRole();
  }
}

/** Delegation by CloudTrail's own operations, which also make the service-linked roles; that of Organizations does not. */
export function delegationOperations(trails: Trails): Record<string, Handler> {
  const { organization } = trails.world;
  const requireManagement = ({ account }: Call): void => {
    if (organization.find() === undefined) throw noOrganization();
    if (account !== organization.managementAccount) throw notManagement();
    if (!organization.hasTrustedAccess(CLOUDTRAIL)) throw noTrustedAccess();
  };

  return {
    RegisterOrganizationDelegatedAdmin: (call) => {
      const member = call.input.MemberAccountId;
      requireManagement(call);
      if (member === organization.managementAccount) throw isManagement();
      if (!organization.isActiveMember(member)) throw noAccount(member);
      const registered = organization.delegatedAdministrators(CLOUDTRAIL);
      if (registered.includes(member)) throw isRegistered(member);
      if (registered.length >= MAX_ADMINISTRATORS) throw tooMany();
      organization.registerDelegatedAdministrator(member, CLOUDTRAIL);
      trails.serviceLinkedRole = true;
      return {};
    },
    DeregisterOrganizationDelegatedAdmin: (call) => {
      const member = call.input.DelegatedAdminAccountId;
      requireManagement(call);
      if (!organization.delegatedAdministrators(CLOUDTRAIL).includes(member)) throw isNotRegistered(member);
      organization.deregisterDelegatedAdministrator(member, CLOUDTRAIL);
      return {};
    },
  };
}

const serviceLinkedRole = (account: string): string =>
  `arn:aws:iam::${account}:role/aws-service-role/${CLOUDTRAIL}/AWSServiceRoleForCloudTrail`;

const noOrganization = (): AwsError =>
  new AwsError('OrganizationsNotInUseException', 'Your account is not a member of an organization.');

const noTrustedAccess = (): AwsError =>
  new AwsError(
    'CloudTrailAccessNotEnabledException',
    'Trusted access between AWS CloudTrail and AWS Organizations is not enabled.',
  );

const noServiceLinkedRole = (): AwsError =>
  new AwsError(
    'NoManagementAccountSLRExistsException',
    'The management account has no service-linked role for CloudTrail; register the delegated administrator with RegisterOrganizationDelegatedAdmin.',
  );

const notManagement = (): AwsError =>
  new AwsError(
    'NotOrganizationManagementAccountException',
    'Only the management account of the organization can do this.',
  );

const isManagement = (): AwsError =>
  new AwsError(
    'CannotDelegateManagementAccountException',
    'The management account of the organization cannot be a CloudTrail delegated administrator.',
  );

const noAccount = (account: string): AwsError =>
  new AwsError('AccountNotFoundException', `The account ${account} is not found or not part of the organization.`);

const isRegistered = (account: string): AwsError =>
  new AwsError('AccountRegisteredException', `The account ${account} is already a CloudTrail delegated administrator.`);

const isNotRegistered = (account: string): AwsError =>
  new AwsError('AccountNotRegisteredException', `The account ${account} is not a CloudTrail delegated administrator.`);

const tooMany = (): AwsError =>
  new AwsError(
    'DelegatedAdminAccountLimitExceededException',
    `There are at most ${MAX_ADMINISTRATORS} CloudTrail delegated administrators.`,
  );
