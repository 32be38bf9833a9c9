import { LakeformationDataCellsFilter } from '@cdktf/provider-aws/lib/lakeformation-data-cells-filter';
import {
  LakeformationPermissions,
  type LakeformationPermissionsConfig,
} from '@cdktf/provider-aws/lib/lakeformation-permissions';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { resourceNameOf } from '../../../schema/facts/organizational-units';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import type { DataLakeGrant, Grantee } from '../../../schema/forms/ai/data-lake-grants';
import { columnsTagged, needsCellsFilter, seenNames, tablesOf } from '../../../schema/forms/ai/data-lake-view';
import { around, type DistinctId, dashedId } from '../../kernel/distinct-id';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { move, moveDistinct } from '../../kernel/state-moves';
import type { Catalog } from './catalog';
import type { LakeSettings } from './lake-settings';

type Renamable = Pick<DataLakeGrant, 'name' | 'formerly'>;

type Target = Omit<LakeformationPermissionsConfig, 'permissions' | 'principal'>;

export interface GrantsProps {
  readonly lake: DataLake;
  readonly catalog: Catalog;
  /** Nobody may grant before. */
  readonly settings: LakeSettings;
  /** What a grant by tag waits for. */
  readonly tagged: readonly ITerraformDependable[];
  /** A grantee as Lake Formation names it: the ARN of a role or an OU, or twelve digits. */
  readonly principal: (grantee: Grantee) => string;
}

/** Grants what the account file declares, and nothing beside it. */
export class Grants extends Part {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GrantsProps,
  ) {
    super(scope, id);
    const { lake, tagged } = props;
    for (const grant of lake.grants) {
      const target = this.scopeOf(grant);
      for (const grantee of grant.to) this.permit(grant, grantee, target);
    }
    for (const grant of lake.tagGrants) {
      const expression = Object.entries(grant.tags).map(([key, values]) => ({ key, values: [...values] }));
      const target = { lfTagPolicy: { resourceType: 'TABLE', expression }, dependsOn: [...tagged] };
      for (const grantee of grant.to) this.permit(grant, grantee, target);
    }
    this.describeDatabases();
  }

  /** SELECT; another account or OU may pass it on to its own roles, since nobody of it is named here. */
  private permit({ name, formerly }: Renamable, grantee: Grantee, target: Target): void {
    const { settings, principal } = this.props;
    const idOf = (grant: string) => around(`grant-${grant}-to-`, granteeId(grantee));
    const permission = new LakeformationPermissions(this, idOf(name).id, {
      ...LandingZoneStack.of(this).here.home,
      ...target,
      principal: principal(grantee),
      permissions: ['SELECT'],
      permissionsWithGrantOption: 'role' in grantee ? undefined : ['SELECT'],
      dependsOn: [settings, ...(target.dependsOn ?? [])],
    });
    moveDistinct(permission, idOf(name), formerly === undefined ? undefined : idOf(formerly));
  }

  /** The table, its columns, or a filter of its cells: the narrowest that says what the grant says. */
  private scopeOf(grant: DataLakeGrant): Target {
    const [databaseName = ''] = grant.table.split('.');
    const name = this.props.catalog.tableName(grant.table);
    const { columns, exceptColumns } = grant;
    const table = tablesOf(this.props.lake).find(({ id }) => id === grant.table);
    if (table && needsCellsFilter(grant))
      return { dataCellsFilter: this.cellsFilter(databaseName, name, grant, seenNames(grant, table)) };
    if (columns) return { tableWithColumns: { databaseName, name, columnNames: [...columns] } };
    if (exceptColumns)
      return { tableWithColumns: { databaseName, name, wildcard: true, excludedColumnNames: [...exceptColumns] } };
    return { table: { databaseName, name } };
  }

  private cellsFilter(
    databaseName: string,
    tableName: string,
    { name, formerly, rows }: DataLakeGrant,
    columns: readonly string[],
  ): NonNullable<Target['dataCellsFilter']> {
    const { here } = LandingZoneStack.of(this);
    const cells = { databaseName, tableName, tableCatalogId: here.id, name };
    const filter = new LakeformationDataCellsFilter(this, `cells-filter-${name}`, {
      ...here.home,
      tableData: [
        {
          ...cells,
          // Never a wildcard: AWS may answer it with an empty list of exceptions, on which AWS provider 5.100 fails, and it shows columns
          // that the account's file does not know.
          columnNames: [...columns],
          rowFilter: [rows === undefined ? { allRowsWildcard: [{}] } : { filterExpression: rows }],
        },
      ],
      dependsOn: [this.props.settings],
      // Another name would be another filter, which replaces this one and its permissions.
      lifecycle: formerly === undefined ? undefined : { ignoreChanges: ['table_data[0].name'] },
    });
    if (formerly !== undefined) move(filter, `cells-filter-${formerly}`);
    return { ...cells, name: filter.tableData.get(0).name };
  }

  /** A role that sees a table sees the database around it; other accounts see tables by resource links of their own. */
  private describeDatabases(): void {
    const { lake, catalog, settings, principal } = this.props;
    for (const { id, database, grantee } of seenDatabases(lake)) {
      const permission = new LakeformationPermissions(this, id.id, {
        ...LandingZoneStack.of(this).here.home,
        principal: principal(grantee),
        permissions: ['DESCRIBE'],
        database: { name: catalog.databaseName(database) },
        dependsOn: [settings],
      });
      moveDistinct(permission, id);
    }
  }
}

interface SeenDatabase {
  readonly id: DistinctId;
  readonly database: string;
  readonly grantee: Grantee;
}

/** Each database with each role that is granted something in it, once. */
function seenDatabases(lake: DataLake): readonly SeenDatabase[] {
  const byTable = lake.grants.map(({ to, table }) => ({ to, databases: [table.split('.')[0] ?? table] }));
  const byTag = lake.tagGrants.map(({ to, tags }) => ({
    to,
    databases: tablesOf(lake)
      .filter((table) => columnsTagged(table, tags).length > 0)
      .map(({ database }) => database.name),
  }));
  const seen = [...byTable, ...byTag].flatMap(({ to, databases }) =>
    databases.flatMap((database) =>
      to
        .filter((grantee) => 'role' in grantee)
        .map((grantee) => ({ id: around(`describe-${database}-to-`, granteeId(grantee)), database, grantee })),
    ),
  );
  return [...new Map(seen.map((each) => [each.id.id, each])).values()];
}

/** Names of accounts are short as they are, and OUs differ in what is left of them. */
const granteeId = (grantee: Grantee): DistinctId => {
  if ('role' in grantee) return around('role-', dashedId(grantee.role));
  const id = 'account' in grantee ? `account-${grantee.account}` : `ou-${resourceNameOf(grantee.ou)}`;
  return { id, short: id };
};
