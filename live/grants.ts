import {
  GetDataLakeSettingsCommand,
  LakeFormationClient,
  type PrincipalResourcePermissions,
  paginateListPermissions,
  type Resource,
} from '@aws-sdk/client-lakeformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Place } from './live-aws';
import { type Attributes, block, text } from './reader';

/** What a grant or a tag is on, as Lake Formation names it. */
export function resourceOf(at: Pick<Place, 'account'>, wanted: Attributes): Resource {
  const CatalogId = at.account;
  const [database, table, columns] = [block(wanted.database), block(wanted.table), block(wanted.table_with_columns)];
  const [cells, policy] = [block(wanted.data_cells_filter), block(wanted.lf_tag_policy)];
  const list = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);
  const excluded = list(columns.excluded_column_names);
  if (database.name) return { Database: { CatalogId, Name: text(database, 'name') } };
  if (table.database_name)
    return {
      Table: {
        CatalogId,
        DatabaseName: text(table, 'database_name'),
        ...(table.wildcard ? { TableWildcard: {} } : { Name: text(table, 'name') }),
      },
    };
  if (columns.database_name)
    return {
      TableWithColumns: {
        CatalogId,
        DatabaseName: text(columns, 'database_name'),
        Name: text(columns, 'name'),
        ...(columns.wildcard || excluded
          ? { ColumnWildcard: excluded && { ExcludedColumnNames: excluded } }
          : { ColumnNames: list(columns.column_names) }),
      },
    };
  if (cells.name)
    return {
      DataCellsFilter: {
        TableCatalogId: text(cells, 'table_catalog_id'),
        DatabaseName: text(cells, 'database_name'),
        TableName: text(cells, 'table_name'),
        Name: text(cells, 'name'),
      },
    };
  const expression = Array.isArray(policy.expression) ? policy.expression : [policy.expression];
  return {
    LFTagPolicy: {
      CatalogId,
      ResourceType: policy.resource_type as 'TABLE',
      Expression: (expression as Attributes[]).map(({ key, values }) => ({
        TagKey: String(key),
        TagValues: list(values) ?? [],
      })),
    },
  };
}

/**
 * Whoever administers no data lake is shown only grants that are its own or that it may give: that none is seen says nothing then. Source: Lake
 * Formation Developer Guide, "Viewing database and table permissions".
 *
 * @throws Error where the caller is no administrator, read-only or not
 */
export async function checkSeesAllGrants(at: Place): Promise<void> {
  const { DataLakeSettings: settings } = await at.ask(LakeFormationClient, new GetDataLakeSettingsCommand({}));
  const { Arn: caller = '' } = await at.ask(STSClient, new GetCallerIdentityCommand({}));
  const admins = [...(settings?.DataLakeAdmins ?? []), ...(settings?.ReadOnlyAdmins ?? [])];
  // A session has the name of its role, without the path.
  const role = /:assumed-role\/([^/]+)\//.exec(caller)?.[1];
  const isCaller = (admin: string): boolean =>
    admin === caller || (role !== undefined && /:role\/(?:.*\/)?([^/]+)$/.exec(admin)?.[1] === role);
  if (admins.some(({ DataLakePrincipalIdentifier: admin = '' }) => isCaller(admin))) return;
  throw new Error(
    `${caller} does not administer the data lake, so that Lake Formation shows it only some of the grants`,
  );
}

/** Every grant of an account's catalog that the caller may see. */
export async function grantsOf(at: Place): Promise<readonly PrincipalResourcePermissions[]> {
  const pages = await at.pages(LakeFormationClient, paginateListPermissions, {});
  return pages.flatMap(({ PrincipalResourcePermissions = [] }) => PrincipalResourcePermissions);
}

/** A resource as text: names of catalogs left out, lists in one order, and all columns of a table as the table, as AWS mixes them. */
export function told(resource: Resource | undefined): string {
  const { DatabaseName, Name, ColumnWildcard } = resource?.TableWithColumns ?? {};
  const isWhole = ColumnWildcard !== undefined && !ColumnWildcard.ExcludedColumnNames?.length;
  return inOrder(isWhole ? { Table: { DatabaseName, Name } } : resource);
}

const inOrder = (resource: unknown): string =>
  JSON.stringify(resource, (key, value) => {
    if (/CatalogId$/.test(key) || (Array.isArray(value) && value.length === 0)) return undefined;
    if (Array.isArray(value))
      return value.map((each) => (typeof each === 'string' ? each : JSON.parse(inOrder(each)))).sort();
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    return value;
  });
