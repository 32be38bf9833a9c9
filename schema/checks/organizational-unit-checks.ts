import { pathOf, resourceNameOf, withParents } from '../facts/organizational-units';
import { quotas } from '../facts/quotas';
import { type Settings, settingsFile, suspendedUnit } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

const { rule, unique } = rulesOf(settingsFile);

/** Rules of the OU tree: Organizations takes every path, and Terraform can tell them apart. */
export function treeProblems({ organizationalUnits }: Settings): readonly Problem[] {
  const paths = organizationalUnits.map(pathOf);
  return [
    ...unique(paths, { field: 'organizationalUnits', rule: 'an OU must not be listed twice' }),
    ...organizationalUnits.flatMap((unit, index) =>
      pathProblems(`organizationalUnits[${index}]${typeof unit === 'string' ? '' : '.path'}`, pathOf(unit)),
    ),
    ...nameProblems(paths),
    ...rule(withParents(paths).includes(suspendedUnit), {
      field: 'organizationalUnits',
      value: paths,
      rule: `accounts that are being closed move to the OU '${suspendedUnit}'`,
      fix: `add '${suspendedUnit}'`,
    }),
  ];
}

function pathProblems(field: string, path: string): readonly Problem[] {
  const names = path.split('/');
  const { value: levels } = quotas.nesting;
  return [
    ...rule(
      names.every((name) => name.trim() !== '' && name.length <= 128),
      { field, value: path, rule: 'each name in the path has 1 to 128 characters', fix: 'write it as Parent/Child' },
    ),
    ...rule(names.length <= levels, {
      field,
      value: path,
      rule: `OUs nest at most ${levels} deep`,
      fix: `remove ${names.length - levels} level(s) of the path`,
    }),
  ];
}

function nameProblems(paths: readonly string[]): readonly Problem[] {
  const named = new Map<string, string>();
  return withParents(paths.filter((path) => !path.split('/').includes(''))).flatMap((path) => {
    const name = resourceNameOf(path);
    const other = named.get(name);
    named.set(name, path);
    const field = 'organizationalUnits';
    return name === ''
      ? rule(false, { field, value: path, rule: 'an OU has a Latin letter or a digit in its name', fix: 'rename it' })
      : rule(other === undefined, {
          field,
          value: path,
          rule: `OUs must differ in letters or digits, and '${other}' has the same ones`,
          fix: 'rename one',
        });
  });
}
