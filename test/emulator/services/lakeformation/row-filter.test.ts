import { columnsOfRowFilter } from '../../../../emulator/services/lakeformation/row-filter';

describe('a row filter', () => {
  it.each([
    ['age > 17', ['age']],
    ["region = 'eu' AND NOT (age < 18 OR consent IS NULL)", ['region', 'age', 'consent']],
    ["country IN ('de', 'fr') OR country NOT LIKE 'u%' ESCAPE '!'", ['country', 'country']],
    ["visit BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'", ['visit']],
    ['"home" IS NOT MISSING AND home.city = \'Bonn\'', ['home', 'home.city']],
    ["lower(name) = 'it''s' and -score * 2 >= 3.5 % 2", ['name', 'score']],
    ['cast(age as decimal(3, 0)) = 18', ['age']],
    ['active', ['active']],
  ])('filters by its columns: %s', (expression, columns) => {
    expect(columnsOfRowFilter(expression)).toEqual(columns);
  });

  it.each([
    ["age > '17", "unexpected ''17'"],
    ['age >', 'it ends too early'],
    ['(age > 17', "where ')' belongs"],
    ['age > 17)', "unexpected ')'"],
    ['age age', "unexpected 'age'"],
    ['age = 1 and', 'it ends too early'],
    ['age in ()', "unexpected ')'"],
    ['age between 1 or 2', "where 'and' belongs"],
    ['age like 17', "unexpected '17'"],
    ['age not > 3', "unexpected '>'"],
    ['SELECT age FROM patients', "unexpected 'SELECT'"],
    ['age > 1; drop', "unexpected ';"],
    ['1 = 1', 'it names no column'],
    ['', 'it ends too early'],
  ])('is refused where it is no condition: %s', (expression, reason) => {
    expect(() => columnsOfRowFilter(expression)).toThrow(reason);
  });
});
