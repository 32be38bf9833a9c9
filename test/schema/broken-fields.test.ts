import { describeProblem } from '../../schema/problems/problem';
import { problemsOf, withAccount } from '../support/bad-input';
import { sampleAccounts, sampleModelCard, sampleSettings } from '../support/zone';

const fieldsOf = (change: Parameters<typeof problemsOf>[0]): string[] =>
  problemsOf(change)
    .map(({ file, field }) => `${file}: ${field}`)
    .sort();

const { services } = sampleSettings();
const profile = { name: 'notes', model: 'anthropic.claude-sonnet-4-v1:0', costCenter: '4711' };
const models = sampleAccounts().find(({ name }) => name === 'models');

describe('a field of the settings that is broken', () => {
  it.each([
    ['regions', 'eu-central-1'],
    ['homeRegion', 7],
    ['organizationalUnits', 'Sandbox'],
    ['name', undefined],
    ['services', []],
    ['logs', 'long'],
    ['tagPolicy', 7],
    ['roles', { dataStewards: 'DataSteward' }],
    ['controls', 'none'],
  ])('is said once, and draws no second problem in files that are right: %s', (field, value) => {
    const problems = problemsOf({ settings: { [field]: value }, modelCards: [sampleModelCard()] });
    expect(problems.map(({ file }) => file)).toEqual(['accounts/landing-zone.ts']);
    expect(problems[0]?.field.startsWith(field)).toBe(true);
  });

  it('does not make a model unapproved where the list of approved models is broken', () => {
    const bedrock = { inferenceProfiles: [profile] };
    const accounts = withAccount('models', { ai: { ...models?.ai, bedrock } });
    expect(fieldsOf({ settings: { ai: { approvedModels: 'anthropic.claude-*' } }, accounts })).toEqual([
      'accounts/landing-zone.ts: ai.approvedModels',
    ]);
  });

  it('does not make a data steward unknown where the name of the list is misspelt', () => {
    const settings = { roles: { dataSteward: ['DataSteward'] } };
    const dataLake = {
      roles: [{ name: 'DataSteward' }],
      administrators: ['DataSteward'],
      databases: [
        { name: 'clinical', tables: [{ name: 'ages', format: 'parquet', columns: [{ name: 'age', type: 'int' }] }] },
      ],
    };
    const accounts = withAccount('models', { ai: { ...models?.ai, dataLake } });
    expect(fieldsOf({ settings, accounts })).toEqual(['accounts/landing-zone.ts: roles.dataSteward']);
  });

  it('hides nothing that is wrong elsewhere in the settings, in accounts or in model cards', () => {
    const settings = {
      regions: 'eu-central-1',
      awsProvider: 'latest',
      services: { ...services, guardDuty: { runtimeAgents: ['EC2_AGENT_MANAGEMENT'], features: [] } },
    };
    const accounts = withAccount('sandbox', { ou: 'Sandboxes' });
    expect(fieldsOf({ settings, accounts, modelCards: [{ ...sampleModelCard(), status: 'Done' }] })).toEqual([
      'accounts/landing-zone.ts: awsProvider',
      'accounts/landing-zone.ts: regions',
      'accounts/landing-zone.ts: services.guardDuty.runtimeAgents',
      'accounts/sandbox.ts: ou',
      'models/referral-triage.ts: status',
    ]);
  });
});

describe('a field of an account that is broken', () => {
  it('hides nothing else of what the account does with models', () => {
    const ai = {
      ...models?.ai,
      budget: { monthlyUsd: 'much' },
      bedrock: { enforcedGuardrail: 'none-such' },
    };
    expect(fieldsOf({ accounts: withAccount('models', { ai }) })).toEqual([
      'accounts/models.ts: ai.bedrock.enforcedGuardrail',
      'accounts/models.ts: ai.budget.monthlyUsd',
    ]);
  });

  it.each([{ name: 7 }, { state: 'open' }, { origin: 'bought' }, { ai: 7 }])(
    'draws no second problem in the files that name the account: %j',
    (change) => {
      const deployers = { dataClassification: 'public', registry: { groups: [{ ...group, deployers: ['models'] }] } };
      const accounts = withAccount('models', change).map((account) =>
        'name' in account && account.name === 'sandbox' ? { ...account, ai: deployers } : account,
      );
      const problems = problemsOf({ accounts, modelCards: [sampleModelCard()] });
      expect(problems.map(({ field }) => field)).toEqual(Object.keys(change));
    },
  );
  const group = { name: 'shared', description: 'Shared with another account' };
});

describe('keys that every object has', () => {
  const tags = { constructor: 'x', toString: 'y', valueOf: 'z' };

  it('are tags like any other', () => {
    expect(problemsOf({ settings: { tags }, accounts: withAccount('sandbox', { tags }) })).toEqual([]);
    expect(problemsOf({ settings: { tagPolicy: { values: { constructor: ['x'] } }, tags } })).toEqual([]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('are fields that no form knows: %s', (key) => {
    expect(fieldsOf({ accounts: withAccount('sandbox', { [key]: 'x' }) })).toEqual([`accounts/sandbox.ts: ${key}`]);
    expect(fieldsOf({ settings: { controls: { [key]: { mode: 'off', reason: 'x' } } } })).toEqual([
      `accounts/landing-zone.ts: controls.${key}`,
    ]);
  });
});

describe('the wording of a form', () => {
  const ruleAndFix = (settings: object) => problemsOf({ settings }).map(({ rule, fix }) => `${rule}; ${fix}`);

  it('is ours where the form has no words of its own', () => {
    const { organization = {}, logs = {} } = sampleSettings();
    expect(ruleAndFix({ organization: { ...organization, accountQuota: 1 } })).toEqual([
      'must be at least 2; write at least 2',
    ]);
    expect(ruleAndFix({ logs: { ...logs, retentionDays: 1.5 } })).toEqual([
      'must be a whole number; write a whole number',
    ]);
    expect(ruleAndFix({ tags: { ['k'.repeat(129)]: 'x' } })).toEqual([
      'must have at most 128 characters; rename the key',
    ]);
  });

  it('says of a union what is wrong in the form that was meant', () => {
    const job = (schedule: unknown) => ({
      services: {
        ...services,
        macie: { jobs: [{ name: 'daily', schedule, bucketTags: { 'data-domain': 'training' } }] },
      },
    });
    expect(problemsOf({ settings: job({ weekly: 'SUNDAI' }) })).toMatchObject([
      { field: 'services.macie.jobs[0].schedule.weekly', fix: expect.stringContaining("did you mean 'SUNDAY'?") },
    ]);
    expect(problemsOf({ settings: job({}) })).toMatchObject([
      { field: 'services.macie.jobs[0].schedule', fix: expect.stringContaining("an object with 'weekly'") },
    ]);
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['a space that does not break', 'a\u00a0b', 'a\\u{a0}b'],
    ['a space of no width', 'a\u200bb', 'a\\u{200b}b'],
    ['text that runs the other way', 'a\u202eb', 'a\\u{202e}b'],
    ['an escape of a terminal', 'a\u009b31mb', 'a\\u{9b}31mb'],
  ])('are shown escaped: %s', (_what, value, shown) => {
    const problem = {
      file: 'accounts/sandbox.ts',
      field: `tags.${value}`,
      value: { [value]: value },
      rule: 'r',
      fix: value,
    };
    const text = describeProblem(problem);
    expect(text).not.toContain(value);
    expect(text.split(shown).length).toBeGreaterThanOrEqual(3);
  });
});
