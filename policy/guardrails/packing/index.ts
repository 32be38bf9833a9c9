import type { LandingZone } from '../../../schema/landing-zone';
import { type PolicyType, policyTypes } from '../organization-policy';
import { type Packing, pack } from './documents';
import { type Node, nodesOf } from './nodes';
import { placesOf } from './places';
import { type QuotaSet, type Room, roomFor } from './quotas';

/** A node with its documents, whether they have room there or not. */
export interface PackedNode extends Omit<Node, 'statements'>, Packing {
  readonly type: PolicyType;
  readonly room: Room;
}

/** The controls that are on as documents at the nodes of the tree, under a set of quotas. */
export function packNodes(zone: LandingZone, set: QuotaSet = zone.organization.scpQuota): readonly PackedNode[] {
  const places = placesOf(zone);
  return policyTypes.flatMap((type) => {
    const room = roomFor(zone, type, set);
    return nodesOf(zone, places, type).map(({ statements, ...node }) => ({
      ...node,
      ...pack(statements, room.characters.value),
      type,
      room,
    }));
  });
}
