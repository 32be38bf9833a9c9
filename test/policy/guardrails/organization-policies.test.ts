import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import type { OrganizationPolicy } from '../../../policy/guardrails/organization-policy';
import { listOf } from '../../../policy/guardrails/packing/normal-form';
import type { ControlSpec } from '../../../schema/forms/control';
import type { LandingZone } from '../../../schema/landing-zone';
import { InvalidLandingZone } from '../../../schema/problems/problem';
import { madeControl } from '../../support/made-control';
import { problemsThrownBy } from '../../support/problems';
import { sampleAccounts, type ZoneChange, zoneOf } from '../../support/zone';

const zoneWith = (controls: Partial<ControlSpec>[], change: ZoneChange = {}): LandingZone =>
  zoneOf({ ...change, controls: controls.map(madeControl) });
const policiesOf = (controls: Partial<ControlSpec>[], change?: ZoneChange) =>
  organizationPolicies(zoneWith(controls, change));
const denying = (...Action: string[]): ControlSpec['prevent'] => ({ scp: [{ Action }] });
const inUnits = (...organizationalUnits: string[]): ControlSpec['where'] => ({ organizationalUnits });
const statementsOf = (policies: readonly OrganizationPolicy[]) =>
  policies.flatMap(({ targets, statements }) =>
    statements.map(({ statement, controls }) => ({
      at: targets.map(({ name }) => name).join(),
      actions: listOf(statement.Action),
      controls,
    })),
  );

describe('policies', () => {
  it('are attached to the nodes that a control names, and keep only controls that are on', () => {
    const policies = policiesOf(
      [
        { id: 'everywhere', prevent: denying('s3:A') },
        { id: 'units', where: inUnits('Sandbox'), prevent: denying('s3:B') },
        { id: 'not-on', prevent: denying('s3:C'), detect: { managed: 'S3_BUCKET_VERSIONING_ENABLED' } },
        { id: 'not-at-all', prevent: denying('s3:D') },
      ],
      {
        settings: {
          controls: { 'not-on': { mode: 'detect', reason: '-' }, 'not-at-all': { mode: 'off', reason: '-' } },
        },
      },
    );
    expect(statementsOf(policies)).toEqual([
      { at: 'Root', actions: ['s3:A'], controls: ['everywhere'] },
      { at: 'Sandbox', actions: ['s3:B'], controls: ['units'] },
    ]);
  });

  it('are of both types, each with a name of its own', () => {
    const policies = policiesOf([{ prevent: { scp: [{ Action: 's3:A' }], rcp: [{ Action: 's3:A' }] } }]);
    expect(policies.map(({ type, name, description }) => [type, name, description])).toEqual([
      ['SERVICE_CONTROL_POLICY', 'root-1', 'Keeps made-control'],
      ['RESOURCE_CONTROL_POLICY', 'root-resources-1', 'Keeps made-control'],
    ]);
  });

  it('are none where nothing is denied', () => {
    expect(organizationPolicies({ ...zoneOf(), controls: [] })).toEqual([]);
  });
});

describe('statements of several controls', () => {
  it('become one where only their actions differ, which names no control', () => {
    const [policy] = policiesOf([
      { id: 'b', prevent: denying('s3:B', 's3:C') },
      { id: 'a', prevent: denying('s3:C', 's3:A') },
    ]);
    expect(policy?.statements).toEqual([
      {
        statement: { Effect: 'Deny', Action: ['s3:A', 's3:B', 's3:C'], Resource: '*' },
        controls: ['a', 'b'],
        actionsOf: { a: ['s3:A', 's3:C'], b: ['s3:B', 's3:C'] },
      },
    ]);
  });

  it('of one control become one under its first Sid', () => {
    const [policy] = policiesOf([{ prevent: { scp: [{ Action: 's3:B' }, { Action: 's3:A' }] } }]);
    expect(policy?.statements.map(({ statement }) => statement)).toEqual([
      { Sid: 'MadeControl1', Effect: 'Deny', Action: ['s3:A', 's3:B'], Resource: '*' },
    ]);
  });

  it('lose what a wildcard of another one covers', () => {
    const policies = policiesOf([
      { id: 'a', prevent: denying('s3:Get*') },
      { id: 'b', prevent: denying('s3:GetObject', 's3:PutObject') },
    ]);
    expect(statementsOf(policies)).toEqual([
      { at: 'Root', actions: ['s3:Get*', 's3:PutObject'], controls: ['a', 'b'] },
    ]);
  });

  it.each<[string, ControlSpec['prevent']]>([
    ['resource', { scp: [{ Action: 's3:A', Resource: 'arn:aws:s3:::a' }] }],
    ['condition', { scp: [{ Action: 's3:A', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] }],
    ['exemption', { scp: [{ Action: 's3:A' }], exempt: ['breakGlass'] }],
    ['list of what is not denied', { scp: [{ NotAction: 's3:A' }] }],
  ])('stay apart where their %s differs', (_, prevent) => {
    const [policy] = policiesOf([
      { id: 'a', prevent },
      { id: 'b', prevent: denying('s3:B') },
    ]);
    expect(policy?.statements.map(({ controls }) => controls)).toEqual(expect.arrayContaining([['a'], ['b']]));
  });

  it('that name what is not denied become one where they are the same, and only there', () => {
    const butS3 = { scp: [{ NotAction: ['s3:B', 's3:A'] }] };
    const [policy] = policiesOf([
      { id: 'a', prevent: butS3 },
      { id: 'b', prevent: { scp: [{ NotAction: ['s3:A', 's3:B'] }] } },
      { id: 'c', prevent: { scp: [{ NotAction: 's3:A' }] } },
    ]);
    expect(policy?.statements).toEqual([
      { statement: { Effect: 'Deny', NotAction: ['s3:A', 's3:B'], Resource: '*' }, controls: ['a', 'b'] },
      { statement: { Sid: 'C', Effect: 'Deny', NotAction: 's3:A', Resource: '*' }, controls: ['c'] },
    ]);
  });
});

describe('a control', () => {
  const [wide, narrow] = ['Workloads', 'Workloads/MachineLearning'];

  it('is whole at each of its nodes, whatever a node above denies: that one may be switched off', () => {
    const policies = policiesOf([
      { id: 'above', where: inUnits(wide), prevent: denying('s3:A', 's3:Get*') },
      { id: 'below', where: inUnits(narrow), prevent: denying('s3:A', 's3:B', 's3:GetObject') },
    ]);
    expect(statementsOf(policies)).toEqual([
      { at: wide, actions: ['s3:A', 's3:Get*'], controls: ['above'] },
      { at: narrow, actions: ['s3:A', 's3:B', 's3:GetObject'], controls: ['below'] },
    ]);
  });

  it('has a policy of its own at each node that it names, so that what changes at one changes nothing at another', () => {
    const both = { id: 'both', where: inUnits('Workloads', 'Sandbox') };
    const policies = policiesOf([both]);
    expect(policies.map(({ name, targets }) => [name, targets.map((target) => target.name)])).toEqual([
      ['sandbox-1', ['Sandbox']],
      ['workloads-1', ['Workloads']],
    ]);
    const [sandbox, workloads] = policiesOf([both, { id: 'one', where: inUnits('Sandbox'), prevent: denying('s3:Z') }]);
    expect(workloads).toEqual(policies[1]);
    expect(sandbox?.content).not.toBe(policies[0]?.content);
  });
});

describe('accounts that a control names by a tag', () => {
  const accounts = sampleAccounts().map((account) => ({ ...account, tags: { tier: 'gold' } }));
  const where: ControlSpec['where'] = { accountTags: { tier: 'gold' } };

  it('have the policy attached to themselves: members of every state, but not the management account', () => {
    const [policy] = policiesOf([{ where }], { accounts });
    expect(policy?.name).toBe('tagged-tier-gold-1');
    expect(policy?.targets.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      ['acquired', 'log-archive', 'models', 'retired', 'sandbox', 'security'].map((name) => `account ${name}`),
    );
  });

  it('get it with their tags: one more account changes nothing but where it is attached', () => {
    const policies = policiesOf([{ where }], { accounts });
    const [first, ...more] = accounts.filter(({ name }) => name === 'acquired' || name === 'sandbox');
    const fewer = policiesOf([{ where }], { accounts: accounts.filter((account) => account !== first) });
    expect(more).toHaveLength(1);
    expect(fewer.map(({ name, content }) => [name, content])).toEqual(
      policies.map(({ name, content }) => [name, content]),
    );
  });

  it('have a policy for each of several tags, which count together', () => {
    const tagged = sampleAccounts().map((account) => ({ ...account, tags: { tier: 'gold', data: 'health' } }));
    const controls = [
      { id: 'a', where },
      { id: 'b', where: { accountTags: { data: 'health' } } },
    ];
    const within = (reservedScpSlots: number): ZoneChange => ({
      accounts: tagged,
      settings: { organization: { reservedScpSlots } },
    });
    expect(policiesOf(controls, within(7)).map(({ name }) => name)).toEqual([
      'tagged-data-health-1',
      'tagged-tier-gold-1',
    ]);
    expect(() => policiesOf(controls, within(8))).toThrow(InvalidLandingZone);
  });
});

describe('policies that do not fit', () => {
  /** A statement that alone fills more than half of a document, by the length of its resource. */
  const large = (id: string, length: number): Partial<ControlSpec> => ({
    id,
    prevent: { scp: [{ Action: 's3:A', Resource: `arn:aws:s3:::${'x'.repeat(length)}` }] },
  });
  const before = { settings: { organization: { scpQuota: 'before-2026-05' as const } } };
  const problemsOf = (controls: Partial<ControlSpec>[], change?: ZoneChange) =>
    problemsThrownBy(() => policiesOf(controls, change));
  const four = [3001, 3002, 3003, 3004].map((length) => large(`large-${length}`, length));

  it('are refused with node, need, limit and the controls, the largest first', () => {
    expect(problemsOf(four, before)).toEqual([]);
    expect(problemsOf([...four, large('one-more', 4000)], before)).toEqual([
      {
        file: 'accounts/landing-zone.ts',
        field: 'organization.scpQuota',
        value: 'before-2026-05',
        rule: expect.stringMatching(
          /^Root takes 4 documents of 5,120 characters, which is 5 policies per target less 1 of AWS and others \(.+, 2026-11-20\); its controls need 5 documents with 16,\d{3} characters$/,
        ),
        fix: expect.stringMatching(
          /characters of each alone: one-more 4,\d{3}, large-3004 3,\d{3}, large-3003 3,\d{3}, large-3002 3,\d{3}, large-3001 3,\d{3}$/,
        ),
      },
    ]);
  });

  it('fit where AWS takes more', () => {
    expect(problemsOf([...four, large('one-more', 4000)])).toEqual([]);
  });

  it('leave the slots free that others take', () => {
    const reserved = (reservedScpSlots: number): ZoneChange => ({
      settings: { organization: { ...before.settings.organization, reservedScpSlots } },
    });
    expect(problemsOf(four.slice(1), reserved(1))).toEqual([]);
    expect(problemsOf(four, reserved(1))).toMatchObject([{ rule: expect.stringContaining('Root takes 3 documents') }]);
    expect(problemsOf(four.slice(3), reserved(8))).toMatchObject([
      { rule: expect.stringContaining('Root takes 0 documents') },
    ]);
  });

  it('are refused where one statement is longer than a document and has no actions to be cut at', () => {
    expect(problemsOf([large('too-long', 5100)], before)).toEqual([
      {
        file: 'accounts/landing-zone.ts',
        field: 'organization.scpQuota',
        value: 'before-2026-05',
        rule: expect.stringMatching(
          /^a document has at most 5,120 characters \(.+\); one statement for Root has 5,\d{3}, /,
        ),
        fix: expect.stringMatching(/it keeps too-long$/),
      },
    ]);
  });

  it('are refused all at once, resource control policies too, which no setting has room for', () => {
    const rcp = [1, 2, 3, 4, 5].map((id) => ({ Action: 's3:A', Resource: `arn:aws:s3:::${String(id).repeat(3000)}` }));
    const problems = problemsOf([...four, large('one-more', 4000), { id: 'resources', prevent: { rcp } }], before);
    expect(problems.map(({ field, value }) => [field, value])).toEqual([
      ['organization.scpQuota', 'before-2026-05'],
      ['controls', 'resource control policies'],
    ]);
    expect(problems[1]?.rule).toMatch(/^Root takes 4 documents of 5,120 characters/);
  });

  it('are longer than the quotas of any set only where a person is told: the sample fits its own', () => {
    expect(() => organizationPolicies(zoneOf())).not.toThrow();
  });
});
