import * as fc from 'fast-check';
import { readRowFilter } from '../../../schema/checks/ai/data-lake/row-filter';

describe('a row filter', () => {
  it.each([
    ["ward = 'A'", ['ward']],
    ["ward IN ('A', 'B') AND NOT (age BETWEEN 1 AND 17)", ['ward', 'age']],
    ["home.city LIKE 'B%' OR age IS NULL", ['home.city', 'age']],
    ["name = 'O''Brien, age (17'", ['name']],
    ["upper(ward) = 'A' AND admitted > DATE '2020-01-01'", ['ward', 'admitted']],
    ['"order" >= 2.5', ['order']],
    ['CAST(age AS bigint) <> 5', ['age']],
  ])('names the columns of %s', (expression, columns) => {
    expect(readRowFilter(expression)).toEqual({ columns });
  });

  it.each([
    ["ward = 'A", "begins with 'A"],
    ['age > 17)', 'has no opening bracket'],
    ['(age > 17', 'is not closed'],
    ['age > 17; DROP TABLE x', 'begins with ;'],
    ['age IN (SELECT age FROM other)', "'SELECT' belongs to a statement"],
    ['1 = 1', 'names no column'],
    ['true', 'names no column'],
  ])('is refused where it is %s', (expression, error) => {
    expect(readRowFilter(expression)).toEqual({ error: expect.stringContaining(error) });
  });

  it('finds the column of every comparison with any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^c[a-z0-9_]{0,8}$/), fc.string(), (column, text) => {
        const literal = `'${text.replaceAll("'", "''")}'`;
        expect(readRowFilter(`cc_${column} = ${literal}`)).toEqual({ columns: [`cc_${column}`] });
      }),
    );
  });
});
