import { targetsOf } from '../../schema/organization-tree';
import { problemsOf, refuses } from '../support/bad-input';
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
