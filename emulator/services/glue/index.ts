import type { Glue, Table } from '@aws-sdk/client-glue';
import type { Scope } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import type { CallOf, Operations, Wire } from '../../toolkit/operations';
import { type Paging, page } from '../../toolkit/pages';
import type { JsonService } from '../../toolkit/service';
import type { World } from '../../world';
import { askGlue } from './ask';
import { invalidInput } from './errors';

/** What moto lacks of the Data Catalog: the search of its tables; moto answers the rest. */
export function glue(world: World): JsonService & { leftovers(): [] } {
  const operations: Operations<Glue> = { SearchTables: (call) => search(world, call) };
  return { protocol: 'json', name: 'glue', operations, leftovers: () => [] };
}

type Found = Wire<Table, number>;

async function search({ moto }: World, call: CallOf<Glue, 'SearchTables'>) {
  const { CatalogId, Filters = [], SearchText, SortCriteria, MaxResults, NextToken } = call.input;
  if (SortCriteria?.length || Filters.some(({ Comparator }) => Comparator !== undefined && Comparator !== 'EQUALS'))
    throw notImplemented('glue', 'SearchTables in an order or by time');
  if (CatalogId !== undefined && CatalogId !== call.account)
    throw notImplemented('glue', "SearchTables in another account's catalog");
  const found = (await tablesIn(moto, call))
    .filter((table) => isMeant(table, SearchText))
    .filter((table) => Filters.every(({ Key, Value }) => String(table[Key as keyof Found]) === Value));
  const { items, next } = page(found, { size: MaxResults, token: NextToken }, paging);
  return { TableList: items, NextToken: next };
}

/** Source: Glue API Reference, SearchTables. */
const paging: Paging = {
  usual: 1000,
  most: 1000,
  refuseSize: () => invalidInput('MaxResults must be between 1 and 1000.'),
  refuseToken: () => invalidInput('NextToken is not valid.'),
};

async function tablesIn(moto: World['moto'], scope: Scope): Promise<readonly Found[]> {
  const { DatabaseList = [] } = await askGlue<'GetDatabases'>(moto, scope, 'GetDatabases', {});
  const lists = await Promise.all(
    DatabaseList.map(({ Name }) => askGlue<'GetTables'>(moto, scope, 'GetTables', { DatabaseName: Name })),
  );
  return lists.flatMap(({ TableList = [] }) => TableList);
}

/** Text in quotes is the whole of a name or a description, other text a part of it. */
function isMeant({ Name, Description }: Found, text: string | undefined): boolean {
  if (!text) return true;
  const whole = /^"(.*)"$/.exec(text)?.[1];
  return [Name, Description].some((each = '') =>
    whole === undefined ? each.toLowerCase().includes(text.toLowerCase()) : each === whole,
  );
}
