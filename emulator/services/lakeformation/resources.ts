import { notImplemented } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import { columnsOf, demandColumns, demandDatabase } from './catalog';
import { findFilter } from './cells-filters';
import { invalid, notFound } from './errors';
import type { LakeState } from './state';
import { lower } from './tags';

/** What a grant is about: one member of the API's Resource, with its catalog. */
export interface Target {
  readonly kind: 'Database' | 'Table' | 'TableWithColumns' | 'DataCellsFilter' | 'LFTagPolicy';
  readonly value: Json;
}

/** What may be granted on what. Source: Lake Formation Developer Guide, "lf-permissions-reference". */
const PERMISSIONS: Readonly<Record<Target['kind'], readonly string[]>> = {
  Database: ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
  Table: ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'],
  TableWithColumns: ['SELECT'],
  DataCellsFilter: ['SELECT'],
  LFTagPolicy: ['ALL', 'ALTER', 'CREATE_TABLE', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'],
};

/** Reads the resource of a request. @throws EntityNotFoundException or InvalidInputException where it is not there */
export async function readTarget(state: LakeState, call: Call): Promise<Target> {
  const [entry, ...more] = Object.entries<Json>(call.input.Resource ?? {});
  if (!entry || more.length > 0) throw invalid('Resource must have exactly one member');
  const [kind, value] = entry;
  if (!isKind(kind)) throw notImplemented('lakeformation', `permissions on ${kind}`);
  const { CatalogId = call.account } = value;
  if (CatalogId !== call.account) throw notImplemented('lakeformation', "permissions on another account's catalog");
  await demand[kind](state, call, value);
  return { kind, value: kind === 'DataCellsFilter' ? value : { CatalogId, ...value } };
}

/** @throws InvalidInputException where the resource takes no such permission */
export function demandPermissions({ kind, value }: Target, permissions: readonly string[]): void {
  const wrong = permissions.find((one) => !PERMISSIONS[kind].includes(one));
  if (wrong) throw invalid(`Permission ${wrong} cannot be granted on ${kind}`);
  if (kind === 'LFTagPolicy' && value.ResourceType === 'DATABASE' && permissions.includes('SELECT'))
    throw invalid('Permission SELECT cannot be granted on databases');
  if (permissions.length === 0) throw invalid('Permissions must not be empty');
}

const isKind = (kind: string): kind is Target['kind'] => Object.hasOwn(PERMISSIONS, kind);

const demand: Readonly<Record<Target['kind'], (state: LakeState, call: Call, value: Json) => unknown>> = {
  Database: (state, call, { Name }) => demandDatabase(state, call, Name),
  Table: (state, call, { DatabaseName, Name, TableWildcard }) => {
    if (TableWildcard) throw notImplemented('lakeformation', 'permissions on all tables');
    return columnsOf(state, call, DatabaseName, Name);
  },
  TableWithColumns: async (state, call, { DatabaseName, Name, ColumnNames, ColumnWildcard }) => {
    if ((ColumnNames === undefined) === (ColumnWildcard === undefined))
      throw invalid('Exactly one of ColumnNames and ColumnWildcard must be specified');
    const names: string[] = ColumnNames ?? ColumnWildcard.ExcludedColumnNames ?? [];
    demandColumns(await columnsOf(state, call, DatabaseName, Name), names);
    if (names.some((name) => name.includes('.'))) throw invalid('Nested columns need a data cells filter');
  },
  DataCellsFilter: (state, call, value) => findFilter(state, call, { ...value }),
  LFTagPolicy: ({ tags }, { account, region }, { Expression }) => {
    for (const { TagKey, TagValues } of Expression ?? [])
      for (const value of TagValues)
        if (!tags.get(account, region, lower(TagKey))?.has(lower(value)))
          throw notFound(`Tag or tag value does not exist: ${TagKey}=${value}`);
  },
};
