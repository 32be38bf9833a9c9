import { problemsOf, refuses, withAccount } from '../support/bad-input';

const costs = { name: 'costs', where: { organizationalUnits: ['Sandbox'] }, values: { 'cost-center': ['4711'] } };
const rule = { name: 'nightly', schedule: 'cron(0 5 ? * * *)', vault: 'nightly' };
const nightly = {
  name: 'nightly',
  where: 'every account',
  rules: [rule],
  select: { role: 'Backup', tags: { backup: ['yes'] } },
};
const tags = (...tagPolicies: object[]) => ({ settings: { tagPolicies } });
const backup = (change: object) => ({ settings: { backupPolicies: [{ ...nightly, ...change }] } });

describe('a tag policy of some OUs', () => {
  refuses([
    {
      title: 'an OU that the tree does not have',
      ...tags({ ...costs, where: { organizationalUnits: ['Sandbx'] } }),
      field: 'tagPolicies[0].where.organizationalUnits[0]',
      value: 'Sandbx',
      rule: 'must be an OU of the tree',
      fix: "did you mean 'Sandbox'?",
    },
    {
      title: 'a tag that no account has',
      ...tags({ ...costs, where: { accountTags: { tier: 'gold' } } }),
      field: 'tagPolicies[0].where.accountTags.tier',
      value: 'tier',
      rule: 'must be a tag of an account',
      fix: 'managed-by',
    },
    {
      title: 'one name for two',
      ...tags(costs, { ...costs, values: { team: [] } }),
      field: 'tagPolicies[1].name',
      value: 'costs',
      rule: 'names are unique',
      fix: 'rename',
    },
    {
      title: 'a former name that another one has',
      ...tags(costs, { ...costs, name: 'teams', formerly: 'costs' }),
      field: 'tagPolicies[1].formerly',
      value: 'costs',
      rule: 'there is still a tag policy of this name',
      fix: 'remove the field',
    },
    {
      title: 'a tag that the landing zone writes in every account',
      ...tags({ ...costs, values: { owner: ['research'] } }),
      field: 'tagPolicies[0].values.owner',
      value: 'owner',
      rule: 'the landing zone writes this tag in every account',
      fix: 'tagPolicy.values',
    },
    {
      title: 'another spelling than that of the organization',
      settings: {
        tagPolicy: { values: { 'cost-center': [] } },
        tagPolicies: [{ ...costs, values: { 'Cost-Center': [] } }],
      },
      field: 'tagPolicies[0].values.Cost-Center',
      value: 'Cost-Center',
      rule: "and 'cost-center' is listed already",
      fix: "rename it to 'cost-center'",
    },
    {
      title: 'a tag of AWS',
      ...tags({ ...costs, values: { 'aws:team': [] } }),
      field: 'tagPolicies[0].values.aws:team',
      value: 'aws:team',
      rule: "begin with 'aws:'",
      fix: 'rename the key',
    },
    {
      title: 'nothing to say',
      ...tags({ ...costs, values: {} }),
      field: 'tagPolicies[0].values',
      value: {},
      rule: 'must name a tag',
      fix: '',
    },
    {
      title: 'a tag of an account in the OU that AWS would refuse there',
      ...tags(costs),
      accounts: withAccount('sandbox', { tags: { 'cost-center': '4712' } }),
      file: 'accounts/sandbox.ts',
      field: 'tags.cost-center',
      value: '4712',
      rule: 'by the tag policy costs, which binds the account sandbox',
      fix: '4711',
    },
  ]);

  it('does not bind accounts elsewhere', () => {
    const accounts = withAccount('models', { tags: { 'cost-center': '4712' } });
    expect(problemsOf({ ...tags(costs), accounts })).toEqual([]);
  });
});

describe('a backup policy', () => {
  refuses([
    {
      title: 'a region that is not governed',
      ...backup({ regions: ['eu-wst-1'] }),
      field: 'backupPolicies[0].regions[0]',
      value: 'eu-wst-1',
      rule: 'is not a governed region',
      fix: "did you mean 'eu-west-1'?",
    },
    {
      title: 'fewer days in cold storage than AWS asks for',
      ...backup({ rules: [{ ...rule, coldStorageAfterDays: 30, deleteAfterDays: 60 }] }),
      field: 'backupPolicies[0].rules[0].deleteAfterDays',
      value: 60,
      rule: 'stays in cold storage for 90 days at least',
      fix: 'write 120 or more',
    },
    {
      title: 'two rules of one name',
      ...backup({ rules: [rule, rule] }),
      field: 'backupPolicies[0].rules[1].name',
      value: 'nightly',
      rule: 'names are unique',
      fix: 'rename',
    },
    {
      title: 'a schedule that is none',
      ...backup({ rules: [{ ...rule, schedule: 'daily' }] }),
      field: 'backupPolicies[0].rules[0].schedule',
      value: 'daily',
      rule: 'must have six fields',
      fix: '',
    },
    {
      title: 'a vault that AWS has no name for',
      ...backup({ rules: [{ ...rule, vault: 'my vault' }] }),
      field: 'backupPolicies[0].rules[0].vault',
      value: 'my vault',
      rule: 'must have 2 to 50 letters',
      fix: '',
    },
    {
      title: 'nothing that is backed up',
      ...backup({ select: { role: 'Backup', tags: {} } }),
      field: 'backupPolicies[0].select.tags',
      value: {},
      rule: 'must name a tag',
      fix: '',
    },
  ]);

  it('may keep its backups for ever, and move them to cold storage', () => {
    expect(problemsOf(backup({ rules: [{ ...rule, coldStorageAfterDays: 30 }] }))).toEqual([]);
    expect(problemsOf(backup({ rules: [{ ...rule, coldStorageAfterDays: 30, deleteAfterDays: 120 }] }))).toEqual([]);
  });
});
