import { isWithin, unitsAlong } from './facts/organizational-units';
import type { Where } from './forms/control';
import { isInPlace, unitOf } from './forms/in-place';
import type { Account, LandingZone } from './landing-zone';

/** A node of the organization that a policy is attached to. */
export interface Target {
  readonly kind: 'root' | 'organizational unit' | 'account';
  /** `Root`, the path of an OU, or the name of an account. */
  readonly name: string;
}

export const root: Target = { kind: 'root', name: 'Root' };
const unit = (name: string): Target => ({ kind: 'organizational unit', name });
const account = ({ name }: Account): Target => ({ kind: 'account', name });

/** One text for each node: an OU and an account may have the same name. */
export const keyOf = ({ kind, name }: Target): string => `${kind} ${name}`;

/** As the management stack calls the resource of a node: `ou-Workloads-Production`. */
export const addressOf = ({ kind, name }: Target): string =>
  kind === 'root' ? 'root' : kind === 'account' ? `account-${name}` : `ou-${name.replaceAll('/', '-')}`;

/** From the root to an OU, each node whose policies bind what is in the OU. */
export const chainOfUnit = (path: string): readonly Target[] => [root, ...unitsAlong(path).map(unit)];

/** From the root to the account itself, each node whose policies bind the account. */
export function chainOf(member: Account): readonly Target[] {
  const path = unitOf(member);
  return [...(path === undefined ? [root] : chainOfUnit(path)), account(member)];
}

/** The fewest nodes that cover a place: what is below one of them inherits. */
export function targetsOf(zone: LandingZone, where: Where): readonly Target[] {
  if (where === 'every account') return [root];
  if ('accountTags' in where) return accountsIn(zone, where).map(account);
  const paths = [...new Set(where.organizationalUnits)].sort();
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))).map(unit);
}

/** The same text for the same tags, in whatever order they are written: `environment=production tier=gold`. */
export const describeTags = (tags: Readonly<Record<string, string>>): string =>
  Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(' ');

/** The accounts of the organization in a place, the closing ones among them. */
export const accountsIn = (zone: LandingZone, where: Where): readonly Account[] =>
  zone.accounts.filter((member) => member.origin !== 'external' && isInPlace(zone.tags, where, member));

/** The account of a name that a check has found to be one. */
export function findAccount({ accounts }: Pick<LandingZone, 'accounts'>, name: string): Account {
  const found = accounts.find((each) => each.name === name);
  if (!found) throw new Error(`there is no account ${name}, and the check let it pass`);
  return found;
}
