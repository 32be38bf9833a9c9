import { conditionTest } from '../../../policy/iam/condition';
import { contextOf, valuesOf } from '../../../policy/iam/context';

/** Whether a condition on the key `a:key` holds for these values of it. */
const holds = (operator: string, wanted: string | string[], ...values: string[]): boolean =>
  conditionTest({ [operator]: { 'a:key': wanted } })(contextOf({ 'a:key': values }));

/** Each operator with two values of a policy, a value of a request that the first matches, and one that neither matches. */
const positive = [
  ['StringEquals', ['Ab', 'c'], 'Ab', 'ab'],
  ['StringEqualsIgnoreCase', ['Ab', 'c'], 'aB', 'abc'],
  ['StringLike', ['A*z?', 'c'], 'A:/zz', 'Az'],
  ['NumericEquals', ['10', '20'], '10.0', '11'],
  ['NumericLessThan', ['10', '5'], '9.5', '10'],
  ['NumericLessThanEquals', ['10', '5'], '10', '10.1'],
  ['NumericGreaterThan', ['-1', '20'], '0', '-1'],
  ['NumericGreaterThanEquals', ['10', '20'], '10', '9'],
  ['DateEquals', ['2026-11-20T00:00:00Z', '2000'], '1795132800', '2026-11-21'],
  ['DateLessThan', ['2026-11-20', '2000'], '2026-11-19T23:59:59Z', '2026-11-20'],
  ['DateLessThanEquals', ['2026-11-20', '2000'], '2026-11-20T01:00:00+01:00', '2026-11-20T00:00:00-01:00'],
  ['DateGreaterThan', ['2026-11-20', '2030'], '2026-11-20T00:00:01', '2026-11-20'],
  ['DateGreaterThanEquals', ['1795132800', '2030'], '2026-11-20', '1795132799'],
  ['Bool', ['true', 'true'], 'TRUE', 'false'],
  ['BinaryEquals', ['QmluYXJ5', 'AAAA'], 'QmluYXJ5', 'QmluYXJz'],
  ['IpAddress', ['203.0.113.0/24', '2001:db8::/32'], '203.0.113.7', '203.0.114.1'],
  ['ArnEquals', ['arn:aws:iam::*:role/a/*', 'arn:aws:s3:::b'], 'arn:aws:iam::1:role/a/b', 'arn:aws:iam::1:role/a'],
  ['ArnLike', ['arn:aws:iam::*:role/a?', 'arn:aws:s3:::b'], 'arn:aws:iam::1:role/ab', 'arn:aws:iam::1:2:role/ab'],
] as const;

const negations = [
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
] as const;

describe.each(positive)('%s', (operator, [first, second], match, other) => {
  it('holds for a value that matches, and for no other', () => {
    expect(holds(operator, first, match)).toBe(true);
    expect(holds(operator, first, other)).toBe(false);
  });

  it('holds where one of several values of the policy matches', () => {
    expect(holds(operator, [second, first], match)).toBe(true);
    expect(holds(operator, [first, second], other)).toBe(false);
  });

  it('does not hold where the key is absent, and with IfExists it does', () => {
    expect(holds(operator, first)).toBe(false);
    expect(holds(`${operator}IfExists`, first)).toBe(true);
  });

  it('is the same with IfExists where the key is there', () => {
    expect(holds(`${operator}IfExists`, first, match)).toBe(true);
    expect(holds(`${operator}IfExists`, first, other)).toBe(false);
  });

  it('asks every value of the request with ForAllValues, and holds where there is none', () => {
    expect(holds(`ForAllValues:${operator}`, first, match, match)).toBe(true);
    expect(holds(`ForAllValues:${operator}`, first, match, other)).toBe(false);
    expect(holds(`ForAllValues:${operator}`, first)).toBe(true);
    expect(holds(`ForAllValues:${operator}`, first, '')).toBe(true);
  });

  it('asks for one value of the request with ForAnyValue, and does not hold where there is none', () => {
    expect(holds(`ForAnyValue:${operator}`, first, other, match)).toBe(true);
    expect(holds(`ForAnyValue:${operator}`, first, other, other)).toBe(false);
    expect(holds(`ForAnyValue:${operator}`, first)).toBe(false);
    expect(holds(`ForAnyValue:${operator}`, first, '')).toBe(false);
    expect(holds(`ForAnyValue:${operator}IfExists`, first)).toBe(true);
  });

  it('may be written in any capitals', () => {
    expect(holds(operator.toUpperCase(), first, match)).toBe(true);
    expect(holds(`foranyvalue:${operator.toLowerCase()}ifexists`, first, match)).toBe(true);
  });
});

describe.each(negations)('%s', (operator, opposite) => {
  const [, [first, second], match, other] = positive.find(([name]) => name === opposite) ?? positive[0];

  it('holds for a value that does not match, and for no other', () => {
    expect(holds(operator, first, other)).toBe(true);
    expect(holds(operator, first, match)).toBe(false);
  });

  it('does not hold where one of several values of the policy matches', () => {
    expect(holds(operator, [second, first], match)).toBe(false);
    expect(holds(operator, [first, second], other)).toBe(true);
  });

  it('holds where the key is absent, with IfExists and without', () => {
    expect(holds(operator, first)).toBe(true);
    expect(holds(`${operator}IfExists`, first)).toBe(true);
    expect(holds(`${operator}IfExists`, first, match)).toBe(false);
  });

  it('asks that no value of the request matches with ForAllValues', () => {
    expect(holds(`ForAllValues:${operator}`, first, other, other)).toBe(true);
    expect(holds(`ForAllValues:${operator}`, first, match, other)).toBe(false);
    expect(holds(`ForAllValues:${operator}`, first)).toBe(true);
  });

  it('asks for one value of the request that does not match with ForAnyValue', () => {
    expect(holds(`ForAnyValue:${operator}`, first, match, other)).toBe(true);
    expect(holds(`ForAnyValue:${operator}`, first, match, match)).toBe(false);
    expect(holds(`ForAnyValue:${operator}`, first)).toBe(false);
  });
});

describe('Null', () => {
  it.each([
    ['true', [], true],
    ['true', ['x'], false],
    ['false', [], false],
    ['false', ['x'], true],
    ['FALSE', ['x'], true],
  ])('with %s holds for the values %j: %s', (wanted, values, expected) => {
    expect(holds('Null', wanted, ...values)).toBe(expected);
  });

  it.each(['NullIfExists', 'ForAnyValue:Null', 'ForAllValues:Null'])('is not to be had as %s', (operator) => {
    expect(() => holds(operator, 'true')).toThrow(operator);
  });
});

describe('a condition', () => {
  it('holds where every operator and every key holds', () => {
    const test = conditionTest({ StringEquals: { 'a:x': '1', 'a:y': ['2', '3'] }, Bool: { 'a:z': 'true' } });
    expect(test(contextOf({ 'a:x': '1', 'a:y': '3', 'a:z': 'true' }))).toBe(true);
    for (const key of ['a:x', 'a:y', 'a:z'])
      expect(test(contextOf({ 'a:x': '1', 'a:y': '3', 'a:z': 'true', [key]: 'other' }))).toBe(false);
  });

  it('holds where there is none', () => {
    expect(conditionTest({})(contextOf())).toBe(true);
  });

  it('finds a key by any spelling of it', () => {
    expect(
      conditionTest({ StringEquals: { 'AWS:principalTAG/Team': 'ml' } })(contextOf({ 'aws:PrincipalTag/team': 'ml' })),
    ).toBe(true);
  });

  it.each(['StringMatches', 'StringEqualsIfExistsIfExists', 'ForSomeValues:StringEquals', 'Not'])(
    'names the operator %s as one that is not known',
    (operator) => {
      expect(() => holds(operator, 'x')).toThrow(`the condition operator ${operator} is not known`);
    },
  );

  it.each([
    ['NumericEquals', 'many', 'numbers'],
    ['DateLessThan', 'tomorrow', 'dates'],
    ['Bool', 'yes', 'true or false'],
    ['Null', 'yes', 'true or false'],
    ['BinaryEquals', 'not base64!', 'base64'],
    ['IpAddress', '10.0.0.0/33', 'addresses'],
    ['IpAddress', 'example.com', 'addresses'],
    ['ArnLike', '*', 'six parts'],
    ['ArnNotEquals', 'arn:aws:s3', 'six parts'],
  ])('says which key and value %s of a policy does not take: %s', (operator, value, what) => {
    expect(() => holds(operator, value)).toThrow(new RegExp(`${operator} of a:key takes .*${what}`));
    expect(() => holds(operator, value)).toThrow(`'${value}'`);
  });

  it.each(positive.filter(([name]) => /^(Num|Date|Bool|Bin|Ip|Arn)/.test(name)))(
    'takes a value of a request that cannot be read as none that %s matches',
    (operator, [wanted]) => {
      expect(holds(operator, wanted, 'unreadable!')).toBe(false);
    },
  );
});

describe('what counts as the same letter', () => {
  // What a regular expression takes for s and k besides, with the flags i and u.
  const longS = '\u017f';
  const kelvin = '\u212a';

  it('is an ASCII letter and its capital, and nothing beyond ASCII', () => {
    expect(holds('StringEqualsIgnoreCase', 'sk', 'SK')).toBe(true);
    expect(holds('StringEqualsIgnoreCase', 'sk', `${longS}k`)).toBe(false);
    expect(holds('StringEqualsIgnoreCase', 'sk', `s${kelvin}`)).toBe(false);
    expect(holds('StringEqualsIgnoreCase', '\u00e9', '\u00c9')).toBe(false);
  });

  it('is the same in the name of a key', () => {
    expect(valuesOf(contextOf({ 'aws:TokenIssueTime': '1' }), `aws:To${kelvin}enIssueTime`)).toEqual([]);
    expect(valuesOf(contextOf({ 'aws:TokenIssueTime': '1' }), 'AWS:tokenissuetime')).toEqual(['1']);
  });
});
