import { paged } from '../../toolkit/paged';
import { restService } from '../../toolkit/routes';
import { guarded, type RestService } from '../../toolkit/service';
import { type Leftover, leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { type MacieOperations, routes } from './api';
import { notEnabled } from './errors';
import { findingsFilterOperations } from './filters';
import { findingOperations } from './findings';
import { customDataIdentifierOperations } from './identifiers';
import { invitationOperations } from './invitations';
import { isOver, jobOperations } from './jobs';
import { memberOperations } from './members';
import { delegationOperations, followOrganization, organizationOperations } from './organization';
import { lists, style } from './paging';
import { enableMacie, sessionOperations } from './session';
import { settingOperations } from './settings';
import { MacieState } from './state';
import { tagOperations } from './tags';

/** Amazon Macie, with the rules that bind administrators, members and their jobs. */
export function macie2(world: World): RestService & Inventory {
  const state = new MacieState(world);
  followOrganization(state);
  const whereEnabled: MacieOperations = {
    ...sessionOperations(state),
    ...organizationOperations(state),
    ...memberOperations(state),
    ...invitationOperations(state),
    ...jobOperations(state),
    ...customDataIdentifierOperations(state),
    ...findingsFilterOperations(state),
    ...settingOperations(state),
    ...tagOperations(state),
    ...findingOperations(),
  };
  const handlers = {
    ...guarded(whereEnabled, ({ account, region }) => {
      if (state.sessions.get(account, region) === undefined) throw notEnabled();
    }),
    ...enableMacie(state),
    // A management account need not use Macie itself to delegate it.
    ...delegationOperations(state),
  };
  return { ...restService('macie2', routes, paged(handlers, lists, style)), leftovers: () => leftovers(state) };
}

const leftovers = (state: MacieState): Leftover[] => [
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
  ...leftIn(state.identifiers, 'macie-custom-data-identifier', ({ deleted }) => deleted),
  ...leftIn(state.filters, 'macie-findings-filter'),
  ...leftIn(state.jobs, 'macie-classification-job', isOver),
];
