import type { OrganizationPolicy } from '../../../../policy/guardrails/organization-policy';
import { accountId, findAccount } from '../../../../policy/guardrails/simulation/accounts';
import { Evaluator, type Verdict } from '../../../../policy/guardrails/simulation/evaluate';
import type { AccessRequest } from '../../../../policy/guardrails/simulation/request';
import { accountAt, policyOf, unitAt } from '../../../support/requests';
import { zoneOf } from '../../../support/zone';

const zone = zoneOf();
const rcp = { type: 'RESOURCE_CONTROL_POLICY' } as const;
const noBucket = { Action: 's3:CreateBucket' };

const evaluate = (policies: readonly OrganizationPolicy[], request: Partial<AccessRequest>): Verdict =>
  new Evaluator(zone, policies).evaluate({ account: 'models', action: 's3:CreateBucket', ...request });

describe('a service control policy', () => {
  const deny = [policyOf([{ Action: '*' }])];

  it.each([
    ['the management account', { account: 'management' }, 'the principal is in the management account'],
    ['an account outside the organization', { account: 'partner' }, 'the principal is outside the organization'],
    ['a stranger', { principal: 'arn:aws:iam::999988887777:role/x' }, 'the principal is outside the organization'],
    ['a service', { principal: 'config.amazonaws.com' }, 'the principal is an AWS service'],
    [
      'a service-linked role',
      { principal: 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig' },
      'the principal is a service-linked role',
    ],
  ])('does not bind %s', (_who, request, why) => {
    const verdict = evaluate(deny, request);
    expect(verdict.denials).toEqual([]);
    expect(verdict.unbound.SERVICE_CONTROL_POLICY).toBe(why);
  });

  it('does not stop anybody from asking who they are, whatever it denies, and neither does a resource control policy', () => {
    const verdict = evaluate([...deny, policyOf([{ Action: '*' }], rcp)], {
      action: 'sts:getcalleridentity',
      principal: 'root',
    });
    const why = 'AWS lets everybody call sts:GetCallerIdentity';
    expect(verdict).toMatchObject({
      allowed: true,
      unbound: { SERVICE_CONTROL_POLICY: why, RESOURCE_CONTROL_POLICY: why },
    });
  });

  it.each(['root', 'deployRole', 'arn:aws:sts::222233334444:assumed-role/x/y'])(
    'binds %s of a member account',
    (principal) => {
      expect(evaluate(deny, { principal }).allowed).toBe(false);
    },
  );

  it("binds by the principal's account, wherever the resource is", () => {
    const policy = policyOf([noBucket], { at: accountAt('acquired') });
    const principal = 'arn:aws:iam::222233334444:role/x';
    expect(evaluate([policy], { account: 'models', principal }).allowed).toBe(false);
    const resource = 'arn:aws:s3:eu-west-1:222233334444:accesspoint/x';
    expect(evaluate([policy], { account: 'models', resource }).allowed).toBe(true);
  });
});

describe('a resource control policy', () => {
  const deny = [policyOf([{ Action: '*' }], rcp)];

  it.each([
    ['of the account', {}],
    ['outside the organization', { principal: 'arn:aws:iam::999988887777:role/x' }],
    ['that is a service', { principal: 'config.amazonaws.com' }],
    ['of the management account', { principal: 'arn:aws:iam::111122223333:role/x' }],
  ])('binds a principal %s', (_whose, request) => {
    expect(evaluate(deny, request).allowed).toBe(false);
  });

  it.each([
    ['a service that they do not cover', { action: 'sagemaker:CreateModel' }, 'they do not cover sagemaker'],
    ['kms:RetireGrant', { action: 'kms:RetireGrant' }, 'they do not cover kms:RetireGrant'],
    ['a resource of the management account', { account: 'management' }, 'the resource is in the management account'],
    [
      'a resource outside the organization',
      { resource: 'arn:aws:sqs:eu-west-1:999988887777:queue' },
      'the resource is outside the organization',
    ],
    [
      'a service-linked role',
      { principal: 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig' },
      'the principal is a service-linked role',
    ],
  ])('does not bind %s', (_what, request, why) => {
    const verdict = evaluate(deny, request);
    expect(verdict.denials).toEqual([]);
    expect(verdict.unbound.RESOURCE_CONTROL_POLICY).toBe(why);
  });

  it("binds by the resource's account, wherever the principal is", () => {
    const policy = policyOf([{ Action: 'sqs:*' }], { ...rcp, at: unitAt('Workloads') });
    const resource = `arn:aws:sqs:eu-west-1:${accountId(findAccount(zone, 'models'))}:queue`;
    const send = { account: 'sandbox', action: 'sqs:SendMessage' };
    expect(evaluate([policy], { ...send, resource }).allowed).toBe(false);
    expect(evaluate([policy], send).allowed).toBe(true);
  });
});
