import { isWithin, unitsAlong } from './facts/organizational-units';
import type { Where, WrittenWhere } from './forms/control';
import { isInPlace, unitOf } from './forms/in-place';
import { lacks } from './lacking';
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
  if ('accountsWithout' in where) return coverOf(zone, accountsIn(zone, where));
  const paths = [...new Set(where.organizationalUnits)].sort();
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))).map(unit);
}

/**
 * OUs in which every account is one of these, those to come among them, and the accounts that are in none of these OUs. Where AI is
 * governed any account may get `ai` one day, and the OU has policies enough: there it is the account itself.
 */
function coverOf(zone: LandingZone, accounts: readonly Account[]): readonly Target[] {
  const others = zone.accounts.filter((member) => isBound(member) && !accounts.includes(member));
  const holds = (path: string, member: Account) => isWithin(unitOf(member) ?? '', path);
  const governed = unitsIn(zone, zone.places.aiAccounts);
  const free = zone.organizationalUnits.filter(
    (path) =>
      !others.some((member) => holds(path, member)) &&
      !governed.some((each) => isWithin(path, each) || isWithin(each, path)),
  );
  const units = free.filter((path) => !free.some((other) => other !== path && isWithin(path, other)));
  const single = accounts.filter((member) => !units.some((path) => holds(path, member)));
  return [...units.map(unit), ...single.map(account)];
}

/** The OUs that a place names; none where it names accounts. */
function unitsIn({ organizationalUnits }: LandingZone, where: WrittenWhere): readonly string[] {
  if (where === 'every account') return organizationalUnits;
  return 'organizationalUnits' in where ? where.organizationalUnits : [];
}

/** The same text for the same tags, in whatever order they are written: `environment=production tier=gold`. */
export const describeTags = (tags: Readonly<Record<string, string>>): string =>
  Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(' ');

/** Whether policies of the organization bind an account. */
const isBound = ({ origin }: Account): boolean => origin !== 'external' && origin !== 'management';

/** The accounts of the organization in a place, the closing ones among them. */
export function accountsIn(zone: LandingZone, where: Where): readonly Account[] {
  if (typeof where === 'object' && 'accountsWithout' in where)
    return zone.accounts.filter((member) => isBound(member) && lacks(zone, where.accountsWithout, member));
  return zone.accounts.filter((member) => member.origin !== 'external' && isInPlace(zone.tags, where, member));
}

/** The account of a name that a check has found to be one. */
export function findAccount({ accounts }: Pick<LandingZone, 'accounts'>, name: string): Account {
  const found = accounts.find((each) => each.name === name);
  if (!found) throw new Error(`there is no account ${name}, and the check let it pass`);
  return found;
}
