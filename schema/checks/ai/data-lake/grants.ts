import { partsOf } from '../../../facts/struct-type';
import type { DataLakeGrant } from '../../../forms/ai/data-lake-grants';
import { columnOf, type LakeTable, needsCellsFilter, seenNames } from '../../../forms/ai/data-lake-view';
import { type Problem, useOneOf } from '../../../problems/problem';
import { formerlyProblems } from '../../formerly';
import type { Rules } from '../../rule';
import { readRowFilter } from './row-filter';
import { givenTwice, type LakeSubject } from './subject';

/** Parts of the name of a nested column. Lake Formation API Reference, DataCellsFilter. */
const nestingLimit = 5;

/** Rules of the grants on tables, each alone and among the others. */
export function grantProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, tables, rules } = subject;
  const ids = tables.map(({ id }) => id);
  return [
    ...nameProblems(subject),
    ...renameProblems(subject),
    ...lake.grants.flatMap((grant, index) => {
      const ofGrant = rules.below(`grants[${index}]`);
      const table = tables.find(({ id }) => id === grant.table);
      if (!table)
        return ofGrant.known([grant.table], ids, {
          field: () => 'table',
          rule: 'is not a table of the lake, as database.table',
        });
      return [...listProblems(ofGrant, grant, table), ...rowProblems(ofGrant, grant, table)];
    }),
    ...repeatedGrants(subject),
  ];
}

function nameProblems({ lake, rules: { unique } }: LakeSubject): readonly Problem[] {
  const names = [...lake.grants, ...lake.tagGrants].map(({ name }) => name);
  return unique(names, {
    field: (index) =>
      index < lake.grants.length ? `grants[${index}].name` : `tagGrants[${index - lake.grants.length}].name`,
    rule: 'names of grants are unique in a lake, because data cells filters are named after them',
    fix: 'rename one of the two',
  });
}

function renameProblems({ lake, rules }: LakeSubject): readonly Problem[] {
  const grants = [
    ...lake.grants.map(({ name, formerly }, index) => ({ name, formerly, field: `grants[${index}].formerly` })),
    ...lake.tagGrants.map(({ name, formerly }, index) => ({ name, formerly, field: `tagGrants[${index}].formerly` })),
  ];
  const names = grants.map(({ name }) => name);
  const formers = grants.flatMap(({ formerly }) => formerly ?? []);
  return grants.flatMap((grant) => formerlyProblems(rules, { ...grant, thing: 'grant', names, formers }));
}

function listProblems(rules: Rules, grant: DataLakeGrant, table: LakeTable): readonly Problem[] {
  const { columns, exceptColumns, rows } = grant;
  if (columns && exceptColumns)
    return rules.rule(false, {
      field: 'exceptColumns',
      value: exceptColumns,
      rule: 'a grant names the columns that are seen or those that are not, never both',
      fix: 'remove columns or exceptColumns',
    });
  // "Cell-level security is not supported on nested columns" (Lake Formation Developer Guide, data-filtering-notes).
  const nested = [...(columns ?? []), ...(exceptColumns ?? [])].filter((name) => name.includes('.'));
  if (rows !== undefined && nested.length > 0)
    return rules.rule(false, {
      field: 'rows',
      value: rows,
      rule: `Lake Formation filters no rows where parts of a column are named (${nested.join(', ')})`,
      fix: 'name the whole column, or grant all rows',
    });
  return Object.entries({ columns, exceptColumns }).flatMap(([list, names = []]) => [
    ...names.flatMap((name, index) => columnProblems(rules, `${list}[${index}]`, name, table)),
    ...rules.unique(names, { field: list, rule: 'a column must not be listed twice' }),
    ...rules.rule(list === 'columns' || seenNames(grant, table).length > 0, {
      field: list,
      value: names,
      rule: 'a grant lets see one column at least',
      fix: 'leave one out of the list, or remove the grant',
    }),
  ]);
}

function columnProblems({ rule }: Rules, field: string, name: string, table: LakeTable): readonly Problem[] {
  const column = table.columns.find((each) => each.name === columnOf(name));
  const at = { field, value: name };
  if (!column)
    return rule(false, {
      ...at,
      rule: `is not a column of ${table.id}`,
      fix: () =>
        useOneOf(
          name,
          table.columns.map((each) => each.name),
        ),
    });
  if (!name.includes('.')) return [];
  const parts = partsOf(column);
  if (parts.length === 0)
    return rule(false, {
      ...at,
      rule: `'${column.name}' has no parts, because it is not a struct`,
      fix: `write '${column.name}'`,
    });
  if (name.split('.').length > nestingLimit)
    return rule(false, {
      ...at,
      rule: `a filter reaches at most ${nestingLimit} levels deep`,
      fix: 'name the struct around it',
    });
  return rule(parts.includes(name), {
    ...at,
    rule: `is not a part of '${column.name}', which is ${column.type}`,
    fix: () => useOneOf(name, parts),
  });
}

function rowProblems({ rule }: Rules, { rows }: DataLakeGrant, table: LakeTable): readonly Problem[] {
  if (rows === undefined) return [];
  const at = { field: 'rows', value: rows };
  const filter = readRowFilter(rows);
  if ('error' in filter)
    return rule(false, {
      ...at,
      rule: `must be a PartiQL condition: ${filter.error}`,
      fix: "write it like ward = 'A' AND age > 17",
    });
  const known = table.columns.map(({ name }) => name);
  return filter.columns.flatMap((name) => {
    const type = table.columns.find((each) => each.name === columnOf(name))?.type;
    return [
      ...rule(type !== undefined, {
        ...at,
        rule: `'${name}' is not a column of ${table.id}`,
        fix: () => useOneOf(name, known),
      }),
      // Lake Formation Developer Guide, data-filtering-notes.
      ...rule(type === undefined || !/^(array|map)</.test(type), {
        ...at,
        rule: `'${name}' is of the type ${type}, which row filters do not support`,
        fix: 'leave it out',
      }),
    ];
  });
}

/** AWS does not document what becomes of two lists of columns for one principal and table, and the provider cannot tell them apart. */
function repeatedGrants({ lake, rules: { rule } }: LakeSubject): readonly Problem[] {
  const scopeOf = (grant: DataLakeGrant) => {
    const { table, columns, exceptColumns, rows } = grant;
    return `${table} ${needsCellsFilter(grant) ? JSON.stringify([columns, exceptColumns, rows]) : 'no filter'}`;
  };
  return givenTwice(lake.grants, scopeOf).flatMap(({ grantIndex, index, grantee, earlier }) =>
    rule(false, {
      field: `grants[${grantIndex}].to[${index}]`,
      value: grantee,
      rule: `a grantee has one grant on the columns of a table, and '${earlier.name}' is the one on ${earlier.table}`,
      fix: 'put the two into one grant',
    }),
  );
}
