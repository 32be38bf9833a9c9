import { restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import type { Leftover } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { type GuardDutyOperations, routes } from './api';
import { delegationOperations } from './delegation';
import { detectorOperations } from './detectors';
import { emptyOperations } from './empty';
import { filterOperations } from './filters';
import { invitationOperations } from './invitations';
import { memberDetectorOperations } from './member-detectors';
import { memberOperations } from './members';
import { autoEnableNew } from './membership';
import { organizationOperations } from './organization';
import { publishingOperations } from './publishing';
import { GuardDutyState } from './state';
import { tagOperations } from './tags';

/** GuardDuty, regional, with the rules of a delegated administrator and its members. */
export function guardduty(world: World): RestService & Inventory {
  const state = new GuardDutyState(world);
  world.organization.onJoin((account) => autoEnableNew(state, account));
  world.organization.onLeave((account) => forget(state, account));
  const handlers: GuardDutyOperations = {
    ...detectorOperations(state),
    ...tagOperations(state),
    ...delegationOperations(state),
    ...organizationOperations(state),
    ...memberOperations(state),
    ...memberDetectorOperations(state),
    ...invitationOperations(state),
    ...filterOperations(state),
    ...publishingOperations(state),
    ...emptyOperations(state),
  };
  return { ...restService('guardduty', routes, handlers), leftovers: () => leftovers(state) };
}

/** A closed account takes along its detectors, its memberships and what it administered. */
function forget(state: GuardDutyState, account: string): void {
  state.detectors.deleteAll(account);
  for (const member of state.members.list())
    if (member.account === account || member.administrator === account) state.forget(member);
  for (const [[region = ''], administrator] of state.administrators.entries())
    if (administrator.account === account) state.administrators.delete(region);
}

const leftovers = (state: GuardDutyState): Leftover[] => [
  ...state.detectors.list().flatMap(({ account, region, id, filters, destinations }) => [
    { account, resource: `${region} guardduty-detector ${id}` },
    ...[...filters.keys()].map((name) => ({ account, resource: `${region} guardduty-filter ${name}` })),
    ...[...destinations.keys()].map((destinationId) => ({
      account,
      resource: `${region} guardduty-publishing-destination ${destinationId}`,
    })),
  ]),
  ...state.members.list().map((member) => ({
    account: member.administrator,
    resource: `${member.region} guardduty-member ${member.account}`,
  })),
  ...state.administrators.entries().map(([[region], { account }]) => ({
    account: state.world.organization.managementAccount,
    resource: `${region} guardduty-organization-admin-account ${account}`,
  })),
];
