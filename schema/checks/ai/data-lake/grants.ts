import type { DataLakeGrant } from '../../../forms/ai/data-lake-grants';
import { columnOf, type LakeTable, needsCellsFilter } from '../../../forms/ai/data-lake-view';
import { type Problem, useOneOf } from '../../../problems/problem';
import { repeats } from '../../subject';
import { readRowFilter } from './row-filter';
import { givenTwice, type LakeSubject } from './subject';

/** Parts of the name of a nested column. Lake Formation API Reference, DataCellsFilter. */
const nestingLimit = 5;

/** Rules of the grants on tables, each alone and among the others. */
export function grantProblems(subject: LakeSubject): Problem[] {
  const { lake, tables } = subject;
  return [
    ...nameProblems(subject),
    ...lake.grants.flatMap((grant, index) => {
      const table = tables.find(({ id }) => id === grant.table);
      return table
        ? [...columnProblems(subject, grant, index, table), ...rowProblems(subject, grant, index, table)]
        : [
            subject.problem(
              `grants[${index}].table`,
              grant.table,
              'is not a table of the lake, as database.table',
              useOneOf(
                grant.table,
                tables.map(({ id }) => id),
              ),
            ),
          ];
    }),
    ...repeatedGrants(subject),
  ];
}

function nameProblems({ lake, problem }: LakeSubject): Problem[] {
  const names = [...lake.grants, ...lake.tagGrants].map(({ name }) => name);
  return repeats(names).map(({ index, value }) =>
    problem(
      index < lake.grants.length ? `grants[${index}].name` : `tagGrants[${index - lake.grants.length}].name`,
      value,
      'names of grants are unique in a lake, because data cells filters are called like them',
      'rename one of the two',
    ),
  );
}

function columnProblems({ problem }: LakeSubject, grant: DataLakeGrant, index: number, table: LakeTable): Problem[] {
  const known = table.columns.map(({ name }) => name);
  if (grant.columns && grant.exceptColumns)
    return [
      problem(
        `grants[${index}].exceptColumns`,
        grant.exceptColumns,
        'a grant names the columns that are seen or those that are not, never both',
        'remove columns or exceptColumns',
      ),
    ];
  // "Cell-level security is not supported on nested columns" (Lake Formation Developer Guide, data-filtering-notes).
  const nested = [...(grant.columns ?? []), ...(grant.exceptColumns ?? [])].filter((name) => name.includes('.'));
  if (grant.rows && nested.length > 0)
    return [
      problem(
        `grants[${index}].rows`,
        grant.rows,
        `Lake Formation filters no rows where parts of a column are named (${nested.join(', ')})`,
        'name the whole column, or grant all rows',
      ),
    ];
  return (['columns', 'exceptColumns'] as const).flatMap((list) => {
    const names = grant[list] ?? [];
    const field = (at: number) => `grants[${index}].${list}[${at}]`;
    return [
      ...names.flatMap((name, at) => {
        const column = table.columns.find((each) => each.name === columnOf(name));
        if (!column) return [problem(field(at), name, `is not a column of ${table.id}`, useOneOf(name, known))];
        if (!name.includes('.')) return [];
        if (!column.type.startsWith('struct<'))
          return [problem(field(at), name, `'${column.name}' has no parts: it is no struct`, `write '${column.name}'`)];
        return name.split('.').length > nestingLimit
          ? [problem(field(at), name, `a filter goes at most ${nestingLimit} names deep`, 'name the struct around it')]
          : [];
      }),
      ...repeats(names).map(({ index: at, value }) =>
        problem(field(at), value, 'a column stands in the list once', 'remove the second mention'),
      ),
    ];
  });
}

function rowProblems({ problem }: LakeSubject, { rows }: DataLakeGrant, index: number, table: LakeTable): Problem[] {
  if (rows === undefined) return [];
  const field = `grants[${index}].rows`;
  const filter = readRowFilter(rows);
  if ('error' in filter)
    return [
      problem(field, rows, `must be a PartiQL condition: ${filter.error}`, "write it like ward = 'A' AND age > 17"),
    ];
  const known = table.columns.map(({ name }) => name);
  return filter.columns.flatMap((name) => {
    const column = table.columns.find((each) => each.name === columnOf(name));
    if (!column) return [problem(field, rows, `'${name}' is not a column of ${table.id}`, useOneOf(name, known))];
    // Lake Formation Developer Guide, data-filtering-notes.
    return /^(array|map)</.test(column.type)
      ? [problem(field, rows, `'${name}' is of the type ${column.type}, which row filters do not know`, 'leave it out')]
      : [];
  });
}

/** What becomes of two lists of columns for one principal and table AWS does not document, and the provider cannot tell them apart. */
function repeatedGrants({ lake, problem }: LakeSubject): Problem[] {
  const scopeOf = (grant: DataLakeGrant) => {
    const { table, columns, exceptColumns, rows } = grant;
    return `${table} ${needsCellsFilter(grant) ? JSON.stringify([columns, exceptColumns, rows]) : 'no filter'}`;
  };
  return givenTwice(lake.grants, scopeOf).map(({ grantIndex, index, grantee, earlier }) =>
    problem(
      `grants[${grantIndex}].to[${index}]`,
      grantee,
      `a grantee has one grant on the columns of a table, and '${earlier.name}' is the one on ${earlier.table}`,
      'put the two into one grant',
    ),
  );
}
