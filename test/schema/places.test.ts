import { targetsOf } from '../../schema/organization-tree';
import { problemsOf, refuses, withAccount } from '../support/bad-input';
import { madeControl } from '../support/made-control';
import { sampleAccounts, zoneOf } from '../support/zone';

const inPlace = (place: string, id = 'made-control') => madeControl({ id, where: { place } });

describe('a place', () => {
  it('is where the controls hold that name it, in whichever tree', () => {
    const targets = (settings: object) => {
      const zone = zoneOf({ settings, controls: [inPlace('workloads')] });
      return zone.controls.flatMap(({ where }) => targetsOf(zone, where).map(({ name }) => name));
    };
    expect(targets({})).toEqual(['Workloads']);
    expect(targets({ places: { workloads: { organizationalUnits: ['Sandbox'] } } })).toEqual(['Sandbox']);
    expect(targets({ places: { workloads: 'every account' } })).toEqual(['Root']);
    expect(
      targets({ places: { workloads: { accountTags: { 'managed-by': 'landing-zone' } } } }).length,
    ).toBeGreaterThan(1);
  });

  it('is said to be missing once, however many controls name it, and nothing is said of one that none names', () => {
    const organizationalUnits = ['Security', 'Models', 'Suspended'];
    const accounts = sampleAccounts().map(({ ou, ...account }) => ({
      ...account,
      ...(ou !== undefined && { ou: ou === 'Security' ? ou : 'Models' }),
    }));
    const controls = [inPlace('workloads', 'made-a'), inPlace('workloads', 'made-b')];
    expect(problemsOf({ settings: { organizationalUnits }, accounts, controls })).toMatchObject([
      { file: 'accounts/landing-zone.ts', field: 'places.workloads.organizationalUnits', value: ['Workloads'] },
    ]);
    expect(problemsOf({ settings: { organizationalUnits }, accounts, controls: [] })).toEqual([]);
  });

  refuses([
    {
      title: 'an OU that is spelt wrong',
      settings: { places: { aiAccounts: { organizationalUnits: ['Sandbx', 'Workloads'] } } },
      controls: [inPlace('aiAccounts')],
      field: 'places.aiAccounts.organizationalUnits',
      value: ['Sandbx'],
      rule: '1 control holds here',
      fix: "did you mean 'Sandbox'?",
    },
    {
      title: 'a tag that no account has',
      settings: { places: { aiAccounts: { accountTags: { 'managd-by': 'landing-zone' } } } },
      controls: [inPlace('aiAccounts')],
      field: 'places.aiAccounts.accountTags',
      value: ['managd-by'],
      rule: 'must be tags of accounts',
      fix: "did you mean 'managed-by'?",
    },
    {
      title: 'a place that no control can name',
      settings: { places: { workload: { organizationalUnits: ['Workloads'] } } },
      field: 'places.workload',
      value: { organizationalUnits: ['Workloads'] },
      rule: 'is not a field',
      fix: "did you mean 'workloads'?",
    },
  ]);
});

describe('an account that a place is made for', () => {
  const dataClassification = 'public';
  const securityTree = { organizationalUnits: ['Security', 'Logs', 'Workloads', 'Sandbox', 'Suspended'] };
  refuses([
    {
      title: 'models outside the place of AI accounts, where an unapproved model would be allowed',
      file: 'accounts/sandbox.ts',
      settings: {
        organizationalUnits: ['Security', 'Workloads/MachineLearning/Production', 'Lab', 'Sandbox', 'Suspended'],
      },
      accounts: withAccount('sandbox', { ou: 'Lab', ai: { dataClassification } }),
      field: 'ou',
      value: 'Lab',
      rule: 'must be in places.aiAccounts of accounts/landing-zone.ts',
      fix: "add 'Lab' to places.aiAccounts.organizationalUnits, or move the account into 'Workloads' or 'Sandbox'",
    },
    {
      title: 'models in an account without the tags of AI accounts',
      file: 'accounts/models.ts',
      settings: { places: { aiAccounts: { accountTags: { kind: 'ai' } } } },
      accounts: withAccount('sandbox', { tags: { kind: 'ai' } }),
      field: 'ou',
      value: 'Workloads/MachineLearning/Production',
      rule: 'the list of approved models among them, would not bind it',
      fix: "write tags: { 'kind': 'ai' }, or change places.aiAccounts",
    },
    {
      title: 'models in the management account, which no policy binds',
      file: 'accounts/management.ts',
      accounts: withAccount('management', { ai: { dataClassification } }),
      field: 'role',
      value: 'management',
      rule: 'no organization policy binds the management account, so every model would be allowed in it',
      fix: 'an account that has the role workload',
    },
    {
      title: 'a log archive outside the place of security accounts',
      file: 'accounts/log-archive.ts',
      settings: { organizationalUnits: [...securityTree.organizationalUnits, 'Workloads/MachineLearning/Production'] },
      accounts: withAccount('log-archive', { ou: 'Logs' }),
      field: 'ou',
      value: 'Logs',
      rule: 'must be in places.securityAccounts',
      fix: "add 'Logs' to places.securityAccounts.organizationalUnits, or move the account into 'Security'",
    },
    {
      title: 'a closing account in an OU that is not the place of accounts that leave',
      file: 'accounts/retired.ts',
      settings: { places: { suspended: { organizationalUnits: ['Sandbox'] } } },
      field: 'state',
      value: 'closing',
      rule: 'must be in places.suspended',
      fix: "add 'Suspended' to places.suspended.organizationalUnits",
    },
  ]);

  it('may be anywhere where the place is every account, and in an OU below one of the place', () => {
    const ai = { dataClassification };
    const organizationalUnits = ['Security', 'Workloads/MachineLearning/Production', 'Lab', 'Sandbox/New', 'Suspended'];
    const inLab = withAccount('sandbox', { ou: 'Lab', ai });
    expect(
      problemsOf({ settings: { organizationalUnits, places: { aiAccounts: 'every account' } }, accounts: inLab }),
    ).toEqual([]);
    expect(
      problemsOf({ settings: { organizationalUnits }, accounts: withAccount('sandbox', { ou: 'Sandbox/New', ai }) }),
    ).toEqual([]);
  });

  it('is not said to be outside of a place or in an OU that is spelt wrong: that is said of the name', () => {
    const accounts = withAccount('models', { ou: 'Workload' });
    expect(problemsOf({ accounts })).toMatchObject([{ rule: expect.stringContaining('is not a path') }]);
  });
});
