import { problemsOf, refuses, withAccount } from '../support/bad-input';

const values = (tagValues: object): { settings: object } => ({ settings: { tagPolicy: { values: tagValues } } });

describe('the tag policy', () => {
  refuses([
    {
      title: 'a class of data that controls and forms would not know',
      ...values({ 'data-classification': ['secret'] }),
      field: 'tagPolicy.values.data-classification',
      value: 'data-classification',
      rule: 'know only these classes',
      fix: 'remove the key',
    },
    {
      title: 'a key that is there in another case',
      ...values({ 'Data-Domain': ['claims'] }),
      field: 'tagPolicy.values.Data-Domain',
      value: 'Data-Domain',
      rule: "and 'data-domain' is listed already",
      fix: "rename it to 'data-domain'",
    },
    {
      title: 'another spelling of the key that every account has',
      ...values({ Owner: [] }),
      field: 'tagPolicy.values.Owner',
      value: 'Owner',
      rule: "and 'owner' is listed already",
      fix: "rename it to 'owner'",
    },
    {
      title: 'another spelling of a key that an account has right',
      settings: { tagPolicy: { values: { 'Data-Domain': ['claims'] } } },
      accounts: withAccount('sandbox', { tags: { 'data-domain': 'training' } }),
      field: 'tagPolicy.values.Data-Domain',
      value: 'Data-Domain',
      rule: "and 'data-domain' is listed already",
      fix: "rename it to 'data-domain'",
    },
    {
      title: 'a key that AWS keeps for itself',
      ...values({ 'aws:team': ['ml'] }),
      field: 'tagPolicy.values.aws:team',
      value: 'aws:team',
      rule: "begin with 'aws:'",
      fix: 'rename the key',
    },
    {
      title: 'a value that no tag can have',
      ...values({ team: ['ml & data'] }),
      field: 'tagPolicy.values.team[0]',
      value: 'ml & data',
      rule: 'letters, digits, spaces',
      fix: 'follows the rule',
    },
  ]);
});

it('takes the key of owners as the landing zone spells it', () => {
  expect(problemsOf(values({ owner: [] }))).toEqual([]);
});

describe('a tag of governance', () => {
  const file = 'accounts/sandbox.ts';
  refuses([
    {
      title: 'a value that Organizations would refuse, on every resource of an account',
      file,
      accounts: withAccount('sandbox', { tags: { 'data-classification': 'intern' } }),
      field: 'tags.data-classification',
      value: 'intern',
      rule: "is not a value of the tag 'data-classification'",
      fix: "did you mean 'internal'?",
    },
    {
      title: 'a key in another case than that of the policy',
      settings: { tags: { 'Data-Domain': 'training' } },
      field: 'tags.Data-Domain',
      value: 'training',
      rule: "spells the key 'data-domain'",
      fix: "rename it to 'data-domain'",
    },
    {
      title: 'an owner that is not among those of the settings',
      file,
      settings: { tagPolicy: { values: { owner: ['cloud', 'security', 'ml-platform', 'partner', 'Research'] } } },
      accounts: withAccount('sandbox', { owner: 'reserch' }).map((account) =>
        'owner' in account && account.owner === 'research' ? { ...account, owner: 'Research' } : account,
      ),
      field: 'owner',
      value: 'reserch',
      rule: "is not a value of the tag 'owner'",
      fix: "did you mean 'Research'?",
    },
  ]);

  it('takes what the settings add, and any owner where they name none', () => {
    const change = { tags: { 'data-domain': 'claims', 'cost-center': '4711' }, owner: 'somebody else' };
    const tagPolicy = { values: { 'data-domain': ['claims'], 'cost-center': [] } };
    expect(problemsOf({ settings: { tagPolicy }, accounts: withAccount('sandbox', change) })).toEqual([]);
  });
});
