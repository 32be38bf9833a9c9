import type { Call, Json, Route } from '../../toolkit/untyped';
import { columnsOf, demandColumns } from './catalog';
import { alreadyExists, invalid, notFound } from './errors';
import { columnsOfRowFilter, RowFilterError } from './row-filter';
import { type LakeState, route } from './state';

/** Data cells filters: some columns of some rows of a table, under a name that can be granted. */
export function cellsFilterRoutes(state: LakeState): Route[] {
  const managed = (operation: string, handle: (call: Call) => Json | Promise<Json>) =>
    route(operation, (call) => {
      state.demandAdministrator(call);
      return handle(call);
    });
  return [
    managed('CreateDataCellsFilter', async (call) => {
      const filter = await checked(state, call);
      if (tryFilter(state, call, filter)) throw alreadyExists(`Data cells filter already exists: ${filter.Name}`);
      state.filters.set({ ...filter, VersionId: '1' }, ...keyOf(call, filter));
      return {};
    }),
    managed('UpdateDataCellsFilter', async (call) => {
      const filter = await checked(state, call);
      const { VersionId } = findFilter(state, call, filter);
      state.filters.set({ ...filter, VersionId: String(Number(VersionId) + 1) }, ...keyOf(call, filter));
      return {};
    }),
    managed('DeleteDataCellsFilter', (call) => {
      state.filters.delete(...keyOf(call, findFilter(state, call, call.input)));
      return {};
    }),
    route('GetDataCellsFilter', (call) => ({ DataCellsFilter: findFilter(state, call, call.input) })),
  ];
}

/** @throws EntityNotFoundException where the table has no filter of this name */
export function findFilter(state: LakeState, call: Call, named: Json): Json {
  const filter = tryFilter(state, call, named);
  if (!filter) throw notFound(`Data cells filter not found: ${named.Name}`);
  return filter;
}

const tryFilter = (state: LakeState, call: Call, named: Json): Json | undefined =>
  state.filters.get(...keyOf(call, named));

const keyOf = ({ account, region }: Call, { DatabaseName, TableName, Name }: Json): string[] => [
  account,
  region,
  DatabaseName,
  TableName,
  Name,
];

async function checked(state: LakeState, call: Call): Promise<Json> {
  const { VersionId: _, ...filter }: Json = call.input.TableData ?? {};
  const { TableCatalogId, DatabaseName, TableName, ColumnNames, ColumnWildcard, RowFilter } = filter;
  if (TableCatalogId !== call.account) throw invalid('TableCatalogId must be the account of the table');
  const columns = await columnsOf(state, call, DatabaseName, TableName);
  if ((ColumnNames === undefined) === (ColumnWildcard === undefined))
    throw invalid('Exactly one of ColumnNames and ColumnWildcard must be specified');
  demandColumns(columns, ColumnNames ?? ColumnWildcard.ExcludedColumnNames ?? []);
  const { FilterExpression, AllRowsWildcard } = RowFilter ?? {};
  if (!FilterExpression === !AllRowsWildcard)
    throw invalid('Exactly one of FilterExpression and AllRowsWildcard must be specified');
  if (FilterExpression) demandColumns(columns, filteredBy(FilterExpression));
  return filter;
}

function filteredBy(expression: string): readonly string[] {
  try {
    return columnsOfRowFilter(expression);
  } catch (error) {
    throw error instanceof RowFilterError ? invalid(`Invalid filter expression: ${error.message}`) : error;
  }
}
