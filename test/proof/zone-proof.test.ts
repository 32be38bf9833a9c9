import { packNodes } from '../../policy/guardrails/packing';
import type { PackedNode } from '../../policy/guardrails/packing/packed-node';
import type { Elements } from '../../policy/iam/statement-test';
import { deadStatements, proveNode } from '../../proof/node-proof';
import { provePromise } from '../../proof/promises';
import { Denials, Prover } from '../../proof/prover';
import { unaskedPromises } from '../../proof/zone-proof';
import type { ControlSpec } from '../../schema/forms/control';
import { madeControl } from '../support/made-control';
import { provedNodes as proved } from '../support/proved-nodes';
import { zoneOf } from '../support/zone';

const nodeOf = (change: Partial<ControlSpec>, ...others: readonly Partial<ControlSpec>[]) => {
  const controls = [madeControl(change), ...others.map((other) => madeControl(other))];
  const zone = zoneOf({ controls });
  const node = packNodes(zone).find(({ own }) => own.length > 0);
  if (!node) throw new Error('the controls deny nothing');
  return { zone, node };
};
const prover = () => new Prover('scp', () => true);
const withStatements = (node: PackedNode, ...statements: readonly Elements[]): PackedNode => ({
  ...node,
  documents: [
    {
      number: 1,
      units: [],
      statements: statements.map((statement) => ({
        statement: { Effect: 'Deny', ...statement },
        controls: ['made-control'],
      })),
    },
  ],
});
const nobody: Elements = {
  Action: 's3:CreateBucket',
  Condition: { StringLike: { 'aws:x': 'a*' }, StringNotLike: { 'aws:x': '*' } },
};

describe('the documents of a node', () => {
  const { node } = nodeOf({ prevent: { scp: [{ Action: ['s3:CreateBucket', 's3:DeleteBucket'] }] } });

  it('that deny less than a control are found by a request, with the control', () => {
    const [finding, ...more] = proveNode(withStatements(node, { Action: 's3:CreateBucket' }), prover()).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      claim: 'the documents deny what the control denies',
      controls: ['made-control'],
      answer: { verdict: 'refuted', by: { action: 's3:DeleteBucket' } },
    });
  });

  it('that deny more than the controls are found too', () => {
    const [finding] = proveNode(withStatements(node, { Action: 's3:*Bucket' }), prover()).findings;
    expect(finding).toMatchObject({ claim: 'a control asks for it', answer: { verdict: 'refuted' } });
  });

  it('prove nothing by a statement that is about no request', () => {
    const vacuous = { ...node, own: withStatements(node, nobody).documents.flatMap(({ statements }) => statements) };
    expect(proveNode(withStatements(vacuous, nobody), prover()).findings).toMatchObject([
      { claim: 'it denies something', answer: { verdict: 'not decided', because: 'it is about no request' } },
    ]);
  });

  it('that bind a role which their controls exempt are found by a request of that role', () => {
    const forgotten = { Action: 's3:CreateBucket' };
    const same = { ...node, own: withStatements(node, forgotten).documents.flatMap(({ statements }) => statements) };
    const arn = 'arn:aws:iam::*:role/BreakGlass';
    const found = proveNode(withStatements(same, forgotten), prover(), () => [arn]).findings;
    expect(found).toMatchObject([
      {
        claim: 'it lets off whom its controls exempt',
        answer: {
          verdict: 'refuted',
          by: { context: { 'aws:principalarn': [expect.stringMatching(/:role\/BreakGlass$/)] } },
        },
      },
    ]);
    const kept = { ...forgotten, Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } } };
    const exempting = { ...node, own: withStatements(node, kept).documents.flatMap(({ statements }) => statements) };
    expect(proveNode(withStatements(exempting, kept), prover(), () => [arn]).findings).toEqual([]);
  });

  it('have statements and actions that others make superfluous, of two that are alike one', () => {
    const all = { Action: 's3:*' };
    const eu = {
      Action: ['s3:CreateBucket', 'iam:PassRole'],
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    };
    const dead = deadStatements(
      withStatements(node, all, eu, { Action: 's3:*' }, { ...eu, Action: 's3:GetObject' }),
      prover(),
    );
    expect(dead.map(({ statement: { Action }, actions }) => [Action, actions])).toEqual([
      ['s3:*', undefined],
      [['s3:CreateBucket', 'iam:PassRole'], ['s3:CreateBucket']],
      ['s3:GetObject', undefined],
    ]);
  });

  it('have an action of two statements that is superfluous in one of them only', () => {
    const two = [{ Action: ['s3:CreateBucket', 's3:GetObject'] }, { Action: ['s3:CreateBucket', 's3:PutObject'] }];
    const eu = { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };
    const [first, second] = two;
    for (const statements of [
      [first, second],
      [
        { ...first, ...eu },
        { ...second, ...eu },
      ],
    ] as const) {
      const dead = deadStatements(withStatements(node, ...statements.flatMap((each) => each ?? [])), prover());
      expect(dead.map(({ statement: { Action }, actions }) => [Action, actions])).toEqual([
        [first?.Action, ['s3:CreateBucket']],
      ]);
    }
  });

  it('have no action that excuses another: of three in a ring, each is denied once', () => {
    const ring = [
      { Action: ['s3:CreateBucket', 's3:GetObject'] },
      { Action: ['s3:GetObject', 's3:PutObject'] },
      { Action: ['s3:PutObject', 's3:CreateBucket'] },
    ];
    const dead = deadStatements(withStatements(node, ...ring), prover());
    expect(dead.map(({ statement: { Action }, actions }) => actions ?? Action)).toEqual([
      ['s3:CreateBucket', 's3:GetObject'],
      ['s3:PutObject'],
    ]);
  });
});

describe('a promise', () => {
  const prevent = { scp: [{ Action: 's3:CreateBucket' }], exempt: ['deployRole'] } as const;
  const promised = async (change: Partial<ControlSpec>, settings = {}) => {
    const zone = zoneOf({ settings, controls: [madeControl({ prevent, ...change })] });
    return (await proved(zone)).flatMap((node) => node.promises);
  };

  it('follows from whom a control exempts: nobody passes for one of them', async () => {
    expect(await promised({})).toMatchObject([{ own: false, answer: { verdict: 'proved' } }]);
  });

  it('does not, where a name of the settings lets off whoever ends so', async () => {
    const exempt = { ...prevent, exempt: ['breakGlass'] as const };
    const roles = { breakGlass: ['BreakGlass*'] };
    const [promise] = await promised({ prevent: exempt }, { roles });
    expect(promise?.assuming.map(({ that }) => that)).toContain(
      'the settings do not name it with a path or a wildcard',
    );
    expect(promise?.answer).toEqual({ verdict: 'proved' });
  });

  it('that is about no request is not decided', async () => {
    const promises = [{ that: 'Nobody does', deny: nobody }] as ControlSpec['promises'];
    expect(await promised({ promises })).toMatchObject([
      { own: true, answer: { verdict: 'not decided', because: 'it is about no request' } },
      { own: false },
    ]);
  });

  it('of which an action or a resource is about no request is not decided, and says so', async () => {
    const bucket = 'arn:aws:s3:::lake';
    const assuming = [{ that: 'it is no lake', NotResource: bucket }];
    const deny = { Action: 's3:CreateBucket', Resource: [bucket, 'arn:aws:s3:::mart'] };
    const [lake, mart] = await promised({
      prevent: { scp: [{ Action: 's3:CreateBucket' }] },
      promises: [
        { that: 'a', deny, assuming },
        { that: 'b', deny: { ...deny, Resource: ['arn:aws:s3:::mart'] }, assuming },
      ],
    });
    expect(lake?.answer).toEqual({ verdict: 'not decided', because: 'it is about no request' });
    expect(mart?.answer).toEqual({ verdict: 'proved' });
  });

  it('of which one of several statements is about no request is not decided', () => {
    const deny = [{ Action: 's3:CreateBucket' }, nobody];
    const promise = { control: 'made-control', own: false, that: 'a', by: 'scp', deny, assuming: [] } as const;
    const documents = new Denials('scp', [{ Action: 's3:*' }]);
    expect(provePromise(promise, documents, prover())).toEqual({
      verdict: 'not decided',
      because: 'it is about no request',
    });
  });

  it('of a control that is off or attached nowhere is not asked, and does not vanish', () => {
    const promises = [{ that: 'Nobody makes one', deny: { Action: 's3:CreateBucket' } }];
    const controls = [madeControl({ promises }), madeControl({ id: 'off', mode: 'off', promises })];
    const zone = zoneOf({ controls });
    expect(unaskedPromises(zone, packNodes(zone))).toMatchObject([{ control: 'off', that: 'Nobody makes one' }]);
  });

  it('is refuted by whom it forgets, and kept where that is assumed', async () => {
    const deny = { Action: 's3:CreateBucket' };
    const Condition = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/OrganizationAccountAccessRole' } };
    const assuming = [{ that: 'the principal is not the deploy role', Condition }];
    const [bare, assumed] = await promised({
      promises: [
        { that: 'a', deny },
        { that: 'b', deny, assuming },
      ],
    });
    expect(bare?.answer).toMatchObject({
      verdict: 'refuted',
      by: { context: { 'aws:principalarn': [expect.stringMatching(/:role\/OrganizationAccountAccessRole$/)] } },
    });
    expect(assumed?.answer).toEqual({ verdict: 'proved' });
  });

  it('is not about roles that it exempts, and is refuted by one that the control exempts beside them', async () => {
    const deny = { Action: 's3:CreateBucket' };
    const promises = [{ that: 'a', deny, exempt: ['deployRole'] }] as const;
    const [kept] = await promised({ promises });
    expect(kept?.assuming.map(({ that }) => that)).toEqual(['the principal is not the deploy role']);
    expect(kept?.answer).toEqual({ verdict: 'proved' });
    const more = { ...prevent, exempt: ['deployRole', 'breakGlass'] as const };
    const [broken] = await promised({ prevent: more, promises });
    expect(broken?.answer).toMatchObject({
      verdict: 'refuted',
      by: { context: { 'aws:principalarn': [expect.stringMatching(/:role\/BreakGlass$/)] } },
    });
  });

  it('of a control in an OU is kept by what is attached above it too', async () => {
    const zone = zoneOf({
      controls: [
        madeControl({ prevent: { scp: [{ Action: 's3:*' }] } }),
        madeControl({
          id: 'below',
          where: { organizationalUnits: ['Sandbox'] },
          promises: [{ that: 'Nobody reads', deny: { Action: 's3:GetObject' } }],
        }),
      ],
    });
    expect((await proved(zone)).flatMap((node) => node.promises)).toMatchObject([{ answer: { verdict: 'proved' } }]);
  });
});
