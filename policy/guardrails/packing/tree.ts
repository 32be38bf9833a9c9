import type { Control, LandingZone } from '../../../schema/landing-zone';
import { describeTags, keyOf, root, type Target, targetsOf } from '../../../schema/organization-tree';

/** Where controls are attached together: a node of the tree, or the accounts with some tags, or those without something. */
export type PolicyPlace = Target | DescribedAccounts;

interface DescribedAccounts {
  readonly kind: 'tags' | 'without';
  /** `tier=gold`, or `ai`. */
  readonly name: string;
}

export const isTarget = (place: PolicyPlace): place is Target => place.kind !== 'tags' && place.kind !== 'without';

/** A place with the controls that are attached there, and the nodes that it is today. */
export interface PolicyNode {
  readonly place: PolicyPlace;
  readonly targets: readonly Target[];
  readonly controls: readonly Control[];
}

/**
 * The root, every OU, and the accounts that controls describe, by tags or by what they lack: by the description, so that one more account
 * changes nothing but where a policy is attached. Only controls that are on and prevent something count. The management account is left out: no service or
 * resource control policy binds it (Organizations User Guide).
 */
export function nodesOf(zone: LandingZone): readonly PolicyNode[] {
  const controls = zone.controls.filter(({ mode, prevent }) => mode === 'on' && prevent);
  const described = new Map<string, Control[]>();
  const byTarget = new Map<string, Control[]>();
  for (const control of controls) {
    const place = tryDescription(control);
    if (place) append(described, JSON.stringify(place), control);
    else for (const target of targetsOf(zone, control.where)) append(byTarget, keyOf(target), control);
  }
  const units = zone.organizationalUnits.map((name) => ({ kind: 'organizational unit', name }) as const);
  return [
    { place: root, targets: [root], controls: byTarget.get(keyOf(root)) ?? [] },
    ...units.map((unit) => ({ place: unit, targets: [unit], controls: byTarget.get(keyOf(unit)) ?? [] })),
    ...[...described].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, alike]) => describedNode(zone, alike)),
  ];
}

/** Undefined where a control names nodes of the tree. */
function tryDescription({ where }: Control): DescribedAccounts | undefined {
  if (typeof where !== 'object' || 'organizationalUnits' in where) return undefined;
  return 'accountTags' in where
    ? { kind: 'tags', name: describeTags(where.accountTags) }
    : { kind: 'without', name: where.accountsWithout };
}

function append(lists: Map<string, Control[]>, key: string, control: Control): void {
  const list = lists.get(key);
  if (list) list.push(control);
  else lists.set(key, [control]);
}

/** None where no account is like that. */
function describedNode(zone: LandingZone, controls: readonly Control[]): readonly PolicyNode[] {
  const [first] = controls;
  const place = first && tryDescription(first);
  if (!place) return [];
  const management = keyOf({ kind: 'account', name: zone.managementAccount.name });
  const targets = targetsOf(zone, first.where).filter((target) => keyOf(target) !== management);
  return targets.length > 0 ? [{ place, targets, controls }] : [];
}
