import {
  DescribeResourceCommand,
  GetDataCellsFilterCommand,
  GetDataLakeSettingsCommand,
  GetLFTagCommand,
  GetResourceLFTagsCommand,
  LakeFormationClient,
} from '@aws-sdk/client-lakeformation';
import { checkSeesAllGrants, grantsOf, resourceOf, told } from '../grants';
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

const grant: Reader = {
  async read(at, wanted) {
    const on = told(resourceOf(at, wanted));
    const found = (await grantsOf(at)).filter(
      ({ Principal, Resource: resource }) =>
        Principal?.DataLakePrincipalIdentifier === wanted.principal && told(resource) === on,
    );
    if (found.length === 0) return checkSeesAllGrants(at).then(() => undefined);
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
