import { findTrustPolicy } from '../../resource-policy-lookup';
import { required, type Scope } from '../../toolkit/call';
import type { CloudTrailOperations } from './api';
import {
  isManagement,
  isNotRegistered,
  isRegistered,
  noAccount,
  noOrganization,
  noServiceLinkedRole,
  noTrustedAccess,
  notAdministrator,
  notManagement,
  tooManyAdministrators,
} from './errors';
import { principal, type Trails } from './state';

const mostAdministrators = 3;

/** Lets an account create an organization trail: the management account or a delegated administrator, with trusted access on. */
export async function requireOrganizationTrailRights(trails: Trails, { account }: Scope): Promise<void> {
  const { organization, moto } = trails.world;
  if (organization.find() === undefined || !organization.isActiveMember(account)) throw noOrganization();
  const management = organization.managementAccount;
  if (account !== management && !organization.delegatedAdministrators(principal).includes(account))
    throw notAdministrator();
  if (!organization.hasTrustedAccess(principal)) throw noTrustedAccess();
  // CloudTrail makes the role for the management account, and for a delegated administrator it only looks for it.
  if (account === management) trails.serviceLinkedRole = true;
  if (!trails.serviceLinkedRole && (await findTrustPolicy(moto, serviceLinkedRole(management))) === undefined)
    throw noServiceLinkedRole();
}

/** Delegation by CloudTrail's own operations, which also make the service-linked roles; that of Organizations does not. */
export const delegationOperations = (trails: Trails): CloudTrailOperations => ({
  RegisterOrganizationDelegatedAdmin: (call) => {
    const { MemberAccountId } = required(call.input, 'MemberAccountId');
    requireManagement(trails, call);
    register(trails, MemberAccountId);
    return {};
  },
  DeregisterOrganizationDelegatedAdmin: (call) => {
    const { DelegatedAdminAccountId: member } = required(call.input, 'DelegatedAdminAccountId');
    const { organization } = trails.world;
    requireManagement(trails, call);
    if (!organization.delegatedAdministrators(principal).includes(member)) throw isNotRegistered(member);
    organization.deregisterDelegatedAdministrator(member, principal);
    return {};
  },
});

function requireManagement({ world: { organization } }: Trails, { account }: Scope): void {
  if (organization.find() === undefined) throw noOrganization();
  if (account !== organization.managementAccount) throw notManagement();
  if (!organization.hasTrustedAccess(principal)) throw noTrustedAccess();
}

function register(trails: Trails, member: string): void {
  const { organization } = trails.world;
  if (member === organization.managementAccount) throw isManagement();
  if (!organization.isActiveMember(member)) throw noAccount(member);
  const registered = organization.delegatedAdministrators(principal);
  if (registered.includes(member)) throw isRegistered(member);
  if (registered.length >= mostAdministrators) throw tooManyAdministrators(mostAdministrators);
  organization.registerDelegatedAdministrator(member, principal);
  trails.serviceLinkedRole = true;
}

const serviceLinkedRole = (account: string): string =>
  `arn:aws:iam::${account}:role/aws-service-role/${principal}/AWSServiceRoleForCloudTrail`;
