import { isWithin } from '../facts/organizational-units';
import { ownValue } from '../facts/own-value';
import type { WrittenWhere } from './control';
import { suspendedUnit } from './settings';

/** What decides where an account is. */
export interface Located {
  readonly state: 'active' | 'closing';
  readonly ou?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** The OU that an account is in: one that leaves has moved. */
export const unitOf = ({ state, ou }: Pick<Located, 'state' | 'ou'>): string | undefined =>
  state === 'closing' ? suspendedUnit : ou;

/**
 * Whether an account of the organization is in a place.
 *
 * @param common tags that every account has, where it has no other value of its own
 */
export function isInPlace(common: Located['tags'], where: WrittenWhere, member: Located): boolean {
  if (where === 'every account') return true;
  if ('organizationalUnits' in where)
    return where.organizationalUnits.some((path) => isWithin(unitOf(member) ?? '', path));
  const tags = { ...common, ...member.tags };
  return Object.entries(where.accountTags).every(([key, value]) => ownValue(tags, key) === value);
}
