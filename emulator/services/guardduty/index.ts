import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { delegationRoutes } from './delegation';
import { detectorRoutes } from './detectors';
import { filterRoutes } from './filters';
import { invitationRoutes } from './invitations';
import { memberDetectorRoutes } from './member-detectors';
import { memberRoutes } from './members';
import { autoEnableNew } from './membership';
import { organizationRoutes } from './organization';
import { publishingRoutes } from './publishing';
import { GuardDutyState } from './state';
import { tagRoutes } from './tags';

/** GuardDuty, regional, with the rules of a delegated administrator and its members. */
export function guardduty(world: World): Service & Inventory {
  const state = new GuardDutyState(world);
  world.organization.onJoin((account) => autoEnableNew(state, account));
  world.organization.onLeave((account) => forget(state, account));
  return {
    protocol: 'rest',
    name: 'guardduty',
    routes: [
      ...detectorRoutes(state),
      ...tagRoutes(state),
      ...delegationRoutes(state),
      ...organizationRoutes(state),
      ...memberRoutes(state),
      ...memberDetectorRoutes(state),
      ...invitationRoutes(state),
      ...filterRoutes(state),
      ...publishingRoutes(state),
    ],
    leftovers: () => leftovers(state),
  };
}

/** A closed account takes along its detectors, its memberships and what it administered. */
function forget(state: GuardDutyState, account: string): void {
  for (const [parts, detector] of state.detectors.entries()) {
    if (detector.account === account) state.detectors.delete(...parts);
  }
  for (const [parts, member] of state.members.entries()) {
    if (member.account === account || member.administrator === account) state.members.delete(...parts);
  }
  for (const [parts, administrator] of state.administrators.entries()) {
    if (administrator.account === account) state.administrators.delete(...parts);
  }
}

function leftovers(state: GuardDutyState): ReturnType<Inventory['leftovers']> {
  const management = state.world.organization.managementAccount;
  return [
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
      account: management,
      resource: `${region} guardduty-organization-admin-account ${account}`,
    })),
  ];
}
