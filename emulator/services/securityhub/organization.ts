import type { Scope } from '../../toolkit/call';
import type { SecurityHubCall, SecurityHubOperations } from './api';
import { tryCentralConfiguration } from './central';
import { designate } from './delegation';
import { enforcePolicies } from './enforcement';
import { conflict, invalid, notAdministrator } from './errors';
import { associate } from './members';
import { defaultStandards } from './standards';
import type { OrganizationAdmin, SecurityHubState } from './state';

/** How the delegated administrator configures the organization: locally, region by region, or centrally. */
export const organizationOperations = (state: SecurityHubState): SecurityHubOperations => ({
  DescribeOrganizationConfiguration: (call) => {
    const { autoEnable, autoEnableStandards, configurationType } = inForce(state, call);
    return {
      AutoEnable: autoEnable,
      MemberAccountLimitReached: false,
      AutoEnableStandards: autoEnableStandards,
      OrganizationConfiguration: { ConfigurationType: configurationType, Status: 'ENABLED' },
    };
  },
  UpdateOrganizationConfiguration: (call) => update(state, call),
});

/** Follows accounts that join the organization, and forgets those that leave it. */
export function followOrganization(state: SecurityHubState): void {
  const { organization } = state.world;
  organization.onJoin((account) => {
    for (const [[region = ''], admin] of state.organizationAdmins.entries()) {
      const standards = admin.autoEnableStandards === 'DEFAULT' ? defaultStandards(region) : [];
      if (admin.autoEnable) associate(state, { administrator: admin.account, account, region }, standards);
    }
    enforcePolicies(state, [account]);
  });
  organization.onLeave((account) => {
    state.associations.delete(account);
    for (const [[region = ''], admin] of state.organizationAdmins.entries()) {
      if (admin.account !== account) continue;
      if (admin.configurationType === 'CENTRAL') state.forgetPolicies();
      state.organizationAdmins.delete(region);
    }
    for (const [[owner, region = '']] of state.hubs.entries())
      if (owner === account) state.disable({ account, region });
    state.findingAggregators.delete(account);
  });
}

function update(state: SecurityHubState, call: SecurityHubCall<'UpdateOrganizationConfiguration'>) {
  const admin = findOrganizationAdmin(state, call);
  const wish = checkedWish(admin, call);
  if (wish.configurationType === 'CENTRAL') checkCentral(state, wish, call);
  const stops = wish.configurationType === 'LOCAL' && admin.configurationType === 'CENTRAL';
  if (stops && state.associations.list().length + state.policies.list().length > 0)
    throw conflict('Central configuration cannot be stopped before its policies are disassociated and deleted');
  Object.assign(admin, wish);
  // Central configuration has one administrator in each of its Regions.
  for (const region of tryCentralConfiguration(state)?.regions ?? []) designate(state, { ...call, region });
  return {};
}

type Wish = Omit<OrganizationAdmin, 'account'>;

function checkedWish(admin: OrganizationAdmin, { input }: SecurityHubCall<'UpdateOrganizationConfiguration'>): Wish {
  const autoEnableStandards = input.AutoEnableStandards ?? admin.autoEnableStandards;
  const configurationType = input.OrganizationConfiguration?.ConfigurationType ?? admin.configurationType;
  if (typeof input.AutoEnable !== 'boolean') throw invalid('AutoEnable must be specified');
  if (!['NONE', 'DEFAULT'].includes(autoEnableStandards)) throw invalid('AutoEnableStandards must be NONE or DEFAULT');
  if (!['LOCAL', 'CENTRAL'].includes(configurationType)) throw invalid('ConfigurationType must be LOCAL or CENTRAL');
  return { autoEnable: input.AutoEnable, autoEnableStandards, configurationType };
}

function checkCentral(state: SecurityHubState, wish: Wish, { account, region }: Scope): void {
  if (wish.autoEnable || wish.autoEnableStandards !== 'NONE')
    throw invalid('Auto Enable and AutoEnableStandards can not be enabled for Central Configuration');
  if (state.findingAggregators.get(account)?.homeRegion !== region)
    throw invalid('Central configuration can be enabled only in the home Region of a finding aggregator');
}

/** What holds in a Region: in the linked Regions of a central configuration, that of the home Region (API_DescribeOrganizationConfiguration). */
function inForce(state: SecurityHubState, call: Scope): OrganizationAdmin {
  const own = findOrganizationAdmin(state, call);
  const central = tryCentralConfiguration(state);
  return central?.regions.includes(call.region)
    ? findOrganizationAdmin(state, { ...call, region: central.homeRegion })
    : own;
}

function findOrganizationAdmin(state: SecurityHubState, { account, region }: Scope): OrganizationAdmin {
  const admin = state.organizationAdmins.get(region);
  if (admin?.account !== account) throw notAdministrator(account);
  return admin;
}
