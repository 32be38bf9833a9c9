import type { Column, GetTableResponse } from '@aws-sdk/client-glue';
import type { Scope } from '../../toolkit/call';
import { jsonCall } from '../../toolkit/json-call';
import type { Shape } from './api';
import { invalid, notFound } from './errors';
import type { LakeState } from './state';

/** Names in a nested column. AWS Lake Formation API Reference, DataCellsFilter. */
const deepest = 5;

/** @throws EntityNotFoundException where the Data Catalog has no such database */
export async function demandDatabase(state: LakeState, scope: Scope, name: string | undefined): Promise<void> {
  if (!(await askGlue(state, scope, 'GetDatabase', { Name: name }))) throw notFound(`Database not found: ${name}`);
}

/** The columns of a table, partition keys among them. @throws EntityNotFoundException where the catalog has no such table */
export async function columnsOf(
  state: LakeState,
  scope: Scope,
  database: string | undefined,
  table: string | undefined,
): Promise<readonly Shape<Column>[]> {
  const input = { DatabaseName: database, Name: table };
  const answer = await askGlue<GetTableResponse>(state, scope, 'GetTable', input);
  if (!answer) throw notFound(`Table not found: ${database}.${table}`);
  const { StorageDescriptor, PartitionKeys = [] } = answer.Table ?? {};
  return [...(StorageDescriptor?.Columns ?? []), ...PartitionKeys];
}

/** @throws InvalidInputException where a name is no column, or goes deeper than a struct does */
export function demandColumns(columns: readonly Shape<Column>[], names: readonly string[]): void {
  for (const name of names) {
    const parts = name.split('.');
    const column = columns.find(({ Name }) => Name === parts[0]);
    if (!column) throw invalid(`cannot grant/revoke permission on non-existent column ${name}`);
    if (parts.length > deepest) throw invalid(`${name} is nested deeper than ${deepest} levels`);
    if (parts.length > 1 && !column.Type?.startsWith('struct<')) throw invalid(`${parts[0]} is not a struct`);
  }
}

async function askGlue<Answer>(
  { world }: LakeState,
  { account, region }: Scope,
  operation: string,
  input: object,
): Promise<Shape<Answer> | undefined> {
  const place = { account, region, service: 'glue' };
  const { status, body } = await world.moto.request({ ...place, ...jsonCall(`AWSGlue.${operation}`, input) });
  return status === 200 ? JSON.parse(body) : undefined;
}
