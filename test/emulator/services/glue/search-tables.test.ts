import { glue } from '../../../../emulator/services/glue';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const tables: Readonly<Record<string, readonly object[]>> = {
  lake: [
    { Name: 'patients', DatabaseName: 'lake', Description: 'Who was treated', Owner: 'ml' },
    { Name: 'Patients-old', DatabaseName: 'lake' },
  ],
  audit: [{ Name: 'trails', DatabaseName: 'audit', Description: 'Calls of patients', Owner: 'security' }],
};

/** Glue over a moto with two databases. */
function setUp() {
  const world = fakeWorld({
    moto: ({ headers = {}, body = '' }) => ({
      status: 200,
      body: JSON.stringify(
        headers['x-amz-target'] === 'AWSGlue.GetDatabases'
          ? { DatabaseList: Object.keys(tables).map((Name) => ({ Name })) }
          : { TableList: tables[JSON.parse(body).DatabaseName] },
      ),
    }),
  });
  const call = callOf(glue(world));
  const names = async (input: object = {}) =>
    (await call('SearchTables', input)).TableList.map(({ Name }: { Name: string }) => Name);
  return { call, names };
}

describe('the search of tables', () => {
  it('finds all of them in every database where nothing is asked for', async () => {
    expect(await setUp().names()).toEqual(['patients', 'Patients-old', 'trails']);
  });

  it('finds text in names and descriptions, and what is in quotes as a whole', async () => {
    const { names } = setUp();
    expect(await names({ SearchText: 'patients' })).toEqual(['patients', 'Patients-old', 'trails']);
    expect(await names({ SearchText: '"patients"' })).toEqual(['patients']);
    expect(await names({ SearchText: 'nobody' })).toEqual([]);
  });

  it('finds by members of a table', async () => {
    const { names } = setUp();
    const owner = { Key: 'Owner', Value: 'ml' };
    expect(await names({ Filters: [owner, { Key: 'DatabaseName', Value: 'lake' }] })).toEqual(['patients']);
    expect(await names({ Filters: [owner, { Key: 'DatabaseName', Value: 'audit' }] })).toEqual([]);
  });

  it('comes in pages', async () => {
    const { call, names } = setUp();
    const { TableList, NextToken } = await call('SearchTables', { MaxResults: 2 });
    expect(TableList).toHaveLength(2);
    expect(await names({ NextToken })).toEqual(['trails']);
    for (const input of [{ MaxResults: 1001 }, { NextToken: 'x' }])
      await expect(names(input)).rejects.toEqual(refusal('InvalidInputException'));
  });

  it('is not done in an order, by time or elsewhere', async () => {
    const { names } = setUp();
    for (const input of [
      { SortCriteria: [{ FieldName: 'Name' }] },
      { Filters: [{ Key: 'UpdateTime', Value: '0', Comparator: 'GREATER_THAN' }] },
      { CatalogId: '222222222222' },
    ])
      await expect(names(input)).rejects.toEqual(refusal('NotImplementedException'));
  });
});

test('what moto does not answer is no empty catalog', async () => {
  const call = callOf(glue(fakeWorld({ moto: () => ({ status: 500, body: 'oops' }) })));
  await expect(call('SearchTables')).rejects.toThrow('moto did not answer GetDatabases: oops');
});
