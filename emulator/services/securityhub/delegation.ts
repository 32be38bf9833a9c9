import type { Call, Json, Route } from '../../toolkit/untyped';
import { tryCentralConfiguration } from './central';
import { accessDenied, invalid } from './errors';
import { defaultStandards } from './standards';
import type { SecurityHubState } from './state';

const PRINCIPAL = 'securityhub.amazonaws.com';

/** The delegated administrator of an organization, which its management account designates region by region. */
export function delegationRoutes(state: SecurityHubState): Route[] {
  const path = '/organization/admin';
  // A management account need not use Security Hub itself to delegate it.
  const unguarded = (
    method: Route['method'],
    path: string,
    operation: string,
    handle: (state: SecurityHubState, call: Call) => Json,
  ) => ({ method, path, operation, handle: (call: Call) => handle(state, call) });
  return [
    unguarded('POST', `${path}/enable`, 'EnableOrganizationAdminAccount', enableOrganizationAdminAccount),
    unguarded('POST', `${path}/disable`, 'DisableOrganizationAdminAccount', disableOrganizationAdminAccount),
    unguarded('GET', path, 'ListOrganizationAdminAccounts', listOrganizationAdminAccounts),
  ];
}

/** Makes the account the administrator in the region, where it is none yet, with Security Hub enabled. */
export function designate(state: SecurityHubState, account: string, region: string): void {
  if (state.hubs.get(account, region) === undefined) state.enable(account, region, {}, defaultStandards(region));
  if (state.organizationAdmins.get(region) !== undefined) return;
  state.organizationAdmins.set(
    { account, autoEnable: false, autoEnableStandards: 'DEFAULT', configurationType: 'LOCAL' },
    region,
  );
}

function enableOrganizationAdminAccount(state: SecurityHubState, call: Call): Json {
  requireManagementAccount(state, call);
  const { organization } = state.world;
  const account: string = call.input.AdminAccountId;
  if (account === organization.managementAccount) {
    throw invalid('The organization management account cannot be the Security Hub administrator');
  }
  if (!organization.isActiveMember(account)) throw invalid(`Account ${account} is not a member of the organization`);
  // AWS would turn trusted access on by itself. Where Terraform manages the list of trusted services it would turn it
  // off again with the next apply, so a missing principal is an error here.
  if (!organization.hasTrustedAccess(PRINCIPAL)) {
    throw invalid(`Trusted access for ${PRINCIPAL} is not enabled in AWS Organizations`);
  }
  const other = state.organizationAdmins.list().find((admin) => admin.account !== account);
  if (other !== undefined) throw invalid(`Account ${other.account} is already the Security Hub administrator`);
  if (!organization.delegatedAdministrators(PRINCIPAL).includes(account)) {
    organization.registerDelegatedAdministrator(account, PRINCIPAL);
  }
  designate(state, account, call.region);
  return { AdminAccountId: account, Feature: 'SecurityHub' };
}

function disableOrganizationAdminAccount(state: SecurityHubState, call: Call): Json {
  requireManagementAccount(state, call);
  const account: string = call.input.AdminAccountId;
  const admin = state.organizationAdmins.get(call.region);
  if (admin?.account !== account) throw invalid(`Account ${account} is not the Security Hub administrator`);
  if (tryCentralConfiguration(state) !== undefined) {
    throw invalid('The administrator cannot be removed while the organization uses central configuration');
  }
  state.organizationAdmins.delete(call.region);
  for (const member of state.members.list(call.region, account)) {
    if (state.world.organization.isActiveMember(member.account)) state.forget(member);
  }
  if (state.organizationAdmins.list().length === 0) {
    state.world.organization.deregisterDelegatedAdministrator(account, PRINCIPAL);
  }
  return {};
}

function listOrganizationAdminAccounts(state: SecurityHubState, call: Call): Json {
  requireManagementAccount(state, call);
  const admin = state.organizationAdmins.get(call.region);
  const AdminAccounts = admin === undefined ? [] : [{ AccountId: admin.account, Status: 'ENABLED' }];
  return { AdminAccounts, Feature: 'SecurityHub' };
}

function requireManagementAccount({ world: { organization } }: SecurityHubState, { account, input }: Call): void {
  if (organization.find() === undefined || !organization.isActiveMember(account)) {
    throw accessDenied('Your account is not a member of an organization');
  }
  if (account !== organization.managementAccount) {
    throw accessDenied('You must be a user of the organization management account to perform this operation');
  }
  if ((input.Feature ?? 'SecurityHub') !== 'SecurityHub') throw invalid(`Feature ${input.Feature} is not available`);
}
