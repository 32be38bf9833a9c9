import { isWithin, unitsAlong, withParents } from '../../schema/facts/organizational-units';
import type { Lacking } from '../../schema/forms/places';
import { accountsIn, chainOf, chainOfUnit, keyOf, targetsOf } from '../../schema/organization-tree';
import { sampleAccounts, zoneOf } from '../support/zone';

const zone = zoneOf({ controls: [] });
const namesOf = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name);
const accountOf = (name: string) => {
  const account = zone.accounts.find((each) => each.name === name);
  if (!account) throw new Error(`the sample has no account ${name}`);
  return account;
};

describe('the paths of OUs', () => {
  it('lead from the top down to the OU', () => {
    expect(unitsAlong('A/B/C')).toEqual(['A', 'A/B', 'A/B/C']);
  });

  it('imply their parents, each once', () => {
    expect(withParents(['B/C', 'A/B', 'A'])).toEqual(['A', 'A/B', 'B', 'B/C']);
  });

  it('are within themselves and within their parents, not within an OU whose name only begins alike', () => {
    expect(['A', 'A/B', 'AB'].map((path) => isWithin(path, 'A'))).toEqual([true, true, false]);
  });
});

describe('the tree of the organization', () => {
  it('binds an account by the root, its OUs from the top down, and itself', () => {
    expect(chainOf(accountOf('models')).map(keyOf)).toEqual([
      'root Root',
      'organizational unit Workloads',
      'organizational unit Workloads/MachineLearning',
      'organizational unit Workloads/MachineLearning/Production',
      'account models',
    ]);
    expect(chainOfUnit('Workloads/MachineLearning')).toEqual(chainOf(accountOf('models')).slice(0, 3));
  });

  it('has an account that is closing in Suspended, wherever it was', () => {
    expect(namesOf(chainOf(accountOf('retired')))).toEqual(['Root', 'Suspended', 'retired']);
  });

  it('is covered by the fewest nodes: an OU below another one inherits', () => {
    const organizationalUnits = ['Workloads/MachineLearning', 'Sandbox', 'Workloads', 'Sandbox'];
    expect(namesOf(targetsOf(zone, { organizationalUnits }))).toEqual(['Sandbox', 'Workloads']);
    expect(namesOf(targetsOf(zone, 'every account'))).toEqual(['Root']);
  });

  it('covers accounts that lack something by OUs in which all do, and where AI is governed by themselves', () => {
    const nodes = (accountsWithout: Lacking, of = zone) => targetsOf(of, { accountsWithout }).map(keyOf);
    const core = ['organizational unit Security', 'organizational unit Suspended'];
    expect(nodes('ai')).toEqual([...core, 'account acquired', 'account sandbox']);
    const ai = { dataClassification: 'internal' } as const;
    const accounts = sampleAccounts().map((each) => (each.name === 'sandbox' ? { ...each, ai } : each));
    const mixed = zoneOf({ controls: [], accounts });
    expect(nodes('ai', mixed)).toEqual([...core, 'account acquired']);
    expect(nodes('invocation logging', mixed)).toEqual(nodes('ai'));
    const elsewhere = { aiAccounts: { organizationalUnits: ['Workloads'] } };
    const governed = zoneOf({ controls: [], settings: { places: elsewhere } });
    expect(nodes('ai', governed)).toEqual(['organizational unit Sandbox', ...core]);
    const all = zoneOf({ controls: [], settings: { places: { aiAccounts: 'every account' } } });
    expect(nodes('ai', all)).toEqual(
      ['acquired', 'log-archive', 'retired', 'sandbox', 'security'].map((name) => `account ${name}`),
    );
  });

  it('counts the management account and those outside among none that lack something: no policy binds them', () => {
    expect(namesOf(accountsIn(zone, { accountsWithout: 'ai' }))).toEqual([
      'acquired',
      'log-archive',
      'retired',
      'sandbox',
      'security',
    ]);
  });

  it('tells who logs in some regions from who logs in all', () => {
    const accounts = sampleAccounts().map((each) =>
      each.name === 'models' ? { ...each, regions: ['eu-central-1'] } : each,
    );
    const narrow = zoneOf({ controls: [], accounts });
    const lack = (of: typeof zone, accountsWithout: Lacking) => namesOf(accountsIn(of, { accountsWithout }));
    expect(lack(narrow, 'invocation logging')).not.toContain('models');
    expect(lack(narrow, 'invocation logging in every region')).toContain('models');
    expect(lack(zone, 'invocation logging in every region')).not.toContain('models');
  });

  it('has in an OU the accounts below it too, and never one outside the organization', () => {
    expect(namesOf(accountsIn(zone, { organizationalUnits: ['Workloads'] }))).toEqual(['models']);
    expect(namesOf(accountsIn(zone, 'every account'))).not.toContain('partner');
  });
});
