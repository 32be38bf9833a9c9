import * as fc from 'fast-check';
import { Evaluator } from '../../../../policy/guardrails/simulation/evaluate';
import type { AccessRequest } from '../../../../policy/guardrails/simulation/request';
import { conditionTest } from '../../../../policy/iam/condition';
import { contextOf } from '../../../../policy/iam/context';
import type { Elements } from '../../../../policy/iam/statement-test';
import { policyOf, unitAt } from '../../../support/requests';
import { zoneOf } from '../../../support/zone';

const zone = zoneOf();

const opposites = [
  ['StringEquals', 'StringNotEquals'],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ['StringLike', 'StringNotLike'],
] as const;
const value = fc.stringMatching(/^[aAb*?]{0,3}$/);
const values = fc.array(value, { minLength: 1, maxLength: 3 });
const holds = (operator: string, wanted: string[], actual: string[]) =>
  conditionTest({ [operator]: { 'a:key': wanted } })(contextOf({ 'a:key': actual }));

const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'sagemaker:CreateModel'];
const resources = ['*', 'arn:aws:s3:::a/b', 'arn:aws:sqs:eu-west-1:222233334444:q'];
const teams = ['ml', 'web'];

const statement: fc.Arbitrary<Elements> = fc.record(
  {
    Action: fc.constantFrom('*', 's3:*', 's3:Get*', 'sqs:SendMessage', 'sagemaker:*'),
    Resource: fc.constantFrom('*', 'arn:aws:s3:::a/*', 'arn:aws:sqs:*:*:q'),
    Condition: fc
      .tuple(fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLikeIfExists'), fc.constantFrom(...teams, 'm*'))
      .map(([operator, team]) => ({ [operator]: { 'aws:PrincipalTag/team': team } })),
  },
  { requiredKeys: ['Action'] },
);
const policy = fc
  .tuple(
    fc.array(statement, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('SERVICE_CONTROL_POLICY' as const, 'RESOURCE_CONTROL_POLICY' as const),
    fc.constantFrom('Workloads', 'Sandbox'),
  )
  .map(([statements, type, at]) => policyOf(statements, { type, at: unitAt(at) }));
const request: fc.Arbitrary<AccessRequest> = fc.record({
  account: fc.constantFrom('models', 'sandbox', 'acquired', 'management'),
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  principal: fc.constantFrom(undefined, 'root', 'arn:aws:iam::999988887777:role/x', 'config.amazonaws.com'),
  context: fc.constantFrom({}, ...teams.map((team) => ({ 'aws:PrincipalTag/team': team }))),
});

describe('condition operators', () => {
  it('and their negations say the opposite, where the key is there and where it is not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...opposites), values, fc.array(value), ([operator, negation], wanted, actual) => {
        expect(holds(negation, wanted, actual)).toBe(!holds(operator, wanted, actual));
      }),
    );
  });

  it('of sets say the opposite with the other prefix and the negation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...opposites), values, fc.array(value), ([operator, negation], wanted, actual) => {
        expect(holds(`ForAllValues:${negation}`, wanted, actual)).toBe(
          !holds(`ForAnyValue:${operator}`, wanted, actual),
        );
      }),
    );
  });

  it('with IfExists hold where the key is absent, and change nothing where it is there', () => {
    const operators = fc.constantFrom(...opposites.flat());
    const prefix = fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:');
    fc.assert(
      fc.property(prefix, operators, values, values, (set, operator, wanted, actual) => {
        expect(holds(`${set}${operator}IfExists`, wanted, [])).toBe(true);
        expect(holds(`${set}${operator}IfExists`, wanted, actual)).toBe(holds(`${set}${operator}`, wanted, actual));
      }),
    );
  });

  it('match more, never less, with one more value in the policy', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...opposites),
        values,
        value,
        values,
        ([operator, negation], wanted, more, actual) => {
          if (holds(operator, wanted, actual)) expect(holds(operator, [...wanted, more], actual)).toBe(true);
          if (!holds(negation, wanted, actual)) expect(holds(negation, [...wanted, more], actual)).toBe(false);
        },
      ),
    );
  });
});

describe('policies', () => {
  it('that deny never allow what was denied without them', () => {
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 3 }), policy, request, (some, more, asked) => {
        const before = new Evaluator(zone, some).evaluate(asked);
        const after = new Evaluator(zone, [...some, more]).evaluate(asked);
        expect(after.denials).toEqual(expect.arrayContaining([...before.denials]));
        if (!before.allowed) expect(after.allowed).toBe(false);
      }),
    );
  });

  it('deny together what one of them denies, in any order', () => {
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 4 }), request, (some, asked) => {
        const one = some.some((each) => !new Evaluator(zone, [each]).evaluate(asked).allowed);
        expect(new Evaluator(zone, some).evaluate(asked).allowed).toBe(!one);
        expect(new Evaluator(zone, some.toReversed()).evaluate(asked).allowed).toBe(!one);
      }),
    );
  });

  it('deny a request exactly where the verdict names a denial, and say so at its node', () => {
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 4 }), request, (some, asked) => {
        const { allowed, denials, chain } = new Evaluator(zone, some).evaluate(asked);
        expect(allowed).toBe(denials.length === 0);
        const denying = chain.filter(({ verdict }) => verdict === 'denies').map(({ type, node }) => [type, node.name]);
        expect(denying).toEqual(expect.arrayContaining(denials.map(({ type, node }) => [type, node.name])));
      }),
    );
  });

  it('bind nobody in the management account, and no resource of it', () => {
    fc.assert(
      fc.property(fc.array(policy), fc.constantFrom(...actions), (some, action) => {
        expect(new Evaluator(zone, some).evaluate({ account: 'management', action })).toMatchObject({
          allowed: true,
          chain: [],
        });
      }),
    );
  });
});
