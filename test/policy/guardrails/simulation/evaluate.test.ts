import type { OrganizationPolicy } from '../../../../policy/guardrails/organization-policy';
import { fullAccess } from '../../../../policy/guardrails/simulation/chain';
import { Evaluator, type Verdict } from '../../../../policy/guardrails/simulation/evaluate';
import type { AccessRequest } from '../../../../policy/guardrails/simulation/request';
import { madeControl } from '../../../support/made-control';
import { accountAt, policyOf, unitAt } from '../../../support/requests';
import { zoneOf } from '../../../support/zone';

const zone = zoneOf();
const rcp = { type: 'RESOURCE_CONTROL_POLICY' } as const;
const noBucket = { Action: 's3:CreateBucket' };
const createBucket: AccessRequest = { account: 'models', action: 's3:CreateBucket' };

const evaluate = (policies: readonly OrganizationPolicy[], request: Partial<AccessRequest> = {}): Verdict =>
  new Evaluator(zone, policies).evaluate({ ...createBucket, ...request });

/** How each node of the chain speaks, `SCP Root allows` and so on. */
const chainOf = ({ chain }: Verdict) =>
  chain.map(({ type, node, verdict }) => `${type === rcp.type ? 'RCP' : 'SCP'} ${node.name}: ${verdict}`);

describe('a request', () => {
  it('is allowed where nothing denies it, at every node from the root to the account', () => {
    const verdict = evaluate([]);
    expect(verdict).toMatchObject({ allowed: true, denials: [], unbound: {} });
    const nodes = ['Root', 'Workloads', 'Workloads/MachineLearning', 'Workloads/MachineLearning/Production', 'models'];
    expect(chainOf(verdict)).toEqual(['SCP', 'RCP'].flatMap((type) => nodes.map((node) => `${type} ${node}: allows`)));
  });

  it.each([unitAt('Workloads'), unitAt('Workloads/MachineLearning/Production'), accountAt('models')])(
    'is denied by a policy at any node of the chain: %j',
    (at) => {
      const policy = policyOf([noBucket], { at, name: 'buckets', controls: ['no-bucket'] });
      const verdict = evaluate([policy]);
      expect(verdict.allowed).toBe(false);
      expect(verdict.denials).toEqual([
        {
          type: 'SERVICE_CONTROL_POLICY',
          controls: ['no-bucket'],
          policy: 'buckets',
          node: at,
          statement: { Effect: 'Deny', Resource: '*', Action: 's3:CreateBucket' },
        },
      ]);
      expect(verdict.chain.find(({ node }) => node.name === at.name)).toEqual({
        type: 'SERVICE_CONTROL_POLICY',
        node: at,
        policies: ['FullAWSAccess', 'buckets'],
        verdict: 'denies',
      });
    },
  );

  it.each([unitAt('Sandbox'), unitAt('Workloads/Machine'), accountAt('Workloads'), unitAt('models')])(
    'is not denied by a policy at another node: %j',
    (at) => {
      expect(evaluate([policyOf([noBucket], { at })]).allowed).toBe(true);
    },
  );

  it('of an account that leaves is bound by the Suspended OU', () => {
    const policy = policyOf([noBucket], { at: unitAt('Suspended') });
    expect(evaluate([policy], { account: 'retired' }).allowed).toBe(false);
    expect(evaluate([policy], { account: 'sandbox' }).allowed).toBe(true);
  });

  it('is denied where a statement of several holds, and by each that does', () => {
    const policies = [
      policyOf([{ Action: 's3:Get*' }, noBucket], { name: 'one' }),
      policyOf([{ NotAction: 'iam:*' }], { name: 'two' }),
    ];
    expect(evaluate(policies).denials.map(({ policy }) => policy)).toEqual(['one', 'two']);
  });

  it('is looked at with everything but an action, or everything but a resource', () => {
    const except = policyOf([{ NotAction: 's3:Create*', NotResource: 'arn:aws:s3:::mine/*', Resource: undefined }]);
    const get = { action: 's3:GetObject' };
    expect(evaluate([except]).allowed).toBe(true);
    expect(evaluate([except], { ...get, resource: 'arn:aws:s3:::mine/x' }).allowed).toBe(true);
    expect(evaluate([except], { ...get, resource: 'arn:aws:s3:::yours/x' }).allowed).toBe(false);
  });
});

describe('full access', () => {
  it('is what allows: without it at one node nothing is', () => {
    const [scps, rcps] = fullAccess(zone);
    const fewer = (policy: OrganizationPolicy | undefined) =>
      policy ? [{ ...policy, targets: policy.targets.filter(({ name }) => name !== 'Workloads') }] : [];
    const verdict = new Evaluator(zone, [], [...fewer(scps), ...(rcps ? [rcps] : [])]).evaluate(createBucket);
    expect(verdict).toMatchObject({ allowed: false, denials: [] });
    expect(chainOf(verdict)).toContain('SCP Workloads: does not allow');
  });

  it('may be replaced by a list of what is allowed', () => {
    const others = fullAccess(zone).map((policy) => ({
      ...policy,
      targets: policy.targets.filter(({ name }) => name !== 'Workloads' || policy.type === rcp.type),
    }));
    const list = policyOf([{ Action: 's3:*' }], { at: unitAt('Workloads'), effect: 'Allow' });
    const evaluator = new Evaluator(zone, [list], others);
    expect(evaluator.evaluate(createBucket).allowed).toBe(true);
    expect(evaluator.evaluate({ ...createBucket, action: 'sqs:CreateQueue' }).allowed).toBe(false);
  });

  it('loses against a deny at the same node', () => {
    expect(chainOf(evaluate([policyOf([noBucket])]))[0]).toBe('SCP Root: denies');
  });
});

describe('a denial', () => {
  const control = (id: string, prevent: object, where: unknown = 'every account') =>
    madeControl({ id, prevent, where });
  const controls = [
    control('no-bucket', { scp: [noBucket] }),
    control('no-queue', { scp: [{ Action: 'sqs:CreateQueue' }] }),
    control('no-bucket-in-sandbox', { scp: [noBucket] }, { organizationalUnits: ['Sandbox'] }),
  ];
  const catalog = zoneOf({ controls });
  const merged = policyOf([{ Action: ['s3:CreateBucket', 'sqs:CreateQueue', 'sns:CreateTopic'] }], {
    controls: ['no-bucket', 'no-bucket-in-sandbox', 'no-queue'],
  });
  const dueTo = (request: Partial<AccessRequest>) =>
    new Evaluator(catalog, [merged]).evaluate({ ...createBucket, ...request }).denials.map((denial) => denial.controls);

  it('by a merged statement names only the controls that ask for it, where they hold', () => {
    expect(dueTo({})).toEqual([['no-bucket']]);
    expect(dueTo({ action: 'sqs:CreateQueue' })).toEqual([['no-queue']]);
    expect(dueTo({ account: 'sandbox' })).toEqual([['no-bucket', 'no-bucket-in-sandbox']]);
  });

  it('names every control of the statement where none of them asks for it', () => {
    expect(dueTo({ action: 'sns:CreateTopic' })).toEqual([['no-bucket', 'no-bucket-in-sandbox', 'no-queue']]);
  });
});

describe('an evaluator', () => {
  it('reads each statement once, however many requests it answers', () => {
    let read = 0;
    const statement = {
      Effect: 'Deny' as const,
      get Action() {
        read += 1;
        return 's3:CreateBucket';
      },
    };
    const policy = { ...policyOf([]), statements: [{ statement, controls: ['made'] }] };
    const evaluator = new Evaluator(zone, [policy]);
    const before = read;
    for (const account of ['models', 'sandbox', 'models'])
      expect(evaluator.evaluate({ ...createBucket, account }).allowed).toBe(false);
    expect(read).toBe(before);
  });

  it('refuses a policy with an operator that IAM does not have, before it is asked anything', () => {
    const policy = policyOf([{ Action: '*', Condition: { StringMatches: { 'aws:PrincipalArn': 'x' } } }]);
    expect(() => new Evaluator(zone, [policy])).toThrow('the condition operator StringMatches is not known');
  });
});
