import { fieldsOf } from '../../facts/struct-type';
import { permissionSetRole } from '../trustees';
import type { DataLake } from './data-lake';
import type { DataLakeGrant, Grantee } from './data-lake-grants';
import type { Column, Database, Table } from './data-lake-tables';

/** A table as grants name it, with what it has from its database. */
export interface LakeTable {
  /** `database.table`. */
  readonly id: string;
  readonly database: Database;
  readonly table: Table;
  /** Those of the data and those of the partitions. */
  readonly columns: readonly Column[];
  /** Folder in the training bucket, with the slash at its end. */
  readonly prefix: string;
  /** Where in the account file: `ai.dataLake.databases[0].tables[1]`. */
  readonly field: string;
}

/** The databases that the landing zone makes. */
export const ownDatabases = ({ databases }: DataLake): readonly Database[] =>
  databases.filter(({ existing }) => !existing);

/** How a role of the lake is called in its ARN, where `*` and `?` stand for what AWS makes up. */
export const lakeRolePattern = ({ roles }: DataLake, name: string): string => {
  const permissionSet = roles.find((role) => role.name === name)?.permissionSet;
  return permissionSet === undefined ? name : permissionSetRole(permissionSet);
};

/** Folder of a database in the training bucket, with the slash at its end. */
export const databasePrefix = ({ name, prefix }: Database): string => prefix ?? `${name}/`;

/** Every table of the lake. */
export const tablesOf = ({ databases }: DataLake): LakeTable[] =>
  databases.flatMap((database, databaseIndex) =>
    database.tables.map((table, tableIndex) => ({
      id: `${database.name}.${table.name}`,
      database,
      table,
      columns: [...table.columns, ...table.partitionKeys],
      prefix: table.prefix ?? `${databasePrefix(database)}${table.name}/`,
      field: `ai.dataLake.databases[${databaseIndex}].tables[${tableIndex}]`,
    })),
  );

/** The column that a name leads to: `address` of `address.city`. */
export const columnOf = (name: string): string => name.split('.')[0] ?? name;

/** Columns of the table that a grant lets see, in whole or in part. */
export function seenColumns({ columns, exceptColumns }: DataLakeGrant, table: LakeTable): Column[] {
  const named = columns?.map(columnOf);
  return table.columns.filter(({ name }) => (named ? named.includes(name) : !exceptColumns?.includes(name)));
}

/** What a grant lets see, by names that Lake Formation takes: whole columns, and of a struct that is seen in part those parts. */
export function seenNames({ columns, exceptColumns = [] }: DataLakeGrant, table: LakeTable): readonly string[] {
  if (columns) return columns;
  const seen = (path: string, type: string): readonly string[] => {
    if (exceptColumns.includes(path)) return [];
    if (!exceptColumns.some((name) => name.startsWith(`${path}.`))) return [path];
    return fieldsOf(type).flatMap((field) => seen(`${path}.${field.name}`, field.type));
  };
  return table.columns.flatMap(({ name, type }) => seen(name, type));
}

/** LF-tags of a column: its own, then those of the table, then those of the database. */
const tagsOfColumn = ({ database, table }: LakeTable, column: Column): Readonly<Record<string, string>> => ({
  ...database.tags,
  ...table.tags,
  ...column.tags,
});

/** Columns whose LF-tags have one of the values for each key. */
export const columnsTagged = (table: LakeTable, expression: Readonly<Record<string, readonly string[]>>): Column[] =>
  table.columns.filter((column) => {
    const tags = tagsOfColumn(table, column);
    return Object.entries(expression).every(([key, values]) => values.includes(tags[key] ?? ''));
  });

/**
 * Whether the grant needs a data cells filter: for rows, for a part of a struct, which a column list cannot name, and for exceptions
 * that leave the account. SELECT that may be passed on takes a list of columns, none of exceptions. Lake Formation Developer Guide,
 * data-filtering-notes.
 */
export const needsCellsFilter = ({ to, columns = [], exceptColumns = [], rows }: DataLakeGrant): boolean =>
  rows !== undefined ||
  [...columns, ...exceptColumns].some((name) => name.includes('.')) ||
  (exceptColumns.length > 0 && leavesAccount(to));

/** Who receives a grant, in a word that tells each from the others: `role Trainer`. */
export const granteeName = (grantee: Grantee): string =>
  'role' in grantee ? `role ${grantee.role}` : 'account' in grantee ? `account ${grantee.account}` : `OU ${grantee.ou}`;

/** Whether a grant of the lake leaves the account: RAM has to share within the organization then. */
export const sharesData = ({ grants, tagGrants }: DataLake): boolean =>
  [...grants, ...tagGrants].some(({ to }) => leavesAccount(to));

const leavesAccount = (to: readonly Grantee[]): boolean => to.some((grantee) => !('role' in grantee));
