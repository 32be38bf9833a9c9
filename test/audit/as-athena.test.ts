import { withEvents } from '../../cli/audit/files/with-events';
import { jsonOf } from '../../cli/audit/output';
import { resources, smallZone, synthOne } from '../support/synth';

jest.setTimeout(60_000);

const asked = (sql: string) =>
  withEvents(
    [],
    () => undefined,
    async ({ ask }) => Object.values(jsonOf(await ask(sql, []))[0] ?? {}),
  );

describe('the engine for files', () => {
  it('has the tables and the columns that Glue is told of, in their order', async () => {
    const tables = Object.values(resources(synthOne(smallZone(), 'security'), 'aws_glue_catalog_table'));
    expect(tables).toHaveLength(2);
    for (const { name, storage_descriptor, partition_keys } of tables) {
      const columns = await withEvents(
        [],
        () => undefined,
        ({ ask }) => ask(`SELECT * FROM ${name}`, []),
      );
      expect(columns.columns.map((column) => column.name.toLowerCase())).toEqual(
        [...storage_descriptor.columns, ...partition_keys].map((column: { readonly name: string }) => column.name),
      );
    }
  });

  it.each([
    ['a scalar of JSON as text', `json_extract_scalar('{"a":{"b":1.5}}', '$.a.b')`, '1.5'],
    ['a field whose name is in brackets', `json_extract_scalar('{"x-a":"b"}', '$["x-a"]')`, 'b'],
    ['NULL for an object of JSON', `json_extract_scalar('{"a":{"b":1}}', '$.a')`, null],
    ['NULL for a null of JSON', `json_extract_scalar('{"a":null}', '$.a')`, null],
    ['NULL where a pattern does not match', `regexp_extract('abc', '(x)', 1)`, null],
    ['every match replaced', `regexp_replace('a1b2', '(\\d)', '<$1>')`, 'a<1>b<2>'],
    ['whole numbers for a division of whole numbers', '7 / 2', 3],
    [
      'days as CloudTrail writes them',
      `date_format(date_parse('2026/03/01', '%Y/%m/%d') - INTERVAL '1' DAY, '%Y/%m/%d')`,
      '2026/02/28',
    ],
    ['a sum as a number', 'sum(n) FROM (VALUES (1), (2)) AS t (n)', 3],
    ['NULL behind everything, in whatever order', 'n FROM (VALUES (1), (NULL)) AS t (n) ORDER BY n DESC', 1],
  ])('answers %s, as Trino does', async (_what, sql, value) => {
    expect(await asked(`SELECT ${sql}`)).toEqual([value]);
  });

  it('lets a query see no file beside the events', async () => {
    await expect(asked("SELECT * FROM read_text('package.json')")).rejects.toThrow('disabled');
    await expect(asked("COPY (SELECT 1) TO 'stolen.csv'")).rejects.toThrow('disabled');
  });
});
