import { paged } from '../../toolkit/paged';
import { restService } from '../../toolkit/routes';
import { guarded, type RestService } from '../../toolkit/service';
import type { Leftover } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { findingAggregatorOperations } from './aggregator';
import { routes, type SecurityHubOperations } from './api';
import { associationOperations } from './associations';
import { requireCentralAdministrator, tryCentralConfiguration } from './central';
import { delegationOperations } from './delegation';
import { emptyOperations } from './empty';
import { enableSecurityHub, hubOperations } from './hub';
import { memberOperations } from './members';
import { followOrganization, organizationOperations } from './organization';
import { lists, style } from './paging';
import { policyOperations } from './policies';
import { productOperations } from './products';
import { standardOperations } from './standards';
import { SecurityHubState } from './state';
import { tagOperations } from './tags';

/** AWS Security Hub CSPM, with the rules that bind administrators, members and central configuration. */
export function securityhub(world: World): RestService & Inventory {
  const state = new SecurityHubState(world);
  followOrganization(state);
  const central: SecurityHubOperations = { ...policyOperations(state), ...associationOperations(state) };
  const whereEnabled: SecurityHubOperations = {
    ...hubOperations(state),
    ...standardOperations(state),
    ...organizationOperations(state),
    ...memberOperations(state),
    ...findingAggregatorOperations(state),
    ...productOperations(),
    ...emptyOperations(),
  };
  const handlers = {
    ...guarded(
      { ...whereEnabled, ...guarded(central, (call) => requireCentralAdministrator(state, call)) },
      (call) => void state.findHub(call),
    ),
    ...enableSecurityHub(state),
    // Where there is no hub they know no resource, and their model has no error that says more.
    ...tagOperations(state),
    // A management account need not use Security Hub itself to delegate it.
    ...delegationOperations(state),
  };
  return { ...restService('securityhub', routes, paged(handlers, lists, style)), leftovers: () => leftovers(state) };
}

const leftovers = (state: SecurityHubState): Leftover[] => [
  ...state.hubs.entries().map(([[account = '', region]]) => ({ account, resource: `${region} security-hub default` })),
  ...state.organizationAdmins.entries().map(([[region], admin]) => ({
    account: state.world.organization.managementAccount,
    resource: `${region} security-hub-organization-admin ${admin.account}`,
  })),
  ...state.members.list().map((member) => ({
    account: member.administrator,
    resource: `${member.region} security-hub-member ${member.account}`,
  })),
  ...state.findingAggregators.entries().map(([[account = ''], { homeRegion, arn }]) => ({
    account,
    resource: `${homeRegion} finding-aggregator ${arn}`,
  })),
  ...policyLeftovers(state),
];

function policyLeftovers(state: SecurityHubState): Leftover[] {
  const { administrator: account, homeRegion } = tryCentralConfiguration(state) ?? {};
  if (account === undefined) return [];
  const policies = state.policies.list().map(({ id }) => `configuration-policy ${id}`);
  const associations = state.associations.entries().map(([[target]]) => `configuration-policy-association ${target}`);
  return [...policies, ...associations].map((resource) => ({ account, resource: `${homeRegion} ${resource}` }));
}
