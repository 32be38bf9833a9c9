import type { LandingZone } from '../../../schema/landing-zone';
import { policyTypes } from '../organization-policy';
import type { QuotaSet } from '../policy-kinds';
import { controlStatements } from './control-statements';
import { pack } from './documents';
import { statementsOfNodes } from './inheritance';
import type { PackedNode } from './packed-node';
import { roomFor } from './room';
import { nodesOf } from './tree';

/**
 * The controls that are on as documents at the nodes of the tree, under a set of quotas. For each kind of policy, step by step:
 *
 * 1. `tree`: the nodes of the organization, each with the controls that are attached there.
 * 2. `control-statements`: what each control denies, by itself.
 * 3. `inheritance`: statements of a node that differ in nothing but their actions are one; what a node above denies is not repeated.
 * 4. `documents`: the statements of a node in as few documents as its `room` allows.
 *
 * What several nodes need becomes one policy at last, in `sharing`. A control is read as `Control`, denies by
 * `CompiledStatement`s, which stay what they are while they are merged, cut and packed, and ends in `OrganizationPolicy`s.
 */
export function packNodes(zone: LandingZone, set: QuotaSet = zone.organization.scpQuota): readonly PackedNode[] {
  const nodes = nodesOf(zone);
  const attached = new Set(nodes.flatMap(({ controls }) => controls));
  return policyTypes.flatMap((type) => {
    const room = roomFor(zone, type, set);
    const byControl = new Map([...attached].map((control) => [control, controlStatements(zone, control, type)]));
    const own = nodes.map(({ controls }) => controls.flatMap((control) => byControl.get(control) ?? []));
    const statements = statementsOfNodes(nodes, own);
    return nodes.map(({ targets }, index) => ({
      type,
      targets,
      room,
      own: own[index] ?? [],
      ...pack(statements[index] ?? [], room.characters.value),
    }));
  });
}
