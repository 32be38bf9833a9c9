import { problemsOf, refuses, withAccount } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const file = 'accounts/models.ts';

/** The sample's account with models, with these groups. */
const groups = (...changes: readonly object[]) => ({
  accounts: withAccount('models', {
    ai: {
      dataClassification: 'confidential',
      registry: {
        groups: changes.map((change, index) => ({ name: `group-${index}`, description: 'A model', ...change })),
      },
    },
  }),
  file,
});

const at = (field: string) => `ai.registry.groups[0].${field}`;

describe('a model package group', () => {
  refuses([
    {
      title: 'a risk class that the regulation does not have',
      ...groups({ riskClass: 'higher' }),
      field: at('riskClass'),
      value: 'higher',
      rule: 'is not one of the known values',
      fix: "did you mean 'high'?",
    },
    {
      title: 'a description of two lines, which SageMaker does not take',
      ...groups({ description: 'Sorts\nreferrals' }),
      field: at('description'),
      value: 'Sorts\nreferrals',
      rule: 'must be one line',
      fix: 'change the value',
    },
    {
      title: 'a second group of the same name',
      ...groups({ name: 'triage' }, { name: 'triage' }),
      field: 'ai.registry.groups[1].name',
      value: 'triage',
      rule: 'names are unique in an account',
      fix: 'rename one',
    },
    {
      title: 'a second group whose name differs in a hyphen alone',
      ...groups({ name: 'triage1' }, { name: 'triage-1' }),
      field: 'ai.registry.groups[1].name',
      value: 'triage-1',
      rule: 'differ in more than hyphens',
      fix: 'rename one',
    },
    {
      title: 'data that is more sensitive than that of its account',
      ...groups({ dataClassification: 'restricted' }),
      field: at('dataClassification'),
      value: 'restricted',
      rule: "ai.dataClassification of the account is 'confidential'",
      fix: 'raise ai.dataClassification',
    },
    {
      title: 'an owner that the tag policy does not know',
      ...groups({ owner: 'nobody' }),
      settings: { tagPolicy: { values: { owner: ['cloud', 'security', 'ml-platform', 'research', 'partner'] } } },
      field: at('owner'),
      value: 'nobody',
      rule: "is not a value of the tag 'owner'",
      fix: 'tagPolicy.values takes more',
    },
    {
      title: 'a deployer that nobody wrote down',
      ...groups({ deployers: ['sandbx'] }),
      field: `${at('deployers')}[0]`,
      value: 'sandbx',
      rule: 'is not another active workload account',
      fix: "did you mean 'sandbox'?",
    },
    {
      title: 'itself as a deployer',
      ...groups({ deployers: ['models'] }),
      field: `${at('deployers')}[0]`,
      value: 'models',
      rule: 'is not another active workload account',
      fix: 'sandbox',
    },
    {
      title: 'an account outside the organization',
      ...groups({ deployers: ['partner'] }),
      field: `${at('deployers')}[0]`,
      value: 'partner',
      rule: 'of the organization',
      fix: 'sandbox',
    },
    {
      title: 'an account that leaves',
      ...groups({ trainers: ['retired'] }),
      field: `${at('trainers')}[0]`,
      value: 'retired',
      rule: 'is not another active workload account',
      fix: 'sandbox',
    },
    {
      title: 'an account in which nobody works',
      ...groups({ trainers: ['security'] }),
      field: `${at('trainers')}[0]`,
      value: 'security',
      rule: 'workload account',
      fix: 'sandbox',
    },
    {
      title: 'a deployer twice',
      ...groups({ deployers: ['sandbox', 'sandbox'] }),
      field: `${at('deployers')}[1]`,
      value: 'sandbox',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'more shared groups than the policy of one bucket takes',
      ...groups(...Array.from({ length: 30 }, () => ({ deployers: ['sandbox'], trainers: ['acquired'] }))),
      field: 'ai.registry.groups',
      value: expect.stringContaining('characters of grants') as unknown as string,
      rule: 'the policy of the bucket of model artifacts takes 20480',
      fix: 'share fewer groups',
    },
  ]);

  it('is shared with nobody where the lists are left out, however many there are', () => {
    expect(problemsOf(groups(...Array.from({ length: 100 }, () => ({}))))).toEqual([]);
  });

  it('may train here, there and be deployed elsewhere', () => {
    const shared = groups({ deployers: ['sandbox', 'acquired'], trainers: ['acquired'], riskClass: 'limited' });
    expect(problemsOf({ ...shared, settings: sampleSettings() })).toEqual([]);
  });
});
