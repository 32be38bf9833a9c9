import { withParents } from '../facts/organizational-units';
import type { Where } from '../forms/control';
import { type Problem, useOneOf } from '../problems/problem';
import { renamedUnits, tryNewName } from './formerly';
import type { Rules } from './rule';
import type { ZoneSubject } from './subject';

/** A place is made of OUs of the tree, or of tags that accounts have. */
export function whereProblems(
  { known }: Rules,
  { settings, accounts }: Pick<ZoneSubject, 'settings' | 'accounts'>,
  where: Where | { readonly place: string },
): readonly Problem[] {
  if (typeof where !== 'object') return [];
  if ('organizationalUnits' in where) {
    const units = withParents(settings.organizationalUnits);
    return known(where.organizationalUnits, units, {
      field: 'where.organizationalUnits',
      rule: 'must be an OU of the tree',
      fix: (path) => tryNewName(renamedUnits(settings), path) ?? useOneOf(path, units),
    });
  }
  if (!('accountTags' in where)) return [];
  const keys = tagKeysOf({ settings, accounts });
  return Object.keys(where.accountTags).flatMap((key) =>
    known([key], keys, { field: () => `where.accountTags.${key}`, rule: 'must be a tag of an account' }),
  );
}

/** The keys of tags that accounts have, of their own or of the landing zone's. */
export const tagKeysOf = ({ settings, accounts }: Pick<ZoneSubject, 'settings' | 'accounts'>): readonly string[] => [
  ...new Set([settings.tags, ...accounts.map(({ tags }) => tags)].flatMap(Object.keys)),
];
