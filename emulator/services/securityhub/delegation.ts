import type { Scope } from '../../toolkit/call';
import type { SecurityHubCall, SecurityHubOperations } from './api';
import { tryCentralConfiguration } from './central';
import { accessDenied, invalid } from './errors';
import { defaultStandards } from './standards';
import type { SecurityHubState } from './state';

const principal = 'securityhub.amazonaws.com';

/** The delegated administrator of an organization, which its management account designates region by region. */
export const delegationOperations = (state: SecurityHubState): SecurityHubOperations => ({
  EnableOrganizationAdminAccount: (call) => appoint(state, call),
  DisableOrganizationAdminAccount: (call) => dismiss(state, call),
  ListOrganizationAdminAccounts: (call) => {
    requireManagementAccount(state, call);
    const admin = state.organizationAdmins.get(call.region);
    return {
      AdminAccounts: admin === undefined ? [] : [{ AccountId: admin.account, Status: 'ENABLED' }],
      Feature: 'SecurityHub',
    };
  },
});

/** Makes the account the administrator in the region, where it is none yet, with Security Hub enabled. */
export function designate(state: SecurityHubState, { account, region }: Scope): void {
  if (state.hubs.get(account, region) === undefined) state.enable({ account, region }, defaultStandards(region));
  if (state.organizationAdmins.get(region) !== undefined) return;
  state.organizationAdmins.set(
    { account, autoEnable: false, autoEnableStandards: 'DEFAULT', configurationType: 'LOCAL' },
    region,
  );
}

function appoint(state: SecurityHubState, call: SecurityHubCall<'EnableOrganizationAdminAccount'>) {
  requireManagementAccount(state, call);
  const { organization } = state.world;
  const { AdminAccountId: account = '' } = call.input;
  if (account === organization.managementAccount)
    throw invalid('The organization management account cannot be the Security Hub administrator');
  if (!organization.isActiveMember(account)) throw invalid(`Account ${account} is not a member of the organization`);
  // AWS would turn trusted access on by itself. Where Terraform manages the list of trusted services it would turn it
  // off again with the next apply, so a missing principal is an error here.
  if (!organization.hasTrustedAccess(principal))
    throw invalid(`Trusted access for ${principal} is not enabled in AWS Organizations`);
  const other = state.organizationAdmins.list().find((admin) => admin.account !== account);
  if (other !== undefined) throw invalid(`Account ${other.account} is already the Security Hub administrator`);
  if (!organization.delegatedAdministrators(principal).includes(account))
    organization.registerDelegatedAdministrator(account, principal);
  designate(state, { account, region: call.region });
  return { AdminAccountId: account, Feature: 'SecurityHub' as const };
}

function dismiss(state: SecurityHubState, call: SecurityHubCall<'DisableOrganizationAdminAccount'>) {
  requireManagementAccount(state, call);
  const { organization } = state.world;
  const { AdminAccountId: account = '' } = call.input;
  const admin = state.organizationAdmins.get(call.region);
  if (admin?.account !== account) throw invalid(`Account ${account} is not the Security Hub administrator`);
  if (tryCentralConfiguration(state) !== undefined)
    throw invalid('The administrator cannot be removed while the organization uses central configuration');
  state.organizationAdmins.delete(call.region);
  for (const member of state.members.list(call.region, account))
    if (organization.isActiveMember(member.account)) state.forget(member);
  if (state.organizationAdmins.list().length === 0) organization.deregisterDelegatedAdministrator(account, principal);
  return {};
}

function requireManagementAccount(
  { world: { organization } }: SecurityHubState,
  { account, input: { Feature = 'SecurityHub' } }: SecurityHubCall<'ListOrganizationAdminAccounts'>,
): void {
  if (organization.find() === undefined || !organization.isActiveMember(account))
    throw accessDenied('Your account is not a member of an organization');
  if (account !== organization.managementAccount)
    throw accessDenied('You must be a user of the organization management account to perform this operation');
  if (Feature !== 'SecurityHub') throw invalid(`Feature ${Feature} is not available`);
}
