import type {
  LFTagPolicyResource,
  Permission,
  Resource,
  TableResource,
  TableWithColumnsResource,
} from '@aws-sdk/client-lakeformation';
import type { Scope } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import type { Shape } from './api';
import { columnsOf, demandColumns, demandDatabase } from './catalog';
import { findFilter } from './cells-filters';
import { invalid, notFound } from './errors';
import type { LakeState } from './state';
import { lower } from './tags';

type Kind = 'Database' | 'Table' | 'TableWithColumns' | 'DataCellsFilter' | 'LFTagPolicy';

/** What a grant is about. */
export interface Target {
  /** The one member that the resource has. */
  readonly kind: Kind;
  /** The resource of the request, with its catalog. */
  readonly resource: Shape<Resource>;
}

/** What may be granted on what. Source: Lake Formation Developer Guide, "lf-permissions-reference". */
const permissionsOn: Readonly<Record<Kind, readonly Permission[]>> = {
  Database: ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
  Table: ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'],
  TableWithColumns: ['SELECT'],
  DataCellsFilter: ['SELECT'],
  LFTagPolicy: ['ALL', 'ALTER', 'CREATE_TABLE', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'],
};

/** Reads the resource of a request. @throws EntityNotFoundException or InvalidInputException where it is not there */
export async function readTarget(
  state: LakeState,
  scope: Scope,
  resource: Shape<Resource> | undefined,
): Promise<Target> {
  const [kind, ...more] = Object.keys(resource ?? {});
  if (resource === undefined || kind === undefined || more.length > 0)
    throw invalid('Resource must have exactly one member');
  if (!isKind(kind)) throw notImplemented('lakeformation', `permissions on ${kind}`);
  const owned = withCatalog(scope, kind, resource);
  const { Database, Table, TableWithColumns, DataCellsFilter, LFTagPolicy } = owned;
  if (Database) await demandDatabase(state, scope, Database.Name);
  if (Table) await demandTable(state, scope, Table);
  if (TableWithColumns) await demandTableColumns(state, scope, TableWithColumns);
  if (DataCellsFilter) findFilter(state, scope, DataCellsFilter);
  if (LFTagPolicy) demandTags(state, scope, LFTagPolicy);
  return { kind, resource: owned };
}

/** @throws InvalidInputException where the resource takes no such permission */
export function demandPermissions({ kind, resource }: Target, permissions: readonly Permission[]): void {
  const wrong = permissions.find((one) => !permissionsOn[kind].includes(one));
  if (wrong) throw invalid(`Permission ${wrong} cannot be granted on ${kind}`);
  if (resource.LFTagPolicy?.ResourceType === 'DATABASE' && permissions.includes('SELECT'))
    throw invalid('Permission SELECT cannot be granted on databases');
  if (permissions.length === 0) throw invalid('Permissions must not be empty');
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(permissionsOn, kind);

function withCatalog({ account }: Scope, kind: Kind, resource: Shape<Resource>): Shape<Resource> {
  // A filter names its catalog by another member, and has been checked against it when it was made.
  if (kind === 'DataCellsFilter') return resource;
  const { CatalogId = account } = resource[kind] ?? {};
  if (CatalogId !== account) throw notImplemented('lakeformation', "permissions on another account's catalog");
  return { [kind]: { CatalogId, ...resource[kind] } };
}

async function demandTable(
  state: LakeState,
  scope: Scope,
  { DatabaseName, Name, TableWildcard }: Shape<TableResource>,
): Promise<void> {
  if (TableWildcard) throw notImplemented('lakeformation', 'permissions on all tables');
  await columnsOf(state, scope, DatabaseName, Name);
}

async function demandTableColumns(
  state: LakeState,
  scope: Scope,
  { DatabaseName, Name, ColumnNames, ColumnWildcard }: Shape<TableWithColumnsResource>,
): Promise<void> {
  if ((ColumnNames === undefined) === (ColumnWildcard === undefined))
    throw invalid('Exactly one of ColumnNames and ColumnWildcard must be specified');
  const names = ColumnNames ?? ColumnWildcard?.ExcludedColumnNames ?? [];
  demandColumns(await columnsOf(state, scope, DatabaseName, Name), names);
  if (names.some((name) => name.includes('.'))) throw invalid('Nested columns need a data cells filter');
}

function demandTags(
  { tags }: LakeState,
  { account, region }: Scope,
  { Expression = [] }: Shape<LFTagPolicyResource>,
): void {
  for (const { TagKey, TagValues = [] } of Expression)
    for (const value of TagValues)
      if (!tags.get(account, region, lower(TagKey))?.has(lower(value)))
        throw notFound(`Tag or tag value does not exist: ${TagKey}=${value}`);
}
