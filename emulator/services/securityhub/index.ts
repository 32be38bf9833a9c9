import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { findingAggregatorRoutes } from './aggregator';
import { associationRoutes } from './associations';
import { tryCentralConfiguration } from './central';
import { delegationRoutes } from './delegation';
import { hubRoutes } from './hub';
import { memberRoutes } from './members';
import { followOrganization, organizationRoutes } from './organization';
import { policyRoutes } from './policies';
import { standardsRoutes } from './standards';
import { SecurityHubState } from './state';

/** AWS Security Hub CSPM, with the rules that bind administrators, members and central configuration. */
export function securityhub(world: World): Service & Inventory {
  const state = new SecurityHubState(world);
  followOrganization(state);
  return {
    protocol: 'rest',
    name: 'securityhub',
    routes: [
      ...hubRoutes(state),
      ...standardsRoutes(state),
      ...delegationRoutes(state),
      ...organizationRoutes(state),
      ...memberRoutes(state),
      ...findingAggregatorRoutes(state),
      ...policyRoutes(state),
      ...associationRoutes(state),
    ],
    leftovers: () => leftovers(state),
  };
}

function leftovers(state: SecurityHubState): { account: string; resource: string }[] {
  return [
    ...state.hubs
      .entries()
      .map(([[account = '', region]]) => ({ account, resource: `${region} security-hub default` })),
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
}

function policyLeftovers(state: SecurityHubState): { account: string; resource: string }[] {
  const { administrator: account, homeRegion } = tryCentralConfiguration(state) ?? {};
  if (account === undefined) return [];
  const policies = state.policies.list().map(({ id }) => `configuration-policy ${id}`);
  const associations = state.associations.entries().map(([[target]]) => `configuration-policy-association ${target}`);
  return [...policies, ...associations].map((resource) => ({ account, resource: `${homeRegion} ${resource}` }));
}
