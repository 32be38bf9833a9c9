import type { Elements } from '../../policy/iam/statement-test';
import { Denials, Prover } from '../../proof/prover';
import { verdictOf } from '../../proof/request';

/** Keys of this test that may have several values. */
const several = ['aws:tagkeys'];
const made = (kind: 'scp' | 'rcp' = 'scp') => new Prover(kind, (key) => !several.includes(key));

/** Whether one statement denies all that another does: yes, a request that it lets through, or why nobody knows. */
function answer(old: Elements, ...now: readonly Elements[]) {
  return made().denies(old, new Denials('scp', now));
}
/** A policy variable. */
const variable = (key: string): string => `\${${key}}`;
const region = (operator: string, ...values: readonly string[]): Elements => ({
  Action: 's3:GetObject',
  Condition: { [operator]: { 'aws:RequestedRegion': values } },
});
const on = (...Resource: readonly string[]): Elements => ({ Action: 's3:GetObject', Resource });
const by = (operator: string, key: string, ...values: readonly string[]): Elements => ({
  Action: 's3:GetObject',
  Condition: { [operator]: { [key]: values } },
});

const proofs: readonly (readonly [string, Elements, ...(readonly Elements[])])[] = [
  ['an action is denied by a pattern', { Action: 's3:GetObject' }, { Action: 's3:get*' }],
  ['an action is none of those that are left out', { Action: 's3:GetObject' }, { NotAction: ['iam:*', 'sts:*'] }],
  [
    'two statements share the actions',
    { Action: ['s3:Get*', 'iam:PassRole'] },
    { Action: 's3:G*' },
    { Action: 'iam:*' },
  ],
  [
    'a pattern is cut into an action and the rest',
    { Action: 's3:*' },
    { Action: 's3:GetObject' },
    { NotAction: ['s3:GetObject', 'iam:*'] },
  ],
  ['a bucket is in a pattern', on('arn:aws:s3:::lake-*'), on('arn:aws:s3:::l*')],
  [
    'a star at the end of a part of a resource goes beyond a colon',
    on('arn:aws:s3:eu:1:lake'),
    on('arn:aws:s3:*:lake'),
  ],
  [
    'patterns with and without a resource make everything',
    { Action: 's3:GetObject' },
    on('arn:aws:s3:::a*'),
    { Action: 's3:GetObject', NotResource: 'arn:aws:s3:::a*' },
  ],
  [
    'fewer regions are let off',
    region('StringNotEquals', 'eu-west-1', 'eu-central-1'),
    region('StringNotEquals', 'eu-west-1'),
  ],
  [
    'IfExists changes nothing for a negated operator',
    region('StringNotEquals', 'eu-west-1'),
    region('StringNotEqualsIfExists', 'eu-west-1'),
  ],
  [
    'a key is there or is not',
    { Action: 's3:GetObject' },
    by('Null', 'aws:PrincipalArn', 'true'),
    by('Null', 'aws:PrincipalArn', 'false'),
  ],
  [
    'true has capitals or has none',
    by('Bool', 'aws:SecureTransport', 'false'),
    by('StringEqualsIgnoreCase', 'aws:SecureTransport', 'FALSE'),
  ],
  [
    'capitals are those of ASCII, and nothing else counts as s or k',
    by('StringEqualsIgnoreCase', 'aws:PrincipalType', 'sk'),
    by('StringEquals', 'aws:PrincipalType', 'sk', 'sK', 'Sk', 'SK'),
  ],
  [
    'a number is below a greater one',
    by('NumericLessThan', 's3:max-keys', '5'),
    by('NumericLessThanEquals', 's3:max-keys', '5'),
  ],
  [
    'a date is after an earlier one',
    by('DateGreaterThan', 'aws:CurrentTime', '2026-01-02'),
    by('DateGreaterThan', 'aws:CurrentTime', '2026-01-01T12:00:00Z'),
  ],
  [
    'an address is in one half of a range or in the other',
    by('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    by('IpAddress', 'aws:SourceIp', '10.0.0.0/9', '10.128.0.0/9'),
  ],
  [
    'an address is in a range, or in none of those within it',
    by('IpAddress', 'aws:SourceIp', '2001:db8::/32'),
    by('IpAddress', 'aws:SourceIp', '2001:db8::/40'),
    by('NotIpAddress', 'aws:SourceIp', '2001:db8:0:1::/64', '::ffff:10.0.0.1'),
  ],
  [
    'some value is among more',
    by('ForAnyValue:StringEquals', 'aws:TagKeys', 'a'),
    by('ForAnyValue:StringEquals', 'aws:TagKeys', 'a', 'b'),
  ],
  [
    'all are among some, or one is among none',
    { Action: 's3:GetObject' },
    by('ForAllValues:StringEquals', 'aws:TagKeys', 'a'),
    by('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'a'),
  ],
  [
    'a key is a variable or is not',
    { Action: 's3:GetObject' },
    by('StringEquals', 'aws:SourceAccount', variable('aws:ResourceAccount')),
    by('StringNotEquals', 'aws:SourceAccount', variable('aws:ResourceAccount')),
  ],
  [
    'a key has a value and is that of another key',
    {
      Action: 's3:GetObject',
      Condition: {
        StringEquals: { 'aws:SourceAccount': [variable('aws:ResourceAccount')], 'aws:ResourceAccount': ['1'] },
      },
    },
    by('StringEquals', 'aws:SourceAccount', '1'),
  ],
  [
    'a key that is a variable is there, and so is the variable',
    by('StringEquals', 'aws:SourceAccount', variable('aws:ResourceAccount')),
    {
      Action: 's3:GetObject',
      Condition: { Null: { 'aws:SourceAccount': 'false', 'aws:ResourceAccount': 'false' } },
    },
  ],
  [
    'two keys have the one value that there is',
    {
      Action: 's3:GetObject',
      Condition: { StringEquals: { 'aws:SourceAccount': ['1'], 'aws:ResourceAccount': ['1'] } },
    },
    by('StringEquals', 'aws:SourceAccount', variable('aws:ResourceAccount')),
  ],
];

describe('a proof', () => {
  it.each(proofs.map(([where, old, ...now]) => ({ where, old, now })))('is found where $where', ({ old, now }) => {
    expect(answer(old, ...now)).toEqual({ verdict: 'proved' });
  });

  it('is of claims that are about some request', () => {
    expect(proofs.map(([, old]) => made().example(old).verdict)).toEqual(proofs.map(() => 'refuted'));
  });

  it('is worth nothing where the claim is about no request, and that is seen', () => {
    const nobody = {
      Action: 's3:GetObject',
      Condition: { Null: { 'aws:PrincipalArn': 'true' }, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
    };
    expect(answer(nobody, { Action: 'iam:PassRole' })).toEqual({ verdict: 'proved' });
    expect(made().example(nobody)).toEqual({ verdict: 'proved' });
    const assumption = region('StringEquals', 'eu-central-1');
    expect(made().example(region('StringEquals', 'eu-west-1'), [assumption])).toEqual({ verdict: 'proved' });
  });
});

const refutations: readonly (readonly [string, Elements, Elements, object])[] = [
  [
    'an action is left out',
    { Action: ['s3:GetObject', 's3:PutObject'] },
    { Action: 's3:GetObject' },
    { action: 's3:PutObject' },
  ],
  [
    'a star of an ARN operator stays within its part',
    by('StringEquals', 'aws:PrincipalArn', 'arn:aws:iam::1:x:y'),
    by('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:y'),
    { context: { 'aws:principalarn': ['arn:aws:iam::1:x:y'] } },
  ],
  [
    'a star within a part of a resource stays in it',
    on('arn:aws:s3:a:bx:lake'),
    on('arn:aws:s3:*x:lake'),
    { resource: 'arn:aws:s3:a:bx:lake' },
  ],
  [
    'only the shortest action of a pattern is named',
    { Action: 'bedrock:InvokeModel*' },
    { Action: 'bedrock:InvokeModel' },
    { action: expect.stringMatching(/^bedrock:invokemodel./) },
  ],
  [
    'a question mark of an ARN operator is no colon',
    by('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::?1:r'),
    by('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::?1:r'),
    { context: { 'aws:principalarn': ['arn:aws:iam:::1:r'] } },
  ],
  [
    'a value has capitals',
    by('StringEqualsIgnoreCase', 'aws:PrincipalType', 'a'),
    by('StringEquals', 'aws:PrincipalType', 'a'),
    { context: { 'aws:principaltype': ['A'] } },
  ],
  [
    'a pattern leaves out its beginning',
    on('arn:aws:s3:::lake*'),
    on('arn:aws:s3:::lake?*'),
    { resource: 'arn:aws:s3:::lake' },
  ],
  [
    'a key may be absent',
    { Action: 's3:GetObject' },
    region('StringLike', '*'),
    { context: { 'aws:requestedregion': [] } },
  ],
  [
    'a region is let off',
    region('StringNotEquals', 'eu-west-1'),
    region('StringNotEquals', 'eu-west-1', 'us-east-1'),
    { context: { 'aws:requestedregion': ['us-east-1'] } },
  ],
  [
    'a number is the threshold',
    by('NumericLessThanEquals', 's3:max-keys', '5'),
    by('NumericLessThan', 's3:max-keys', '5'),
    { context: { 's3:max-keys': ['5'] } },
  ],
  [
    'an address is in the other half of a range',
    by('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    by('IpAddress', 'aws:SourceIp', '10.0.0.0/9'),
    { context: { 'aws:sourceip': ['10.128.0.0'] } },
  ],
  [
    'an address of IPv6 is behind a range',
    by('IpAddress', 'aws:SourceIp', '2001:db8::/32'),
    by('IpAddress', 'aws:SourceIp', '2001:db8::/33'),
    { context: { 'aws:sourceip': ['2001:db8:8000:0:0:0:0:0'] } },
  ],
  [
    'no range has the address',
    by('NotIpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    by('NotIpAddress', 'aws:SourceIp', '0.0.0.0/0'),
    { context: { 'aws:sourceip': [expect.stringMatching(/^\d+(\.\d+){3}$/)] } },
  ],
  [
    'all is also none',
    by('ForAllValues:StringEquals', 'aws:TagKeys', 'a'),
    by('ForAnyValue:StringEquals', 'aws:TagKeys', 'a'),
    { context: { 'aws:tagkeys': [] } },
  ],
  [
    'one of two values is among none',
    by('ForAnyValue:StringEquals', 'aws:TagKeys', 'a'),
    by('ForAllValues:StringEquals', 'aws:TagKeys', 'a'),
    { context: { 'aws:tagkeys': expect.arrayContaining(['a']) } },
  ],
  [
    'a variable has another value',
    by('Null', 'aws:SourceAccount', 'false'),
    by('StringEquals', 'aws:SourceAccount', variable('aws:ResourceAccount')),
    {},
  ],
];

describe('a refutation', () => {
  it.each(refutations)('is a request that the evaluator confirms, where %s', (_, old, now, request) => {
    const found = made().denies(old, new Denials('scp', [now]), [], true);
    expect(found).toMatchObject({ verdict: 'refuted', by: request });
    if (found.verdict !== 'refuted') return;
    expect(verdictOf('scp', new Denials('scp', [old]).document, found.by)).toBe('denied');
    expect(verdictOf('scp', new Denials('scp', [now]).document, found.by)).toBe('not denied');
  });

  it('has what every request has, and no other key that it can do without', () => {
    const old = { Action: 's3:GetObject', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };
    const now = {
      ...old,
      Condition: { ...old.Condition, ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Deploy' } },
    };
    expect(made().denies(old, new Denials('scp', [now]), [], true)).toEqual({
      verdict: 'refuted',
      by: {
        action: 's3:GetObject',
        resource: '*',
        context: {
          'aws:requestedregion': ['me-central-1'],
          'aws:principalarn': [expect.stringMatching(/^arn:aws:iam::.*:role\/Deploy$/)],
        },
      },
    });
  });

  it('tells keys apart whatever they are called', () => {
    const Condition = { StringEquals: { resource: 'a', 'k 0': 'b', k: 'c' }, Null: { 'k 0 0': 'true' } };
    expect(answer({ Action: 's3:GetObject', Condition }, { Action: 'iam:PassRole' })).toEqual({
      verdict: 'refuted',
      by: { action: 's3:GetObject', resource: '*', context: { resource: ['a'], 'k 0': ['b'], k: ['c'], 'k 0 0': [] } },
    });
  });

  it('is found in resource control policies too', () => {
    const old = by('StringNotEqualsIfExists', 'aws:PrincipalOrgID', 'o-ours');
    const found = made('rcp').denies(
      old,
      new Denials('rcp', [by('StringNotEquals', 'aws:PrincipalOrgID', 'o-ours', 'o-theirs')]),
    );
    expect(found).toMatchObject({ verdict: 'refuted', by: { context: { 'aws:principalorgid': ['o-theirs'] } } });
  });
});

describe('nothing is said', () => {
  it.each([
    ['bytes', by('BinaryEquals', 'aws:x', 'QUJD'), /binaryequals, which is not encoded \(BinaryEquals of aws:x\)/],
    [
      'a variable within a value',
      by('StringEquals', 'aws:x', `team-${variable('aws:username')}`),
      /variable in 'team-\$\{aws:username\}'/,
    ],
    ['a variable that may have several values', by('StringEquals', 'aws:x', variable('aws:TagKeys')), /several values/],
    [
      'a Null that is neither true nor false',
      by('Null', 'aws:x', 'maybe'),
      /of 'maybe', which is neither true nor false/,
    ],
    ['a number of too many digits', by('NumericLessThan', 'k', '100000000000000000'), /too great/],
    ['a number beyond the exact ones', by('NumericGreaterThan', 'k', '9007199254740993'), /too great/],
    ['a number of 400 digits', by('NumericGreaterThan', 'k', '9'.repeat(400)), /too great/],
    ['numbers without another between them', by('NumericEquals', 'k', '1', '1.0000000000000002'), /too close/],
    ['a date beyond the exact ones', by('DateLessThan', 'aws:CurrentTime', '9'.repeat(20)), /too great/],
    ['an operator that IAM does not have', by('StringSeems', 'aws:x', 'y'), /StringSeems is not known/],
    [
      'a key that is text and a number',
      { Action: 's3:GetObject', Condition: { NumericEquals: { k: '5' }, StringLike: { k: '5*' } } },
      /both as text and as a number/,
    ],
  ] as const)('of a statement with %s', (_, statement, because) => {
    expect(answer(statement, { Action: 'iam:PassRole' })).toEqual({
      verdict: 'not decided',
      because: expect.stringMatching(because),
    });
  });

  it('where what is not encoded makes the difference, and something where it makes none', () => {
    const own = by('StringEquals', 'aws:x', `team-${variable('aws:username')}`);
    expect(answer({ Action: 's3:GetObject' }, own)).toMatchObject({ verdict: 'refuted' });
    const others = by('StringNotEquals', 'aws:x', `team-${variable('aws:username')}`);
    expect(answer({ Action: 's3:GetObject' }, others)).toEqual({
      verdict: 'not decided',
      because: expect.stringContaining('the policy variable'),
    });
    expect(answer({ Action: 's3:GetObject' }, others, { Action: 's3:*' })).toEqual({ verdict: 'proved' });
  });

  it('against a statement that stands on both sides, whatever is in it', () => {
    const bytes = by('BinaryEquals', 'aws:x', 'QUJD');
    expect(answer(bytes, { ...bytes, Action: 's3:Get*' })).toEqual({ verdict: 'proved' });
    expect(answer({ ...bytes, Action: 's3:*' }, { ...bytes, Action: 's3:Get*' }).verdict).toBe('not decided');
  });

  it('of a key that is compared with two variables', () => {
    const two = by(
      'StringEquals',
      'aws:SourceAccount',
      variable('aws:ResourceAccount'),
      variable('aws:PrincipalAccount'),
    );
    expect(answer(two, { Action: 'iam:PassRole' })).toEqual({
      verdict: 'not decided',
      because: expect.stringContaining('several policy variables of one key'),
    });
  });

  it('of more values than are looked at', () => {
    const Condition = Object.fromEntries(
      [
        'ForAnyValue:StringEquals',
        'ForAnyValue:StringLike',
        'ForAnyValue:StringNotLike',
        'ForAllValues:StringNotEquals',
        'ForAnyValue:StringNotEquals',
        'ForAllValues:StringNotLike',
        'StringEquals',
      ].map((operator, index) => [operator, { 'aws:TagKeys': `${index}` }]),
    );
    expect(answer({ Action: 's3:GetObject', Condition }, { Action: 'iam:PassRole' })).toEqual({
      verdict: 'not decided',
      because: expect.stringContaining('more is asked of the values of aws:tagkeys'),
    });
  });
});
