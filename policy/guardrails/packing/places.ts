import type { Control, LandingZone } from '../../../schema/landing-zone';
import { chainOf, root, type Target, targetsOf } from '../../../schema/organization-tree';

/** A node of the tree, or accounts of one OU that the same controls name, with the controls that are attached there. */
export interface Place {
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
export function placesOf(zone: LandingZone): readonly Place[] {
  const controls = controlsByTarget(zone);
  const nodes = [{ target: root, above: [] }, ...zone.organizationalUnits.map(unitInTree)];
  return [
    ...nodes.map(({ target, above }) => ({ targets: [target], above, controls: controls.get(keyOf(target)) ?? [] })),
    ...accountPlaces(zone, controls),
  ];
}

/** One text for each node: an OU and an account may have the same name. */
export const keyOf = ({ kind, name }: Target): string => `${kind} ${name}`;

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

function unitInTree(path: string): { target: Target; above: readonly Target[] } {
  const unit = (name: string): Target => ({ kind: 'organizational unit', name });
  const names = path.split('/');
  const parents = names.slice(1).map((_, depth) => unit(names.slice(0, depth + 1).join('/')));
  return { target: unit(path), above: [root, ...parents] };
}

/** Thousands of accounts with the same tags are one place, and compiled once. */
function accountPlaces(zone: LandingZone, controls: ReadonlyMap<string, readonly Control[]>): readonly Place[] {
  const places = new Map<string, Place & { readonly targets: Target[] }>();
  for (const account of zone.accounts) {
    const target: Target = { kind: 'account', name: account.name };
    const named = controls.get(keyOf(target));
    if (!named || account === zone.managementAccount) continue;
    const above = chainOf(account).slice(0, -1);
    const key = JSON.stringify([above.at(-1)?.name, named.map(({ id }) => id)]);
    const alike = places.get(key);
    if (alike) alike.targets.push(target);
    else places.set(key, { targets: [target], above, controls: named });
  }
  return [...places.values()];
}
