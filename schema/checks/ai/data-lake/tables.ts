import { databasePrefix, type LakeTable } from '../../../forms/ai/data-lake-view';
import type { Problem } from '../../../problems/problem';
import { repeats } from '../../subject';
import { type LakeSubject, withinLake } from './subject';

/** Rules of databases and tables: names stand once, no object belongs to two tables, and the format knows the types. */
export function tableProblems(subject: LakeSubject): Problem[] {
  return [...nameProblems(subject), ...placeProblems(subject), ...csvProblems(subject)];
}

/** Types that a query reads out of CSV; of dates and timestamps the numbers of Unix only. Athena User Guide, csv-serde. */
const csvTypes = ['string', 'boolean', 'int', 'bigint', 'double', 'date', 'timestamp'];

/** Other types deploy, and fail when the table is asked. Partition keys stand in no file. */
const csvProblems = ({ tables, problem }: LakeSubject): Problem[] =>
  tables
    .filter(({ table }) => table.format === 'csv')
    .flatMap(({ table, field }) =>
      table.columns.flatMap(({ type }, index) =>
        csvTypes.includes(type)
          ? []
          : [
              problem(
                `${withinLake(field)}.columns[${index}].type`,
                type,
                `Athena reads out of CSV only ${csvTypes.join(', ')}`,
                "write 'string' and cast it in the query, or store the table as parquet",
              ),
            ],
      ),
    );

function nameProblems({ lake, tables, problem }: LakeSubject): Problem[] {
  const once = (field: (index: number) => string, names: readonly string[], rule: string) =>
    repeats(names).map(({ index, value }) => problem(field(index), value, rule, 'rename one of the two'));
  return [
    ...once(
      (index) => `databases[${index}].name`,
      lake.databases.map(({ name }) => name),
      'names of databases are unique in an account',
    ),
    ...lake.databases.flatMap((database, databaseIndex) =>
      once(
        (index) => `databases[${databaseIndex}].tables[${index}].name`,
        database.tables.map(({ name }) => name),
        'names of tables are unique in a database',
      ),
    ),
    ...tables.flatMap((table) =>
      once(
        (index) => columnField(table, index),
        table.columns.map(({ name }) => name),
        'names of columns, partition keys among them, are unique in a table',
      ),
    ),
  ];
}

/** Where a column stands, by its place among the columns and the partition keys behind them, below `ai.dataLake`. */
function columnField({ table, field }: LakeTable, index: number): string {
  const keys = index - table.columns.length;
  return `${withinLake(field)}.${keys < 0 ? `columns[${index}]` : `partitionKeys[${keys}]`}.name`;
}

function placeProblems({ lake, tables, problem }: LakeSubject): Problem[] {
  const databases = lake.databases.map((database, index) => ({
    field: `databases[${index}].prefix`,
    name: database.name,
    prefix: databasePrefix(database),
  }));
  const folders = tables.map(({ id, prefix, field }) => ({ field: `${withinLake(field)}.prefix`, name: id, prefix }));
  return [
    ...overlaps(databases, problem, 'each database has a folder of its own, which is registered by itself'),
    ...overlaps(folders, problem, 'two tables over the same objects show under one name what the other hides'),
    ...tables.flatMap(({ database, prefix, field }) =>
      prefix.startsWith(databasePrefix(database))
        ? []
        : [
            problem(
              `${withinLake(field)}.prefix`,
              prefix,
              `a table lies in the folder of its database, '${databasePrefix(database)}', which Lake Formation guards`,
              'move the table, or give it a database of its own',
            ),
          ],
    ),
  ];
}

interface Folder {
  readonly field: string;
  readonly name: string;
  readonly prefix: string;
}

function overlaps(folders: readonly Folder[], problem: LakeSubject['problem'], rule: string): Problem[] {
  return folders.flatMap(({ field, name, prefix }, index) => {
    const other = folders
      .slice(0, index)
      .find((each) => each.name !== name && (each.prefix.startsWith(prefix) || prefix.startsWith(each.prefix)));
    return other
      ? [problem(field, prefix, rule, `write a folder outside of '${other.prefix}', which is that of ${other.name}`)]
      : [];
  });
}
