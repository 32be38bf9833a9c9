import { databasePrefix, type LakeTable } from '../../../forms/ai/data-lake-view';
import type { Problem } from '../../../problems/problem';
import { type LakeSubject, withinLake } from './subject';

/** Rules of databases and tables: names are unique, no object belongs to two tables, and the format knows the types. */
export const tableChecks: readonly ((subject: LakeSubject) => readonly Problem[])[] = [
  nameProblems,
  folderProblems,
  csvProblems,
];

/** Types that a query reads out of CSV; of dates and timestamps the numbers of Unix only. Athena User Guide, csv-serde. */
const csvTypes = ['string', 'boolean', 'int', 'bigint', 'double', 'date', 'timestamp'];

/** Other types deploy, and fail when the table is queried. Partition keys are in no file. */
function csvProblems({ tables, rules: { known } }: LakeSubject): readonly Problem[] {
  return tables
    .filter(({ table }) => table.format === 'csv')
    .flatMap(({ table, field }) =>
      known(
        table.columns.map(({ type }) => type),
        csvTypes,
        {
          field: (index) => `${withinLake(field)}.columns[${index}].type`,
          rule: `from CSV Athena reads only ${csvTypes.join(', ')}`,
          fix: "write 'string' and cast it in the query, or store the table as parquet",
        },
      ),
    );
}

function nameProblems({ lake, tables, rules: { unique } }: LakeSubject): readonly Problem[] {
  const once = (field: (index: number) => string, named: readonly { readonly name: string }[], rule: string) =>
    unique(
      named.map(({ name }) => name),
      { field, rule, fix: 'rename one of the two' },
    );
  return [
    ...once((index) => `databases[${index}].name`, lake.databases, 'names of databases are unique in an account'),
    ...lake.databases.flatMap(({ tables }, database) =>
      once(
        (index) => `databases[${database}].tables[${index}].name`,
        tables,
        'names of tables are unique in a database',
      ),
    ),
    ...tables.flatMap((table) =>
      once(
        (index) => columnField(table, index),
        table.columns,
        'names of columns, partition keys among them, are unique in a table',
      ),
    ),
  ];
}

/** Where a column is written, by its index among the columns and the partition keys behind them, below `ai.dataLake`. */
function columnField({ table, field }: LakeTable, index: number): string {
  const keys = index - table.columns.length;
  return `${withinLake(field)}.${keys < 0 ? `columns[${index}]` : `partitionKeys[${keys}]`}.name`;
}

function folderProblems({ lake, tables, rules }: LakeSubject): readonly Problem[] {
  const databases = lake.databases.map((database, index) => ({
    field: `databases[${index}].prefix`,
    name: database.name,
    prefix: databasePrefix(database),
  }));
  const folders = tables.map(({ id, prefix, field }) => ({ field: `${withinLake(field)}.prefix`, name: id, prefix }));
  return [
    ...overlaps(databases, rules, 'each database has a folder of its own, which is registered by itself'),
    ...overlaps(folders, rules, 'two tables over the same objects show under one name what the other hides'),
    ...tables.flatMap(({ database, prefix, field }) =>
      rules.rule(prefix.startsWith(databasePrefix(database)), {
        field: `${withinLake(field)}.prefix`,
        value: prefix,
        rule: `a table lies in the folder of its database, '${databasePrefix(database)}', which Lake Formation guards`,
        fix: 'move the table, or give it a database of its own',
      }),
    ),
  ];
}

interface Folder {
  readonly field: string;
  readonly name: string;
  readonly prefix: string;
}

function overlaps(folders: readonly Folder[], { rule: check }: LakeSubject['rules'], rule: string): readonly Problem[] {
  return folders.flatMap(({ field, name, prefix }, index) => {
    const other = folders
      .slice(0, index)
      .find((each) => each.name !== name && (each.prefix.startsWith(prefix) || prefix.startsWith(each.prefix)));
    return check(other === undefined, {
      field,
      value: prefix,
      rule,
      fix: `write a folder outside of '${other?.prefix}', which is that of ${other?.name}`,
    });
  });
}
