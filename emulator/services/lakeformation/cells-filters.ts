import type { DataCellsFilter, DataCellsFilterResource } from '@aws-sdk/client-lakeformation';
import type { Scope } from '../../toolkit/call';
import { page } from '../../toolkit/pages';
import type { LakeOperations, Shape } from './api';
import { columnsOf, demandColumns } from './catalog';
import { alreadyExists, invalid, notFound } from './errors';
import { paging } from './paging';
import { columnsOfRowFilter, RowFilterError } from './row-filter';
import type { LakeState } from './state';

/** Data cells filters: some columns of some rows of a table, under a name that can be granted. */
export const cellsFilterOperations = (state: LakeState): LakeOperations => ({
  CreateDataCellsFilter: async (call) => {
    const filter = await checked(state, call, call.input.TableData);
    if (tryFilter(state, call, filter)) throw alreadyExists(`Data cells filter already exists: ${filter.Name}`);
    state.filters.set({ ...filter, VersionId: '1' }, ...keyOf(call, filter));
    return {};
  },
  UpdateDataCellsFilter: async (call) => {
    const filter = await checked(state, call, call.input.TableData);
    const { VersionId } = findFilter(state, call, filter);
    state.filters.set({ ...filter, VersionId: String(Number(VersionId) + 1) }, ...keyOf(call, filter));
    return {};
  },
  DeleteDataCellsFilter: (call) => {
    state.filters.delete(...keyOf(call, findFilter(state, call, call.input)));
    return {};
  },
});

/** Data cells filters as they are read. */
export const cellsFilterReads = (state: LakeState): LakeOperations => ({
  GetDataCellsFilter: (call) => ({ DataCellsFilter: findFilter(state, call, call.input) }),
  ListDataCellsFilter: ({ account, region, input: { Table = {}, MaxResults, NextToken } }) => {
    const { DatabaseName, Name } = Table;
    const filters = state.filters
      .list(account, region)
      .filter(
        (filter) =>
          [undefined, filter.DatabaseName].includes(DatabaseName) && [undefined, filter.TableName].includes(Name),
      );
    const { items, next } = page(filters, { size: MaxResults, token: NextToken }, paging);
    return { DataCellsFilters: items, NextToken: next };
  },
});

/** What names a filter in the catalog of an account. */
type Named = Omit<Shape<DataCellsFilterResource>, 'TableCatalogId'>;

/** @throws EntityNotFoundException where the table has no filter of this name */
export function findFilter(state: LakeState, scope: Scope, named: Named): Shape<DataCellsFilter> {
  const filter = tryFilter(state, scope, named);
  if (!filter) throw notFound(`Data cells filter not found: ${named.Name}`);
  return filter;
}

const tryFilter = (state: LakeState, scope: Scope, named: Named): Shape<DataCellsFilter> | undefined =>
  state.filters.get(...keyOf(scope, named));

const keyOf = (
  { account, region }: Scope,
  { DatabaseName = '', TableName = '', Name = '' }: Named,
): readonly [string, ...string[]] => [account, region, DatabaseName, TableName, Name];

async function checked(
  state: LakeState,
  scope: Scope,
  given: Partial<Shape<DataCellsFilter>> = {},
): Promise<Shape<DataCellsFilter>> {
  const { TableCatalogId, DatabaseName, TableName, Name, ColumnNames, ColumnWildcard, RowFilter } = given;
  if (TableCatalogId !== scope.account) throw invalid('TableCatalogId must be the account of the table');
  const columns = await columnsOf(state, scope, DatabaseName, TableName);
  if ((ColumnNames === undefined) === (ColumnWildcard === undefined))
    throw invalid('Exactly one of ColumnNames and ColumnWildcard must be specified');
  demandColumns(columns, ColumnNames ?? ColumnWildcard?.ExcludedColumnNames ?? []);
  const { FilterExpression, AllRowsWildcard } = RowFilter ?? {};
  if (!FilterExpression === !AllRowsWildcard)
    throw invalid('Exactly one of FilterExpression and AllRowsWildcard must be specified');
  if (FilterExpression) demandColumns(columns, filteredBy(FilterExpression));
  return { TableCatalogId, DatabaseName, TableName, Name, ColumnNames, ColumnWildcard, RowFilter };
}

function filteredBy(expression: string): readonly string[] {
  try {
    return columnsOfRowFilter(expression);
  } catch (error) {
    throw error instanceof RowFilterError ? invalid(`Invalid filter expression: ${error.message}`) : error;
  }
}
