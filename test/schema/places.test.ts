import { placeNames } from '../../schema/forms/places';
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

  describe.each([
    ['flat', ['Logging', 'Models', 'Play', 'Suspended'], { core: 'Logging', models: 'Models', others: 'Play' }],
    [
      'five levels deep',
      ['Core/Security', 'Company/Europe/Germany/Models/Production', 'Company/Europe/Germany/Play', 'Suspended'],
      {
        core: 'Core/Security',
        models: 'Company/Europe/Germany/Models/Production',
        others: 'Company/Europe/Germany/Play',
      },
    ],
    ['of Prod and Dev', ['Prod', 'Dev', 'Suspended'], { core: 'Prod', models: 'Prod', others: 'Dev' }],
    [
      'of a university, with OUs for those that leave',
      ['Core', 'Research/Medicine', 'Teaching', 'Suspended/Research', 'Suspended/Teaching'],
      { core: 'Core', models: 'Research/Medicine', others: 'Teaching' },
    ],
    [
      'by other names',
      ['Infrastructure/Security_Prod', 'Infrastructure/Workloads_Prod', 'Policy "Staging"', 'Suspended'],
      {
        core: 'Infrastructure/Security_Prod',
        models: 'Infrastructure/Workloads_Prod',
        others: 'Policy "Staging"',
      },
    ],
  ])('of a tree %s', (_, organizationalUnits, { core, models, others }) => {
    const accounts = sampleAccounts().map(({ ou, ...account }) => {
      const unit = account.role === 'log-archive' || account.role === 'security' ? core : others;
      return { ...account, ...(ou !== undefined && { ou: account.name === 'models' ? models : unit }) };
    });
    const controls = placeNames.map((name) => inPlace(name, `made-${name.toLowerCase()}`));

    it('is said to be missing once, and what is said is all that has to be written', () => {
      const problems = problemsOf({ settings: { organizationalUnits }, accounts, controls });
      expect(problems).toMatchObject([
        {
          file: 'accounts/landing-zone.ts',
          field: 'places',
          value: { aiAccounts: ['Workloads', 'Sandbox'], workloads: ['Workloads'], securityAccounts: ['Security'] },
          rule: 'must be OUs of the tree: 3 controls hold in these places',
        },
      ]);
      const [, pasted = ''] = /where your accounts are: (.*); or others/.exec(problems[0]?.fix ?? '') ?? [];
      const places = JSON.parse(`{${pasted.replaceAll(/(\w+): /g, '"$1": ')}}`);
      expect(places.workloads).toEqual({ organizationalUnits: [models] });
      expect(problemsOf({ settings: { organizationalUnits, places }, accounts, controls })).toEqual([]);
    });

    it('is not guessed where accounts are in OUs that the tree does not have', () => {
      const problems = problemsOf({ settings: { organizationalUnits }, controls });
      const [said, ...more] = problems.filter(({ field }) => field.startsWith('places'));
      expect(more).toEqual([]);
      expect(said?.fix).toMatch(/^write in places which OUs these are in your landing zone; use one of: [A-Z]/);
    });
  });

  it('is not said to lack the OU of accounts that leave where the tree is said to', () => {
    const organizationalUnits = ['Security', 'Workloads/MachineLearning/Production', 'Sandbox'];
    const accounts = sampleAccounts().filter(({ state }) => state !== 'closing');
    expect(problemsOf({ settings: { organizationalUnits }, accounts, controls: [inPlace('suspended')] })).toMatchObject(
      [{ field: 'organizationalUnits', fix: "add 'Suspended'" }],
    );
  });

  it('of an OU that was renamed is said to need the new name', () => {
    const renamed = { path: 'Playground', formerly: 'Sandbox' };
    const organizationalUnits = ['Security', 'Workloads/MachineLearning/Production', renamed, 'Suspended'];
    expect(problemsOf({ settings: { organizationalUnits }, controls: [inPlace('aiAccounts')] })).toContainEqual(
      expect.objectContaining({
        field: 'places.aiAccounts.organizationalUnits',
        fix: "write 'Playground': it was renamed",
      }),
    );
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
