import { ownValue } from '../../../schema/facts/own-value';
import type { LandingZone } from '../../../schema/landing-zone';
import { policyTypes } from '../organization-policy';
import { authorizationKinds, type QuotaSet } from '../policy-kinds';
import { controlStatements } from './control-statements';
import { pack } from './documents';
import { Labels } from './names';
import type { PackedNode } from './packed-node';
import { roomFor } from './room';
import { nodesOf } from './tree';
import { unitsOf } from './units';

/**
 * The controls that are on as documents at the nodes of the tree, under a set of quotas. For each kind of policy, step by step:
 *
 * 1. `tree`: the nodes of the organization, each with the controls that are attached there.
 * 2. `control-statements`: what each control denies, by itself.
 * 3. `units`: what has to stay together in a document, which is a control.
 * 4. `documents`: the units of a node in as few documents as its `room` allows, each where the ledger remembers it.
 * 5. `merging`: statements of a document that differ in nothing but their actions are one.
 *
 * Each control is whole at each of its nodes, whatever other controls deny there or above: a change of one changes no document but
 * those that it is in. See docs/decisions/0015.
 */
export function packNodes(zone: LandingZone, set: QuotaSet = zone.organization.scpQuota): readonly PackedNode[] {
  const nodes = nodesOf(zone);
  const attached = new Set(nodes.flatMap(({ controls }) => controls));
  const labels = new Labels();
  return policyTypes.flatMap((type) => {
    const { nameEnding, resourcePrefix } = authorizationKinds[type];
    const room = roomFor(zone, type, set);
    const characters = room.characters.value;
    const byControl = new Map(
      [...attached].map((control) => {
        const own = controlStatements(zone, control, type);
        return [control, { own, ...unitsOf(control.id, own, characters) }];
      }),
    );
    return nodes.map(({ place, targets, controls }) => {
      const here = controls.flatMap((control) => byControl.get(control) ?? []);
      const name = labels.labelFor(place, nameEnding);
      const known = ownValue(zone.ledger.assignments, `${resourcePrefix}${name}`) ?? {};
      return {
        type,
        name,
        place,
        targets,
        room,
        own: here.flatMap(({ own }) => own),
        documents: pack(
          here.flatMap(({ units }) => units),
          { characters, slots: room.slots, known },
        ),
        tooLong: here.flatMap(({ tooLong }) => tooLong),
      };
    });
  });
}
