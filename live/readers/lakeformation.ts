import {
  DescribeResourceCommand,
  GetDataCellsFilterCommand,
  GetDataLakeSettingsCommand,
  GetLFTagCommand,
  GetResourceLFTagsCommand,
  LakeFormationClient,
  type PrincipalResourcePermissions,
  paginateListPermissions,
  type Resource,
} from '@aws-sdk/client-lakeformation';
import type { Place } from '../live-aws';
import { type Attributes, block, type Reader, snake, text } from '../reader';

const settings: Reader = {
  async read(at) {
    const { DataLakeSettings: found } = await at.ask(LakeFormationClient, new GetDataLakeSettingsCommand({}));
    const principals = (each: readonly { readonly DataLakePrincipalIdentifier?: string }[] | undefined) =>
      (each ?? []).map(({ DataLakePrincipalIdentifier }) => DataLakePrincipalIdentifier);
    return {
      admins: principals(found?.DataLakeAdmins),
      read_only_admins: principals(found?.ReadOnlyAdmins),
      allow_external_data_filtering: found?.AllowExternalDataFiltering ?? false,
      allow_full_table_external_data_access: found?.AllowFullTableExternalDataAccess ?? false,
      create_database_default_permissions: snake(found?.CreateDatabaseDefaultPermissions),
      create_table_default_permissions: snake(found?.CreateTableDefaultPermissions),
      parameters: found?.Parameters,
    };
  },
};

const location: Reader = {
  async read(at, wanted) {
    const asked = new DescribeResourceCommand({ ResourceArn: text(wanted, 'arn') });
    const { ResourceInfo } = await at.ask(LakeFormationClient, asked);
    return {
      arn: ResourceInfo?.ResourceArn,
      role_arn: ResourceInfo?.RoleArn,
      hybrid_access_enabled: ResourceInfo?.HybridAccessEnabled ?? false,
    };
  },
};

const tag: Reader = {
  async read(at, wanted) {
    const found = await at.ask(LakeFormationClient, new GetLFTagCommand({ TagKey: text(wanted, 'key') }));
    return { key: found.TagKey, values: found.TagValues };
  },
};

const cellsFilter: Reader = {
  async read(at, wanted) {
    const data = block(wanted.table_data);
    const asked = new GetDataCellsFilterCommand({
      TableCatalogId: text(data, 'table_catalog_id'),
      DatabaseName: text(data, 'database_name'),
      TableName: text(data, 'table_name'),
      Name: text(data, 'name'),
    });
    const { DataCellsFilter: found } = await at.ask(LakeFormationClient, asked);
    return (
      found && {
        table_data: {
          ...(snake(found) as Attributes),
          row_filter: {
            filter_expression: found.RowFilter?.FilterExpression,
            all_rows_wildcard: found.RowFilter?.AllRowsWildcard && [{}],
          },
          column_wildcard: found.ColumnWildcard && { excluded_column_names: found.ColumnWildcard.ExcludedColumnNames },
        },
      }
    );
  },
};

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

/** Every grant of an account's catalog. */
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

const grant: Reader = {
  async read(at, wanted) {
    const on = told(resourceOf(at, wanted));
    const found = (await grantsOf(at)).filter(
      ({ Principal, Resource: resource }) =>
        Principal?.DataLakePrincipalIdentifier === wanted.principal && told(resource) === on,
    );
    if (found.length === 0) return undefined;
    return {
      principal: wanted.principal,
      permissions: [...new Set(found.flatMap(({ Permissions = [] }) => Permissions))],
      permissions_with_grant_option: [...new Set(found.flatMap((each) => each.PermissionsWithGrantOption ?? []))],
    };
  },
  also: ({ permissions_with_grant_option = [] }) => ({ permissions_with_grant_option }),
  unread: Object.fromEntries(
    ['database', 'table', 'table_with_columns', 'data_cells_filter', 'lf_tag_policy'].map((name) => [
      name,
      'a grant is found by it',
    ]),
  ),
};

const resourceTags: Reader = {
  async read(at, wanted) {
    const asked = new GetResourceLFTagsCommand({ Resource: resourceOf(at, wanted), ShowAssignedLFTags: true });
    const found = await at.ask(LakeFormationClient, asked);
    const names = block(wanted.table_with_columns).column_names;
    const tags = names
      ? (found.LFTagsOnColumns ?? [])
          .filter(({ Name }) => (names as unknown[]).includes(Name))
          .flatMap(({ LFTags = [] }) => LFTags)
      : wanted.table
        ? (found.LFTagsOnTable ?? [])
        : (found.LFTagOnDatabase ?? []);
    const pairs = tags.flatMap(({ TagKey, TagValues = [] }) => TagValues.map((value) => `${TagKey}=${value}`));
    return {
      lf_tag: [...new Set(pairs)].map((pair) => {
        const [key, ...value] = pair.split('=');
        return { key, value: value.join('=') };
      }),
    };
  },
  unread: Object.fromEntries(['database', 'table', 'table_with_columns'].map((name) => [name, 'tags are asked of it'])),
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_lakeformation_data_lake_settings: settings,
  aws_lakeformation_resource: location,
  aws_lakeformation_lf_tag: tag,
  aws_lakeformation_data_cells_filter: cellsFilter,
  aws_lakeformation_permissions: grant,
  aws_lakeformation_resource_lf_tags: resourceTags,
};
