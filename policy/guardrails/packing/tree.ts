import type { Control, LandingZone } from '../../../schema/landing-zone';
import { chainOf, chainOfUnit, keyOf, root, type Target, targetsOf } from '../../../schema/organization-tree';

/** A node of the tree, or accounts of one OU that the same controls name, with the controls that are attached there. */
export interface PolicyNode {
  readonly targets: readonly Target[];
  /** The nodes above, from the root down. */
  readonly above: readonly Target[];
  readonly controls: readonly Control[];
}

/**
 * The root, every OU, and the accounts that controls name by their tags; what is above comes first. Only controls that are on and
 * prevent something count. The management account is left out: no service or resource control policy binds it (Organizations User
 * Guide).
 */
export function nodesOf(zone: LandingZone): readonly PolicyNode[] {
  const controls = controlsByTarget(zone);
  const chains = [[root], ...zone.organizationalUnits.map(chainOfUnit)];
  const units = chains.flatMap((chain) => {
    const target = chain.at(-1) ?? root;
    return { targets: [target], above: chain.slice(0, -1), controls: controls.get(keyOf(target)) ?? [] };
  });
  return [...units, ...accountNodes(zone, controls)];
}

function controlsByTarget(zone: LandingZone): ReadonlyMap<string, readonly Control[]> {
  const byTarget = new Map<string, Control[]>();
  for (const control of zone.controls)
    if (control.mode === 'on' && control.prevent)
      for (const target of targetsOf(zone, control.where)) {
        const found = byTarget.get(keyOf(target));
        if (found) found.push(control);
        else byTarget.set(keyOf(target), [control]);
      }
  return byTarget;
}

/** Thousands of accounts with the same tags are one node, and compiled once. */
function accountNodes(zone: LandingZone, controls: ReadonlyMap<string, readonly Control[]>): readonly PolicyNode[] {
  const nodes = new Map<string, PolicyNode & { readonly targets: Target[] }>();
  for (const account of zone.accounts) {
    const target: Target = { kind: 'account', name: account.name };
    const named = controls.get(keyOf(target));
    if (!named || account === zone.managementAccount) continue;
    const above = chainOf(account).slice(0, -1);
    const key = JSON.stringify([above.at(-1)?.name, named.map(({ id }) => id)]);
    const alike = nodes.get(key);
    if (alike) alike.targets.push(target);
    else nodes.set(key, { targets: [target], above, controls: named });
  }
  return [...nodes.values()];
}
