import type { Call, Json, Route } from '../../toolkit/untyped';
import { accessDenied, conflict, invalid, notFound } from './errors';
import { associate } from './members';
import { type MacieState, type OrganizationAdmin, route } from './state';

const PRINCIPAL = 'macie.amazonaws.com';

/** The delegated administrator of an organization, region by region, and its settings for accounts to come. */
export function organizationRoutes(state: MacieState): Route[] {
  // A management account need not use Macie itself to delegate it.
  const unguarded = (method: Route['method'], operation: string, handle: (state: MacieState, call: Call) => Json) => ({
    method,
    path: '/admin',
    operation,
    handle: (call: Call) => handle(state, call),
  });
  return [
    unguarded('POST', 'EnableOrganizationAdminAccount', enableOrganizationAdminAccount),
    unguarded('DELETE', 'DisableOrganizationAdminAccount', disableOrganizationAdminAccount),
    unguarded('GET', 'ListOrganizationAdminAccounts', listOrganizationAdminAccounts),
    route(state, 'GET', '/admin/configuration', 'DescribeOrganizationConfiguration', (call) => ({
      autoEnable: findOrganizationAdmin(state, call).autoEnable,
      maxAccountLimitReached: false,
    })),
    route(state, 'PATCH', '/admin/configuration', 'UpdateOrganizationConfiguration', (call) => {
      findOrganizationAdmin(state, call).autoEnable = call.input.autoEnable === true;
      return {};
    }),
  ];
}

/** Follows accounts that join the organization, and forgets those that leave it. */
export function followOrganization(state: MacieState): void {
  const { organization } = state.world;
  organization.onJoin((account) => {
    for (const [[region = ''], admin] of state.organizationAdmins.entries()) {
      if (admin.autoEnable) associate(state, { administrator: admin.account, account, region });
    }
  });
  organization.onLeave((account) => {
    for (const member of state.members.list()) {
      if (member.account === account) state.forget(member);
    }
    for (const [[region = ''], admin] of state.organizationAdmins.entries()) {
      if (admin.account === account) state.organizationAdmins.delete(region);
    }
    for (const [[owner, region = '']] of state.sessions.entries()) {
      if (owner === account) state.disable(account, region);
    }
  });
}

function enableOrganizationAdminAccount(state: MacieState, call: Call): Json {
  requireManagementAccount(state, call);
  const { organization } = state.world;
  const account: string = call.input.adminAccountId;
  if (!organization.isActiveMember(account)) throw invalid(`${account} is not an account of the organization`);
  // AWS would turn trusted access on by itself. Where Terraform manages the list of trusted services it would turn it
  // off again with the next apply, so a missing principal is an error here.
  if (!organization.hasTrustedAccess(PRINCIPAL)) {
    throw invalid(`trusted access for ${PRINCIPAL} is not enabled in AWS Organizations`);
  }
  const other = state.organizationAdmins.list().find((admin) => admin.account !== account);
  if (other !== undefined) {
    throw conflict(
      'The request failed because an organization can have only one delegated Macie administrator account',
    );
  }
  if (state.membershipOf(account, call.region) !== undefined) {
    throw conflict(
      "The request failed because an account can't be a Macie administrator and a member at the same time",
    );
  }
  if (!organization.delegatedAdministrators(PRINCIPAL).includes(account)) {
    organization.registerDelegatedAdministrator(account, PRINCIPAL);
  }
  if (state.sessions.get(account, call.region) === undefined) state.enable(account, call.region);
  if (!state.isOrganizationAdmin(account, call.region)) {
    state.organizationAdmins.set({ account, autoEnable: false }, call.region);
  }
  return {};
}

function disableOrganizationAdminAccount(state: MacieState, call: Call): Json {
  requireManagementAccount(state, call);
  const account: string = call.input.adminAccountId;
  if (!state.isOrganizationAdmin(account, call.region)) throw notFound();
  state.organizationAdmins.delete(call.region);
  for (const member of state.members.list(call.region, account)) {
    if (member.throughOrganization) state.forget(member);
  }
  if (state.organizationAdmins.list().length === 0) {
    state.world.organization.deregisterDelegatedAdministrator(account, PRINCIPAL);
  }
  return {};
}

function listOrganizationAdminAccounts(state: MacieState, call: Call): Json {
  requireManagementAccount(state, call);
  const admin = state.organizationAdmins.get(call.region);
  return { adminAccounts: admin === undefined ? [] : [{ accountId: admin.account, status: 'ENABLED' }] };
}

function requireManagementAccount(state: MacieState, call: Call): void {
  const { organization } = state.world;
  if (organization.find() === undefined || call.account !== organization.managementAccount) {
    throw accessDenied(
      'you must be a user of the management account for your AWS organization to perform this operation',
    );
  }
}

function findOrganizationAdmin(state: MacieState, { account, region }: Call): OrganizationAdmin {
  const admin = state.organizationAdmins.get(region);
  if (admin?.account !== account) {
    throw accessDenied('you must be the Macie administrator for an organization to perform this operation');
  }
  return admin;
}
