import { among, endless, fewer, high, low, more, off, on, renames, replaces } from '../../review/direction';
import { eventPattern } from '../../review/kinds/event-pattern';
import { eventSelectors } from '../../review/kinds/event-selectors';
import { comparePacks } from '../../review/packs';
import { review } from '../../review/review';
import type { StackJson } from '../../review/stack-json';

describe('a value', () => {
  it.each([
    ['true that is false', on('a'), true, false, 'weaker'],
    ['true that is gone where nothing is off', on('a', false), true, undefined, 'weaker'],
    ['false where nothing was on', on('a', true), undefined, false, 'weaker'],
    ['true that is gone where nobody knows what nothing is', on('a'), true, undefined, 'not judged'],
    ['what is to be off', off('a', false), undefined, true, 'weaker'],
    ['a weaker word where nothing was the strongest', among('a', ['LOW', 'HIGH'], 'HIGH'), undefined, 'LOW', 'weaker'],
    ['a word where nobody knows what nothing was', among('a', ['LOW', 'HIGH']), undefined, 'LOW', 'not judged'],
    ['an end where zero was none', high('a', endless), 0, 1, 'weaker'],
    ['an end that is gone by zero', high('a', endless), 365, 0, 'stronger'],
    ['another thing that it is about', replaces('a'), 'x', 'y', 'not judged'],
    ['another name', renames('a'), 'x', 'y', 'harmless'],
    ['a smaller number', high('a', 0), 30, 10, 'weaker'],
    ['a number where none is without end', high('a', endless), undefined, 10, 'weaker'],
    ['a greater number of what is to be low', low('a'), 1, 2, 'weaker'],
    ['no preference, as AWS writes it', low('a', 64), 2, -1, 'weaker'],
    ['a number that is none', high('a'), 1, 'x', 'not judged'],
    ['a weaker word', among('a', ['LOW', 'HIGH']), 'HIGH', 'LOW', 'weaker'],
    ['a word that nobody knows', among('a', ['LOW', 'HIGH']), 'HIGH', 'LATER', 'not judged'],
    ['one more of what protects', more('a'), undefined, 'x', 'stronger'],
    ['one less of what protects', more('a'), 'x', undefined, 'weaker'],
    ['another one of what protects', more('a'), 'x', 'y', 'not judged'],
    ['one more of what opens', fewer('a'), undefined, 'x', 'weaker'],
  ] as const)('is judged: %s', (_, direction, before, after, verdict) => {
    expect(direction.judge(before, after)).toBe(verdict);
  });
});

const verdictsOf = (effects: readonly { readonly verdict: string }[]) => effects.map(({ verdict }) => verdict);

describe('an event pattern', () => {
  it.each([
    [{ source: ['a'] }, { source: ['a', 'b'] }, ['stronger']],
    [{ source: ['a', 'b'] }, { source: ['a'] }, ['weaker']],
    [{ source: ['a'] }, { source: ['a'], detail: { x: [1] } }, ['weaker']],
    [{ source: ['a'], detail: { x: [1] } }, { source: ['a'] }, ['stronger']],
    [{ $or: [{ a: [1] }] }, { $or: [{ a: [2] }] }, ['not judged']],
  ])('%j that becomes %j is %j', (before, after, verdicts) => {
    expect(verdictsOf(eventPattern(JSON.stringify(before), JSON.stringify(after)))).toEqual(verdicts);
  });
});

describe('selectors of a trail', () => {
  const selector = (name: string, ...field_selector: readonly object[]) => ({ name, field_selector });
  const data = { field: 'eventCategory', equals: ['Data'] };
  const types = (...equals: readonly string[]) => ({ field: 'resources.type', equals });
  it.each([
    ['is gone', [selector('a', data)], [], ['weaker']],
    ['is called otherwise', [selector('a', data)], [selector('b', data)], []],
    ['has a type less', [selector('a', types('x', 'y'))], [selector('a', types('x'))], ['weaker']],
    ['has a type more', [selector('a', types('x'))], [selector('a', types('x', 'y'))], ['stronger']],
    ['asks for more', [selector('a', data)], [selector('a', data, types('x'))], ['weaker']],
    [
      'leaves out more',
      [selector('a', { field: 'f', not_equals: ['x'] })],
      [selector('a', { field: 'f', not_equals: ['x', 'y'] })],
      ['weaker'],
    ],
  ] as const)('of which one %s', (_, before, after, verdicts) => {
    expect(verdictsOf(eventSelectors(before, after))).toEqual(verdicts);
  });
});

describe('conformance packs', () => {
  const pack = (rules: Readonly<Record<string, object>>, more: object = {}) => ({
    template_body: JSON.stringify({
      Resources: Object.fromEntries(
        Object.entries(rules).map(([ConfigRuleName, asks]) => [
          ConfigRuleName,
          { Type: 'AWS::Config::ConfigRule', Properties: { ConfigRuleName, ...asks } },
        ]),
      ),
    }),
    ...more,
  });
  const stack = (packs: Readonly<Record<string, object>>): StackJson =>
    ({ resource: { aws_config_organization_conformance_pack: packs } }) as StackJson;
  const effects = (before: StackJson, after: StackJson) =>
    comparePacks('compliance', before, after).flatMap(({ effects: all }) => all);

  it('lose nothing where a rule moves from one to the other', () => {
    const before = stack({ one: pack({ a: {}, b: {} }) });
    expect(effects(before, stack({ one: pack({ a: {} }), two: pack({ b: {} }) }))).toEqual([]);
  });

  it('say which rule is gone, new, asked of fewer accounts, or asks for something else', () => {
    const before = stack({ one: pack({ a: {}, b: {} }) });
    expect(verdictsOf(effects(before, stack({ one: pack({ a: {} }) })))).toEqual(['weaker']);
    expect(verdictsOf(effects(before, stack({ one: pack({ a: {}, b: {}, c: {} }) })))).toEqual(['stronger']);
    const fewerAccounts = stack({ one: pack({ a: {}, b: {} }, { excluded_accounts: ['111122223333'] }) });
    expect(effects(before, fewerAccounts)[0]?.says).toBe('is not checked any more in 111122223333');
    const other = stack({ one: pack({ a: {}, b: { InputParameters: { x: 1 } } }) });
    expect(verdictsOf(effects(before, other))).toEqual(['not judged']);
  });

  it('are read in YAML, and are not judged where they cannot be read', () => {
    const yaml = (...rules: readonly string[]) =>
      stack({
        one: {
          template_body: `Resources:\n${rules.map((rule) => `  ${rule}:\n    Type: AWS::Config::ConfigRule\n    Properties:\n      MaximumExecutionFrequency: !Ref Often\n`).join('')}`,
        },
      });
    expect(verdictsOf(effects(yaml('A', 'B'), yaml('A')))).toEqual(['weaker']);
    expect(verdictsOf(effects(yaml('A'), stack({ one: { template_body: ': :\n- }' } })))).toContain('not judged');
  });

  it('have no rules where they say null', () => {
    const none = stack({ one: { template_body: '{"Resources":null}' } });
    expect(verdictsOf(effects(stack({ one: pack({ a: {} }) }), none))).toEqual(['weaker']);
  });

  it('ask for all that each of them asks for where two have the same rule', () => {
    const [strict, lax] = [
      pack({ a: { InputParameters: { days: 1 } } }),
      pack({ a: { InputParameters: { days: 90 } } }),
    ];
    const both = stack({ one: strict, two: lax });
    expect(verdictsOf(effects(both, stack({ one: lax, two: lax })))).toEqual(['not judged']);
  });
});

describe('a review', () => {
  const of = async (before: StackJson, after: StackJson) =>
    (await review(new Map([['s', before]]), new Map([['s', after]]))).findings.map(({ subject, change, effects }) => [
      subject,
      change,
      ...verdictsOf(effects),
    ]);
  const bucket = { resource: { aws_s3_bucket: { a: { bucket: 'a' } } } };

  it('does not pass over a type that nobody knows', async () => {
    expect(await of({ resource: {} }, { resource: { aws_made: { a: {} } } })).toEqual([
      ['aws_made.a', 'added', 'not judged'],
    ]);
  });

  it('follows what has moved, and tells what is kept from what is destroyed', async () => {
    const moved = {
      resource: { aws_s3_bucket: { b: { bucket: 'a' } } },
      moved: [{ from: 'aws_s3_bucket.a', to: 'aws_s3_bucket.b' }],
    };
    expect(await of(bucket, moved)).toEqual([]);
    const kept = { resource: {}, removed: [{ from: 'aws_s3_bucket.a' }] };
    expect(await of(bucket, kept)).toEqual([['aws_s3_bucket.a', 'kept', 'harmless']]);
    expect(await of(bucket, { resource: {} })).toEqual([['aws_s3_bucket.a', 'destroyed', 'weaker']]);
  });

  it.each([
    ['aws_cloudtrail', { name: 'a' }],
    ['aws_organizations_account', { parent_id: 'r-1' }],
    ['aws_iam_role_policy_attachment', { role: 'a' }],
  ])('does not judge %s that is kept: nothing watches over it any more', async (type, body) => {
    const kept = { resource: {}, removed: [{ from: `${type}.a` }] };
    expect(await of({ resource: { [type]: { a: body } } }, kept)).toEqual([[`${type}.a`, 'kept', 'not judged']]);
  });

  it('says that a bucket of another name is another bucket, and that the former goes', async () => {
    const other = { resource: { aws_s3_bucket: { a: { bucket: 'b' } } } };
    expect(await of(bucket, other)).toEqual([['aws_s3_bucket.a', 'replaced', 'weaker', 'harmless']]);
  });

  it('says what of the settings of a stack nobody here can judge', async () => {
    const backend = (name: string) => ({ terraform: { backend: { s3: { bucket: name } } } }) as StackJson;
    expect(await of(backend('a'), backend('b'))).toEqual([['terraform.backend', 'changed', 'not judged']]);
    const provider = (role: string) => ({
      provider: { aws: [{ region: 'eu-west-1', assume_role: [{ role_arn: role }] }] },
    });
    expect(await of(provider('a'), provider('b'))).toEqual([['provider.aws', 'changed', 'not judged']]);
  });
});
