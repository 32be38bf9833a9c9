import { LakeformationDataCellsFilter } from '@cdktf/provider-aws/lib/lakeformation-data-cells-filter';
import {
  LakeformationPermissions,
  type LakeformationPermissionsConfig,
} from '@cdktf/provider-aws/lib/lakeformation-permissions';
import type { ITerraformDependable } from 'cdktf';
import { resourceNameOf } from '../../../schema/facts/organizational-units';
import type { DataLakeGrant, Grantee } from '../../../schema/forms/ai/data-lake-grants';
import { columnsTagged, needsCellsFilter, tablesOf } from '../../../schema/forms/ai/data-lake-view';
import type { Catalog } from './catalog';
import type { Lake } from './lake';

type Target = Omit<LakeformationPermissionsConfig, 'permissions' | 'principal'>;

/** Grants what the account file declares, and nothing beside it. */
export function grantLake(lake: Lake, catalog: Catalog, tagged: readonly ITerraformDependable[]): void {
  for (const grant of lake.lake.grants) {
    const target = scopeOf(lake, catalog, grant);
    for (const grantee of grant.to) permit(lake, `grant-${grant.name}`, grantee, target);
  }
  for (const { name, to, tags } of lake.lake.tagGrants) {
    const expression = Object.entries(tags).map(([key, values]) => ({ key, values: [...values] }));
    const target = { lfTagPolicy: { resourceType: 'TABLE', expression }, dependsOn: [...tagged] };
    for (const grantee of to) permit(lake, `grant-${name}`, grantee, target);
  }
  describeDatabases(lake, catalog);
}

/** SELECT; another account or OU may pass it on to its own roles, since nobody of it is named here. */
function permit({ stack, here, settings, principal }: Lake, id: string, grantee: Grantee, target: Target): void {
  new LakeformationPermissions(stack, `${id}-to-${granteeId(grantee)}`, {
    ...here.home,
    ...target,
    principal: principal(grantee),
    permissions: ['SELECT'],
    permissionsWithGrantOption: 'role' in grantee ? undefined : ['SELECT'],
    dependsOn: [settings, ...(target.dependsOn ?? [])],
  });
}

const granteeId = (grantee: Grantee): string =>
  'role' in grantee
    ? `role-${grantee.role.replace(/[^\w-]/g, '-')}`
    : 'account' in grantee
      ? `account-${grantee.account}`
      : `ou-${resourceNameOf(grantee.ou)}`;

/** The table, its columns, or a filter of its cells: the narrowest that says what the grant says. */
function scopeOf(lake: Lake, { tables }: Catalog, grant: DataLakeGrant): Target {
  const [databaseName = '', table = ''] = grant.table.split('.');
  const name = tables.get(grant.table)?.name ?? table;
  const { columns, exceptColumns } = grant;
  if (needsCellsFilter(grant)) return { dataCellsFilter: cellsFilter(lake, databaseName, name, grant) };
  if (columns) return { tableWithColumns: { databaseName, name, columnNames: [...columns] } };
  if (exceptColumns)
    return { tableWithColumns: { databaseName, name, wildcard: true, excludedColumnNames: [...exceptColumns] } };
  return { table: { databaseName, name } };
}

function cellsFilter(
  { stack, here, settings }: Lake,
  databaseName: string,
  tableName: string,
  { name, columns, exceptColumns, rows }: DataLakeGrant,
): NonNullable<Target['dataCellsFilter']> {
  const place = { databaseName, tableName, tableCatalogId: here.accountId, name };
  const filter = new LakeformationDataCellsFilter(stack, `cells-filter-${name}`, {
    ...here.home,
    tableData: [
      {
        ...place,
        ...(columns
          ? { columnNames: [...columns] }
          : { columnWildcard: [{ excludedColumnNames: exceptColumns && [...exceptColumns] }] }),
        rowFilter: [rows === undefined ? { allRowsWildcard: [{}] } : { filterExpression: rows }],
      },
    ],
    dependsOn: [settings],
  });
  return { ...place, name: filter.tableData.get(0).name };
}

/** A role that sees a table sees the database around it; other accounts see tables by resource links of their own. */
function describeDatabases({ lake, stack, here, settings, principal }: Lake, { databases }: Catalog): void {
  const tables = tablesOf(lake);
  const seen = new Set<string>();
  const see = (grantee: Grantee, database: string) => {
    const id = `describe-${database}-to-${granteeId(grantee)}`;
    if (!('role' in grantee) || seen.has(id)) return;
    seen.add(id);
    new LakeformationPermissions(stack, id, {
      ...here.home,
      principal: principal(grantee),
      permissions: ['DESCRIBE'],
      database: { name: databases.get(database)?.name ?? database },
      dependsOn: [settings],
    });
  };
  for (const { to, table } of lake.grants) for (const grantee of to) see(grantee, table.split('.')[0] ?? table);
  for (const { to, tags } of lake.tagGrants)
    for (const table of tables.filter((each) => columnsTagged(each, tags).length > 0))
      for (const grantee of to) see(grantee, table.database.name);
}
