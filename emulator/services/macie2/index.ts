import type { Service } from '../../toolkit/service';
import type { Store } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { findingsFilterRoutes } from './filters';
import { customDataIdentifierRoutes, isDeleted } from './identifiers';
import { invitationRoutes } from './invitations';
import { isOver, jobRoutes } from './jobs';
import { memberRoutes } from './members';
import { followOrganization, organizationRoutes } from './organization';
import { sessionRoutes } from './session';
import { settingRoutes } from './settings';
import { MacieState, type Resource } from './state';
import { tagRoutes } from './tags';

/** Amazon Macie, with the rules that bind administrators, members and their jobs. */
export function macie2(world: World): Service & Inventory {
  const state = new MacieState(world);
  followOrganization(state);
  return {
    protocol: 'rest',
    name: 'macie2',
    routes: [
      ...sessionRoutes(state),
      ...organizationRoutes(state),
      ...memberRoutes(state),
      ...invitationRoutes(state),
      ...jobRoutes(state),
      ...customDataIdentifierRoutes(state),
      ...findingsFilterRoutes(state),
      ...settingRoutes(state),
      ...tagRoutes(state),
    ],
    leftovers: () => leftovers(state),
  };
}

function leftovers(state: MacieState): { account: string; resource: string }[] {
  const kept = (store: Store<Resource>, type: string, isGone = (_resource: Resource) => false) =>
    store
      .entries()
      .filter(([, resource]) => !isGone(resource))
      .map(([[account = '', region, id]]) => ({ account, resource: `${region} ${type} ${id}` }));
  return [
    ...state.sessions
      .entries()
      .map(([[account = '', region]]) => ({ account, resource: `${region} macie-session ${account}` })),
    ...state.organizationAdmins.entries().map(([[region], admin]) => ({
      account: state.world.organization.managementAccount,
      resource: `${region} macie-organization-admin ${admin.account}`,
    })),
    ...state.members.list().map((member) => ({
      account: member.administrator,
      resource: `${member.region} macie-member ${member.account}`,
    })),
    ...kept(state.customDataIdentifiers, 'macie-custom-data-identifier', isDeleted),
    ...kept(state.findingsFilters, 'macie-findings-filter'),
    ...kept(state.jobs, 'macie-classification-job', isOver),
  ];
}
