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
    ['age NOT IN (1, -2) AND NOT ward IS NOT NULL', ['age', 'ward']],
    ["ward NOT LIKE 'a!%' ESCAPE '!' OR (age + 1) * 2 > -(3)", ['ward', 'age']],
    ["admitted > TIMESTAMP '2020-01-01 00:00:00' AND now() > admitted", ['admitted', 'admitted']],
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
    ['age >', 'something is missing behind >'],
    ['age > AND ward = 1', 'AND cannot stand behind >'],
    ['> 17', '> cannot stand at its beginning'],
    ["ward 'A'", "'A' cannot stand behind ward"],
    ['age IN (1, )', ') cannot stand behind ,'],
    ['age > 17 AND NOT', 'something is missing behind NOT'],
    ['age > = 17', '= cannot stand behind >'],
    ['(age > 17) ward', 'ward cannot stand behind )'],
    ['age = 1 +', 'something is missing behind +'],
    ['', 'something is missing at its beginning'],
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
