import type { LandingZone } from '../../../schema/landing-zone';
import type { Target } from '../../../schema/organization-tree';
import type { CompiledStatement, PolicyType } from '../organization-policy';
import { controlStatements } from './control-statements';
import { NodeStatements } from './merging';
import { keyOf, type Place } from './places';

/** What the policies of a place deny. */
export interface Node {
  readonly targets: readonly Target[];
  /** Of each control alone. */
  readonly unmerged: readonly CompiledStatement[];
  /** Merged, without what a node above denies already. */
  readonly statements: readonly CompiledStatement[];
}

/** The statements of one type at each place. @param places what is above comes first */
export function nodesOf(zone: LandingZone, places: readonly Place[], type: PolicyType): readonly Node[] {
  const byControl = new Map(zone.controls.map((control) => [control, controlStatements(zone, control, type)]));
  const byTarget = new Map<string, NodeStatements>();
  const nodes = places.map(({ targets, above, controls }) => {
    const merged = new NodeStatements(above.flatMap((target) => byTarget.get(keyOf(target)) ?? []));
    const unmerged = controls.flatMap((control) => byControl.get(control) ?? []);
    for (const statement of unmerged) merged.add(statement);
    for (const target of targets) byTarget.set(keyOf(target), merged);
    return { targets, unmerged, merged };
  });
  // Only now is it known which nodes further down ask for what a node denies already.
  return nodes.map(({ targets, unmerged, merged }) => ({ targets, unmerged, statements: merged.compile() }));
}
