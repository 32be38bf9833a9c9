import { pathOf, resourceNameOf, unitsAlong, withParents } from '../facts/organizational-units';
import { ownValue } from '../facts/own-value';
import { keysOfUnits } from '../forms/ledger-keys';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { formerlyProblems } from './formerly';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const { rule } = rulesOf(settingsFile);

/** Rules of OUs that were renamed: each was one OU in the same place, and no other OU goes under its addresses. */
export function unitRenameProblems({ settings, ledger }: ZoneSubject): readonly Problem[] {
  const units = settings.organizationalUnits;
  const known = ledger.organizationalUnits;
  const paths = withParents(units);
  const formers = units.flatMap((unit) => (typeof unit === 'string' ? [] : (unit.formerly ?? [])));
  const keys = keysOfUnits(ledger, units);
  const problems = units.flatMap((unit, index) => {
    if (typeof unit === 'string' || unit.formerly === undefined) return [];
    const { path, formerly } = unit;
    const field = `organizationalUnits[${index}].formerly`;
    const said = formerlyProblems(
      { rule },
      { field, thing: 'OU', name: path, formerly, names: paths, formers, known: Object.keys(known) },
    );
    if (said.length > 0 || ownValue(known, path) !== undefined) return said;
    const above = (each: string): string | undefined => unitsAlong(each).at(-2);
    const keyBefore = above(known[formerly] ?? formerly);
    const keyNow = above(path) === undefined ? undefined : keys.get(above(path) ?? '');
    return rule(keyBefore === keyNow, {
      field,
      value: formerly,
      rule: 'AWS renames an OU where it is, and moves none to another parent',
      fix: 'keep it under the same parent; to move accounts, make a new OU, move them, and remove the old one later',
    });
  });
  return problems.length > 0 ? problems : keyProblems(keys, units.map(pathOf));
}

function keyProblems(keys: ReadonlyMap<string, string>, paths: readonly string[]): readonly Problem[] {
  const holders = new Map<string, string>();
  // Those that were renamed first: they were there.
  for (const [path, key] of keys) if (path !== key) holders.set(resourceNameOf(key), path);
  return [...keys].flatMap(([path, key]) => {
    const holder = holders.get(resourceNameOf(key)) ?? path;
    return rule(holder === path, {
      field: `organizationalUnits[${Math.max(0, paths.indexOf(path))}]`,
      value: path,
      rule: `the addresses under this name belong to the OU '${holder}', which was renamed`,
      fix: 'choose another name',
    });
  });
}
