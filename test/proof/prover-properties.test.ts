import fc from 'fast-check';
import type { Elements } from '../../policy/iam/statement-test';
import { Denials, Prover } from '../../proof/prover';
import { type Request, verdictOf } from '../../proof/request';

/** Is the value of another key. */
const variable = `\${${'other'}}`;
const texts = ['a', 'ab', 'b', 'B', 'a:b', '', 'aXb'];
const arns = [
  'arn:aws:iam::1:role/a',
  'arn:aws:iam::1:role/p/a',
  'arn:aws:iam::2:user/a:b',
  'arn:aws:iam::1:x:role/a',
  'a',
];
const addresses = ['10.0.0.1', '10.200.0.1', '192.0.2.1', '2001:db8::1', '::1', 'x'];
const numbers = ['1', '2', '2.5', '3', 'x'];
const some = <T>(values: readonly T[], most: number) => fc.subarray([...values], { minLength: 1, maxLength: most });

/** Operators that take text, with patterns for them. */
const textTest = fc.record({
  set: fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'),
  base: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'),
  ifExists: fc.constantFrom('', 'IfExists'),
  key: fc.constantFrom('one', 'many'),
  values: some(['a', 'b', 'a*', '*b', '?', '*', 'a?b', variable], 3),
});
const arnTest = fc.record({
  set: fc.constant(''),
  base: fc.constantFrom('ArnLike', 'ArnNotLike', 'ArnEquals'),
  ifExists: fc.constantFrom('', 'IfExists'),
  key: fc.constant('arn'),
  values: some(['arn:aws:iam::*:role/a', 'arn:aws:iam::1:*', 'arn:*:*:*:2:user/?:b'], 2),
});
const numberTest = fc.record({
  set: fc.constantFrom('', 'ForAnyValue:'),
  base: fc.constantFrom('NumericLessThan', 'NumericEquals', 'NumericNotEquals', 'NumericGreaterThanEquals'),
  ifExists: fc.constantFrom('', 'IfExists'),
  key: fc.constant('number'),
  values: some(['2', '3'], 2),
});
const addressTest = fc.record({
  set: fc.constant(''),
  base: fc.constantFrom('IpAddress', 'NotIpAddress'),
  ifExists: fc.constantFrom('', 'IfExists'),
  key: fc.constant('address'),
  values: some(['10.0.0.0/8', '10.0.0.0/9', '10.128.0.0/9', '0.0.0.0/0', '2001:db8::/32'], 2),
});
const nullTest = fc.record({
  set: fc.constant(''),
  base: fc.constant('Null'),
  ifExists: fc.constant(''),
  key: fc.constantFrom('one', 'many', 'arn', 'number'),
  values: some(['true', 'false'], 1),
});
const condition = fc
  .array(fc.oneof(textTest, textTest, arnTest, numberTest, addressTest, nullTest), { maxLength: 2 })
  .map((tests) => {
    const all: Record<string, Record<string, readonly string[]>> = {};
    for (const { set, base, ifExists, key, values } of tests)
      all[`${set}${base}${ifExists}`] = { ...all[`${set}${base}${ifExists}`], [key]: values };
    return all;
  });
const actions = some(['s3:*', 's3:Get*', 's3:GetObject', 's3:PutObject', '*'], 2);
const resources = some(['*', 'arn:aws:s3:::a*', 'arn:aws:s3:::*b', 'arn:aws:*:c', 'arn:aws:*x:c'], 2);
const statement: fc.Arbitrary<Elements> = fc
  .record({ actions, resources, condition, notAction: fc.boolean(), notResource: fc.boolean() })
  .map(({ actions: names, resources: named, condition: Condition, notAction, notResource }) => ({
    [notAction ? 'NotAction' : 'Action']: names,
    [notResource ? 'NotResource' : 'Resource']: named,
    Condition,
  }));

const absentOr = (values: readonly string[], most: number) => fc.subarray([...values], { maxLength: most });
const request: fc.Arbitrary<Request> = fc.record({
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:GetX', 'iam:PassRole'),
  resource: fc.constantFrom(
    '*',
    'arn:aws:s3:::a',
    'arn:aws:s3:::ab',
    'arn:aws:s3:::b',
    'arn:aws:s3:x:y:c',
    'arn:aws:s3:yx:c',
  ),
  context: fc.record({
    one: absentOr(texts, 1),
    many: absentOr(texts, 3),
    other: absentOr(texts, 1),
    arn: absentOr(arns, 1),
    number: absentOr(numbers, 1),
    address: absentOr(addresses, 1),
  }),
});

const proves = (old: Elements, now: Denials) => new Prover('scp', (key) => key !== 'many').denies(old, now);

describe('a prover and the evaluator', () => {
  it('agree about every request: what is proved has no exception, and what is refuted has one', () => {
    const verdicts = new Map<string, number>();
    fc.assert(
      fc.property(
        statement,
        fc.array(statement, { maxLength: 3 }),
        fc.array(request, { minLength: 30, maxLength: 30 }),
        (old, others, requests) => {
          const now = new Denials('scp', others);
          const answer = proves(old, now);
          verdicts.set(answer.verdict, (verdicts.get(answer.verdict) ?? 0) + 1);
          const denied = (by: Denials, each: Request) => verdictOf('scp', by.document, each) === 'denied';
          const exception = requests.find((each) => denied(new Denials('scp', [old]), each) && !denied(now, each));
          if (answer.verdict === 'proved') expect(exception).toBeUndefined();
          if (answer.verdict === 'refuted') expect(denied(now, answer.by)).toBe(false);
          if (answer.verdict === 'not decided') expect(answer.because).not.toContain('the evaluator disagrees');
        },
      ),
      { numRuns: 250, seed: 7 },
    );
    expect(Math.min(verdicts.get('proved') ?? 0, verdicts.get('refuted') ?? 0)).toBeGreaterThan(50);
  });

  it('agree that a statement denies what it denies, whatever it is', () => {
    fc.assert(
      fc.property(statement, fc.array(request, { minLength: 40, maxLength: 40 }), (old, requests) => {
        const answer = new Prover('scp', (key) => key !== 'many').example(old);
        const denied = requests.some((each) => verdictOf('scp', new Denials('scp', [old]).document, each) === 'denied');
        if (denied) expect(answer.verdict).not.toBe('proved');
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});
