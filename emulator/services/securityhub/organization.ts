import type { Call, Json, Route } from '../../toolkit/untyped';
import { tryCentralConfiguration } from './central';
import { designate } from './delegation';
import { enforcePolicies } from './enforcement';
import { conflict, invalid, notAdministrator } from './errors';
import { associate } from './members';
import { defaultStandards } from './standards';
import { type OrganizationAdmin, route, type SecurityHubState } from './state';

/** How the delegated administrator configures the organization: locally, region by region, or centrally. */
export function organizationRoutes(state: SecurityHubState): Route[] {
  return [
    route(state, 'GET', '/organization/configuration', 'DescribeOrganizationConfiguration', (call) => {
      const { autoEnable, autoEnableStandards, configurationType } = findOrganizationAdmin(state, call);
      return {
        AutoEnable: autoEnable,
        MemberAccountLimitReached: false,
        AutoEnableStandards: autoEnableStandards,
        OrganizationConfiguration: { ConfigurationType: configurationType, Status: 'ENABLED' },
      };
    }),
    route(state, 'POST', '/organization/configuration', 'UpdateOrganizationConfiguration', (call) =>
      updateOrganizationConfiguration(state, call),
    ),
  ];
}

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
    for (const [[owner, region = '']] of state.hubs.entries()) {
      if (owner === account) state.disable(account, region);
    }
    state.findingAggregators.delete(account);
  });
}

function updateOrganizationConfiguration(state: SecurityHubState, call: Call): Json {
  const admin = findOrganizationAdmin(state, call);
  const { AutoEnable, AutoEnableStandards = admin.autoEnableStandards, OrganizationConfiguration } = call.input;
  const type = OrganizationConfiguration?.ConfigurationType ?? admin.configurationType;
  if (typeof AutoEnable !== 'boolean') throw invalid('AutoEnable must be specified');
  if (!['NONE', 'DEFAULT'].includes(AutoEnableStandards)) throw invalid('AutoEnableStandards must be NONE or DEFAULT');
  if (!['LOCAL', 'CENTRAL'].includes(type)) throw invalid('ConfigurationType must be LOCAL or CENTRAL');
  if (type === 'CENTRAL') {
    if (AutoEnable || AutoEnableStandards !== 'NONE') {
      throw invalid('Auto Enable and AutoEnableStandards can not be enabled for Central Configuration');
    }
    if (state.findingAggregators.get(call.account)?.homeRegion !== call.region) {
      throw invalid('Central configuration can be enabled only in the home Region of a finding aggregator');
    }
  }
  const stops = type === 'LOCAL' && admin.configurationType === 'CENTRAL';
  if (stops && state.associations.list().length + state.policies.list().length > 0) {
    throw conflict('Central configuration cannot be stopped before its policies are disassociated and deleted');
  }
  Object.assign(admin, { autoEnable: AutoEnable, autoEnableStandards: AutoEnableStandards, configurationType: type });
  // Central configuration has one administrator in each of its Regions.
  for (const region of tryCentralConfiguration(state)?.regions ?? []) designate(state, call.account, region);
  return {};
}

function findOrganizationAdmin(state: SecurityHubState, { account, region }: Call): OrganizationAdmin {
  const admin = state.organizationAdmins.get(region);
  if (admin?.account !== account) throw notAdministrator(account);
  return admin;
}
