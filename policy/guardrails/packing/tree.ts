import type { Control, LandingZone } from '../../../schema/landing-zone';
import { accountsIn, describeTags, keyOf, root, type Target, targetsOf } from '../../../schema/organization-tree';

/** Where controls are attached together: a node of the tree, or the accounts with some tags. */
export type PolicyPlace = Target | TaggedAccounts;

interface TaggedAccounts {
  readonly kind: 'tags';
  /** `tier=gold`. */
  readonly name: string;
}

/** A place with the controls that are attached there, and the nodes that it is today. */
export interface PolicyNode {
  readonly place: PolicyPlace;
  readonly targets: readonly Target[];
  readonly controls: readonly Control[];
}

/**
 * The root, every OU, and the accounts that controls name by their tags: by the tags, so that one more account changes nothing but where
 * a policy is attached. Only controls that are on and prevent something count. The management account is left out: no service or
 * resource control policy binds it (Organizations User Guide).
 */
export function nodesOf(zone: LandingZone): readonly PolicyNode[] {
  const controls = zone.controls.filter(({ mode, prevent }) => mode === 'on' && prevent);
  const tagged = new Map<string, Control[]>();
  const byTarget = new Map<string, Control[]>();
  for (const control of controls) {
    const { where } = control;
    if (typeof where === 'object' && 'accountTags' in where) append(tagged, describeTags(where.accountTags), control);
    else for (const target of targetsOf(zone, where)) append(byTarget, keyOf(target), control);
  }
  const units = zone.organizationalUnits.map((name) => ({ kind: 'organizational unit', name }) as const);
  return [
    { place: root, targets: [root], controls: byTarget.get(keyOf(root)) ?? [] },
    ...units.map((unit) => ({ place: unit, targets: [unit], controls: byTarget.get(keyOf(unit)) ?? [] })),
    ...[...tagged].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, named]) => taggedNode(zone, name, named)),
  ];
}

function append(lists: Map<string, Control[]>, key: string, control: Control): void {
  const list = lists.get(key);
  if (list) list.push(control);
  else lists.set(key, [control]);
}

/** None where nobody has the tags. */
function taggedNode(zone: LandingZone, name: string, controls: readonly Control[]): readonly PolicyNode[] {
  const accounts = accountsIn(zone, controls[0]?.where ?? { accountTags: {} });
  const members = accounts.filter((account) => account !== zone.managementAccount);
  const targets = members.map((account): Target => ({ kind: 'account', name: account.name }));
  return targets.length > 0 ? [{ place: { kind: 'tags', name }, targets, controls }] : [];
}
