import * as fc from 'fast-check';
import {
  type AuthorizationRequest,
  authorize,
  type Policies,
  type PolicyDocument,
  type SourcedDocument,
} from '../../../policy/iam/authorize';
import { contextOf } from '../../../policy/iam/context';
import { findPrincipal } from '../../../policy/iam/principal';

type Statements = Extract<PolicyDocument['Statement'], readonly unknown[]>;
type One = Statements[number];
type Kind = 'identity' | 'boundary' | 'session' | 'resource' | 'scp' | 'rcp';

const [own, other] = ['111122223333', '444455556666'];
const role = `arn:aws:iam::${own}:role/r`;
const session = `arn:aws:sts::${own}:assumed-role/r/s`;
const user = `arn:aws:iam::${own}:user/u`;

const request: fc.Arbitrary<AuthorizationRequest> = fc.record({
  action: fc.constantFrom('s3:GetObject', 's3:GetObject', 's3:PutObject', 'kms:Decrypt'),
  resource: fc.constantFrom('arn:aws:s3:::b/k', 'arn:aws:s3:::b/k', `arn:aws:kms:eu-west-1:${own}:key/1`),
  resourceAccount: fc.constantFrom(undefined, own, other),
  principal: fc.constantFrom(
    ...[role, session, user, `arn:aws:iam::${own}:root`, 'config.amazonaws.com'].map(findPrincipal),
    { kind: 'anonymous' } as const,
  ),
  context: fc.constantFrom(contextOf(), contextOf({ 'aws:PrincipalTag/team': 'ml' })),
});

const condition = fc
  .tuple(
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLikeIfExists', 'ForAllValues:StringLike'),
    fc.constantFrom('ml', 'm*'),
  )
  .map(([operator, team]) => ({ [operator]: { 'aws:PrincipalTag/team': team } }));
const principal = fc.constantFrom('*' as const, ...[role, session, user, own, '*'].map((AWS) => ({ AWS })), {
  Service: 'config.amazonaws.com',
});

/** A statement as it may stand in a policy of a kind. */
const statementOf = (kind: Kind, effect: fc.Arbitrary<One['Effect']>): fc.Arbitrary<One> =>
  fc
    .record(
      {
        Effect: effect,
        Action: fc.constantFrom('*', 's3:*', 's3:Get*', 'kms:Decrypt'),
        Resource: fc.constantFrom('*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::other'),
        Condition: condition,
        Principal: kind === 'rcp' ? fc.constant('*' as const) : principal,
      },
      { requiredKeys: ['Effect', 'Action', 'Resource', 'Principal'] },
    )
    .map(({ Principal, ...statement }) =>
      kind === 'rcp' || kind === 'resource' ? { ...statement, Principal } : statement,
    );

const either = fc.constantFrom('Allow' as const, 'Deny' as const);
const mostlyAllow = fc.oneof({ weight: 9, arbitrary: fc.constant('Allow' as const) }, { weight: 1, arbitrary: either });
const documentOf = (kind: Kind, effect = mostlyAllow): fc.Arbitrary<SourcedDocument> =>
  fc
    .array(statementOf(kind, effect), { minLength: 1, maxLength: 4 })
    .map((Statement) => ({ name: kind, document: { Version: '2012-10-17', Statement } }));
const some = (kind: Kind) => fc.array(documentOf(kind), { maxLength: 2 });

/** Each limit makes it less likely that anything is allowed. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const policies: fc.Arbitrary<Policies> = fc.record({
  identity: some('identity'),
  boundary: rarely(documentOf('boundary')),
  session: rarely(some('session')),
  resource: some('resource'),
  scps: rarely(fc.array(some('scp'), { maxLength: 2 })),
  rcps: rarely(fc.array(some('rcp'), { maxLength: 2 })),
});

const kinds = ['identity', 'session', 'resource', 'scp', 'rcp'] as const;

/** The policies and one more, at every node where it is one of the organization. */
function withMore(some: Policies, kind: (typeof kinds)[number], more: SourcedDocument): Policies {
  if (kind === 'scp') return { ...some, scps: (some.scps ?? []).map((node) => [...node, more]) };
  if (kind === 'rcp') return { ...some, rcps: (some.rcps ?? []).map((node) => [...node, more]) };
  return { ...some, [kind]: [...(some[kind] ?? []), more] };
}

/** The policies in the opposite order, with the statements of each in the opposite order. */
function reversed(some: Policies): Policies {
  const turn = ({ name, document }: SourcedDocument): SourcedDocument => {
    if (typeof document === 'string') return { name, document };
    return { name, document: { ...document, Statement: [document.Statement].flat().toReversed() } };
  };
  const all = (documents: readonly SourcedDocument[] = []) => documents.map(turn).toReversed();
  return {
    identity: all(some.identity),
    boundary: some.boundary && turn(some.boundary),
    session: all(some.session),
    resource: all(some.resource),
    scps: some.scps?.map(all),
    rcps: some.rcps?.map(all),
  };
}

/** Documents that AWS would not save, in some kind or in each. */
const unreadable = fc.constantFrom<PolicyDocument | string>(
  '{',
  '[]',
  '{"Statement":[{}]}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Odd":{"a:b":"c"}}}}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"CanonicalUser":"x"}}}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Odd":true,"Principal":"*"}}',
  '{"Version":"2020-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}}',
);

describe('a request', () => {
  it('is never allowed by one more Deny', () => {
    const cases = fc
      .constantFrom(...kinds)
      .chain((kind) => fc.tuple(fc.constant(kind), documentOf(kind, fc.constant('Deny'))));
    fc.assert(
      fc.property(request, policies, cases, (asked, before, [kind, more]) => {
        if (!authorize(asked, before).allowed)
          expect(authorize(asked, withMore(before, kind, more)).allowed).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is decided alike in whatever order policies and statements stand', () => {
    fc.assert(
      fc.property(request, policies, (asked, some) => {
        expect(authorize(asked, reversed(some)).allowed).toBe(authorize(asked, some).allowed);
      }),
      { numRuns: 500 },
    );
  });

  it('is never allowed by a policy that cannot be read, and always denied with one', () => {
    fc.assert(
      fc.property(
        request,
        policies,
        fc.constantFrom('identity', 'session', 'resource'),
        unreadable,
        (asked, some, kind, document) => {
          expect(authorize(asked, withMore(some, kind, { name: 'odd', document })).allowed).toBe(false);
        },
      ),
    );
  });

  it('is decided with a boundary, SCPs and RCPs that allow everything as it is without any', () => {
    const open: SourcedDocument = {
      name: 'open',
      document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
    };
    const openRcp: SourcedDocument = {
      name: 'open',
      document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' } },
    };
    fc.assert(
      fc.property(request, policies, (asked, some) => {
        const free = { ...some, boundary: undefined, scps: undefined, rcps: undefined };
        const bound = { ...free, boundary: open, scps: [[open]], rcps: [[openRcp]] };
        expect(authorize(asked, bound).allowed).toBe(authorize(asked, free).allowed);
      }),
      { numRuns: 500 },
    );
  });

  it('is sometimes allowed and sometimes denied, so that these say something', () => {
    const outcomes = fc
      .sample(fc.tuple(request, policies), 1000)
      .map(([asked, some]) => authorize(asked, some).allowed);
    const allowed = outcomes.filter(Boolean).length;
    expect(allowed).toBeGreaterThan(50);
    expect(allowed).toBeLessThan(950);
  });
});
