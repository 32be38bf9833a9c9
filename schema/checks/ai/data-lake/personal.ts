import type { Grantee } from '../../../forms/ai/data-lake-grants';
import type { Column } from '../../../forms/ai/data-lake-tables';
import { columnsTagged, granteeName, type LakeTable, seenColumns } from '../../../forms/ai/data-lake-view';
import type { Problem } from '../../../problems/problem';
import type { LakeSubject } from './subject';

/** The rule that must hold: nobody without clearance sees a personal column, whichever way the grant is written. */
export function personalProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, tables } = subject;
  // Whom a name that is no role's was meant to clear is not known.
  if (!lake.clearance.every((name) => lake.roles.some((role) => role.name === name))) return [];
  return [
    ...lake.grants.flatMap((grant, grantIndex) => {
      const table = tables.find(({ id }) => id === grant.table);
      const seen = table ? personalOf(table, seenColumns(grant, table)) : [];
      return exposures(subject, `grants[${grantIndex}]`, grant.to, seen, 'leave the column out of the grant');
    }),
    ...lake.tagGrants.flatMap((grant, grantIndex) => {
      const seen = tables.flatMap((table) => personalOf(table, columnsTagged(table, grant.tags)));
      return exposures(subject, `tagGrants[${grantIndex}]`, grant.to, seen, 'give the column an LF-tag of its own');
    }),
    ...directProblems(subject),
  ];
}

/** The personal ones of these columns, as `database.table.column`. */
const personalOf = ({ id }: LakeTable, columns: readonly Column[]): readonly string[] =>
  columns.filter(({ personal }) => personal).map(({ name }) => `${id}.${name}`);

function exposures(
  { lake, rules: { rule } }: LakeSubject,
  field: string,
  to: readonly Grantee[],
  seen: readonly string[],
  remedy: string,
): readonly Problem[] {
  const known = lake.roles.map(({ name }) => name);
  return to.flatMap((grantee, index) => {
    // A role that nobody declared is a problem of its own.
    const cleared = 'role' in grantee && (lake.clearance.includes(grantee.role) || !known.includes(grantee.role));
    const why =
      'role' in grantee
        ? 'the role has no clearance'
        : 'its own administrators would decide who sees it, so no clearance can be given';
    return seen.flatMap((column) =>
      rule(cleared, {
        field: `${field}.to[${index}]`,
        value: granteeName(grantee),
        rule: `the column ${column} is personal, and the grant would show it: ${why}`,
        fix: 'role' in grantee ? `${remedy}, or add '${grantee.role}' to ai.dataLake.clearance` : remedy,
      }),
    );
  });
}

function directProblems({ lake, tables, rules: { rule } }: LakeSubject): readonly Problem[] {
  const personal = tables.flatMap((table) => personalOf(table, table.columns));
  const known = lake.roles.map(({ name }) => name);
  return lake.directReaders.flatMap((name, index) =>
    personal.flatMap((column) =>
      rule(!known.includes(name) || lake.clearance.includes(name), {
        field: `directReaders[${index}]`,
        value: name,
        rule: `the column ${column} is personal, and a role that reads the objects sees every column: this role has no clearance`,
        fix: `grant the role its columns instead, or add '${name}' to ai.dataLake.clearance`,
      }),
    ),
  );
}
