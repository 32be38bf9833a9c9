import type { Scope } from '../../toolkit/call';
import type { MacieOperations } from './api';
import { accessDenied, conflict, invalid, notFound } from './errors';
import { associate } from './members';
import type { MacieState, OrganizationAdmin } from './state';

const principal = 'macie.amazonaws.com';

/** The delegated administrator of an organization, region by region, as the management account appoints it. */
export const delegationOperations = (state: MacieState): MacieOperations => ({
  EnableOrganizationAdminAccount: (call) => {
    requireManagementAccount(state, call);
    appoint(state, { account: call.input.adminAccountId ?? '', region: call.region });
    return {};
  },
  DisableOrganizationAdminAccount: (call) => {
    requireManagementAccount(state, call);
    dismiss(state, { account: call.input.adminAccountId ?? '', region: call.region });
    return {};
  },
  ListOrganizationAdminAccounts: (call) => {
    requireManagementAccount(state, call);
    const admin = state.organizationAdmins.get(call.region);
    return { adminAccounts: admin === undefined ? [] : [{ accountId: admin.account, status: 'ENABLED' }] };
  },
});

/** The administrator's settings for accounts to come. */
export const organizationOperations = (state: MacieState): MacieOperations => ({
  DescribeOrganizationConfiguration: (call) => ({
    autoEnable: findOrganizationAdmin(state, call).autoEnable,
    maxAccountLimitReached: false,
  }),
  UpdateOrganizationConfiguration: (call) => {
    findOrganizationAdmin(state, call).autoEnable = call.input.autoEnable === true;
    return {};
  },
});

/** Follows accounts that join the organization, and forgets those that leave it. */
export function followOrganization(state: MacieState): void {
  const { organization } = state.world;
  organization.onJoin((account) => {
    for (const [[region = ''], admin] of state.organizationAdmins.entries())
      if (admin.autoEnable) associate(state, admin.account, { account, region }, new Map());
  });
  organization.onLeave((account) => {
    for (const member of state.members.list()) if (member.account === account) state.forget(member);
    for (const [[region = ''], admin] of state.organizationAdmins.entries())
      if (admin.account === account) state.organizationAdmins.delete(region);
    for (const [[owner, region = '']] of state.sessions.entries())
      if (owner === account) state.disable({ account, region });
  });
}

function appoint(state: MacieState, { account, region }: Scope): void {
  const { organization } = state.world;
  if (!organization.isActiveMember(account)) throw invalid(`${account} is not an account of the organization`);
  // AWS would turn trusted access on by itself. Where Terraform manages the list of trusted services it would turn it
  // off again with the next apply, so a missing principal is an error here.
  if (!organization.hasTrustedAccess(principal))
    throw invalid(`trusted access for ${principal} is not enabled in AWS Organizations`);
  if (state.organizationAdmins.list().some((admin) => admin.account !== account))
    throw conflict(
      'The request failed because an organization can have only one delegated Macie administrator account',
    );
  if (state.membershipOf({ account, region }) !== undefined)
    throw conflict(
      "The request failed because an account can't be a Macie administrator and a member at the same time",
    );
  if (!organization.delegatedAdministrators(principal).includes(account))
    organization.registerDelegatedAdministrator(account, principal);
  if (state.sessions.get(account, region) === undefined) state.enable({ account, region });
  if (!state.isOrganizationAdmin({ account, region }))
    state.organizationAdmins.set({ account, autoEnable: false }, region);
}

function dismiss(state: MacieState, { account, region }: Scope): void {
  if (!state.isOrganizationAdmin({ account, region })) throw notFound();
  state.organizationAdmins.delete(region);
  for (const member of state.members.list(region, account)) if (member.throughOrganization) state.forget(member);
  if (state.organizationAdmins.list().length === 0)
    state.world.organization.deregisterDelegatedAdministrator(account, principal);
}

function requireManagementAccount({ world: { organization } }: MacieState, { account }: Scope): void {
  if (organization.find() === undefined || account !== organization.managementAccount)
    throw accessDenied(
      'you must be a user of the management account for your AWS organization to perform this operation',
    );
}

function findOrganizationAdmin(state: MacieState, { account, region }: Scope): OrganizationAdmin {
  const admin = state.organizationAdmins.get(region);
  if (admin?.account !== account)
    throw accessDenied('you must be the Macie administrator for an organization to perform this operation');
  return admin;
}
