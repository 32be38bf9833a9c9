import { conformancePacks, packAssignments } from '../../../policy/conformance/conformance-packs';
import type { ControlSpec } from '../../../schema/forms/control';
import type { Ledger } from '../../../schema/forms/ledger';
import type { SourceFile } from '../../../schema/problems/problem';
import { detectiveControl, zoneWith } from '../../support/detective-control';
import { deployedBefore, sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

const home = 'eu-central-1';
const packsOf = (...controls: readonly SourceFile[]) => conformancePacks(zoneWith(...controls));
const at = (where: ControlSpec['where'], id = 'made-rule') => detectiveControl(id, { where });
const named = (accounts: readonly { name: string }[] = []) => accounts.map(({ name }) => name);

/** The rules of each pack of the home region. */
const homeRules = (...controls: readonly SourceFile[]) =>
  packsOf(...controls)
    .filter(({ region }) => region === home)
    .map(({ name, rules }) => [name, rules.map((rule) => rule.name)]);

describe('conformance packs', () => {
  it('are one for each place, in each governed region', () => {
    const packs = packsOf(at('every account', 'a'), at({ organizationalUnits: ['Sandbox', 'Workloads'] }, 'b'));
    expect(packs.map(({ name, region }) => `${name} ${region}`)).toEqual([
      'acme-ai-every-account-1 eu-central-1',
      'acme-ai-every-account-1 eu-west-1',
      'acme-ai-every-account-1 us-east-1',
      'acme-ai-sandbox-workloads-1 eu-central-1',
      'acme-ai-sandbox-workloads-1 eu-west-1',
      'acme-ai-sandbox-workloads-1 us-east-1',
    ]);
  });

  it('keep rules apart that AWS only announced: a refusal fails the whole pack', () => {
    const announced = detectiveControl('b', { detect: { managed: 'MADE_B', announced: true } });
    expect(homeRules(at('every account', 'a'), announced)).toEqual([
      ['acme-ai-every-account-1', ['a']],
      ['acme-ai-every-account-announced-1', ['b']],
    ]);
  });

  it('go to the active accounts of the place, and leave out every other account of the organization', () => {
    const [pack] = packsOf(at({ organizationalUnits: ['Sandbox'] }));
    expect(named(pack?.accounts)).toEqual(['acquired', 'sandbox']);
    expect(named(pack?.excluded)).toEqual(['log-archive', 'management', 'models', 'retired', 'security']);
  });

  it('go to the management account and to the closing ones of no place but their own', () => {
    const [pack] = packsOf(at('every account'));
    expect(named(pack?.accounts)).toContain('management');
    expect(named(pack?.excluded)).toEqual(['retired']);
  });

  it('leave out in a region the accounts that are not active there', () => {
    const inVirginia = packsOf(at({ organizationalUnits: ['Sandbox'] })).find(({ region }) => region === 'us-east-1');
    expect(named(inVirginia?.accounts)).toEqual(['acquired']);
    expect(named(inVirginia?.excluded)).toContain('sandbox');
  });

  it('go to accounts by their tags too', () => {
    const accounts = sampleAccounts().map((account) =>
      account.name === 'models' ? { ...account, tags: { Data: 'Health' } } : account,
    );
    const controls = [at({ accountTags: { Data: 'Health' } })];
    const [pack] = conformancePacks(zoneOf({ accounts, controls }));
    expect(pack?.name).toBe('acme-ai-data-health-1');
    expect(named(pack?.accounts)).toEqual(['models']);
  });

  it('are none for a place without an active account', () => {
    expect(packsOf(at({ organizationalUnits: ['Suspended'] }))).toEqual([]);
  });

  it.each<[string, NonNullable<ControlSpec['detect']>['regions'], string[]]>([
    ['everywhere', undefined, ['eu-central-1', 'eu-west-1', 'us-east-1']],
    ['in the home region', 'home', ['eu-central-1']],
    ['only in some', { only: ['us-east-1', 'sa-east-1'] }, ['us-east-1']],
    ['except in some', { except: ['us-east-1'] }, ['eu-central-1', 'eu-west-1']],
    ['only in regions that are not governed', { only: ['sa-east-1'] }, []],
  ])('hold a rule that is to be had %s in those regions', (_where, regions, expected) => {
    const packs = packsOf(detectiveControl('made-rule', { detect: { managed: 'SOME_RULE', regions } }));
    expect(packs.map(({ region }) => region)).toEqual(expected);
  });

  it('hold a rule in the pack of the same name in each region, although another rule is in one region only', () => {
    const global = detectiveControl('a', { detect: { managed: 'GLOBAL_RULE', regions: 'home' } });
    const others = Array.from({ length: 130 }, (_, index) => detectiveControl(`b-${String(index).padStart(3, '0')}`));
    const packs = packsOf(global, ...others).filter(({ rules }) => rules.some(({ name }) => name === 'b-129'));
    expect(packs.map(({ name }) => name)).toEqual(Array(3).fill('acme-ai-every-account-2'));
  });

  describe('that the ledger knows', () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        detectiveControl(`rule-${String(from + index).padStart(3, '0')}`),
      );
    const lockedTo = (...controls: readonly SourceFile[]) => ({
      ...deployedBefore,
      assignments: packAssignments(zoneWith(...controls)),
    });
    const sizes = (ledger: Ledger, ...controls: readonly SourceFile[]) =>
      conformancePacks(zoneOf({ controls, ledger }))
        .filter(({ region }) => region === 'eu-central-1')
        .map(({ name, rules }) => [name, rules.length, rules[0]?.name]);

    it('keep their rules when one goes, which else would move one from each pack to the one before it', () => {
      const ledger = lockedTo(...many(0, 262));
      expect(sizes(ledger, ...many(1, 262))).toEqual([
        ['acme-ai-every-account-1', 129, 'rule-001'],
        ['acme-ai-every-account-2', 130, 'rule-130'],
        ['acme-ai-every-account-3', 2, 'rule-260'],
      ]);
      expect(sizes(deployedBefore, ...many(1, 262))[1]).toEqual(['acme-ai-every-account-2', 130, 'rule-131']);
    });

    it('take a new rule where there is room, and keep their names where those before them are empty', () => {
      const ledger = lockedTo(...many(1, 262));
      const more = many(0, 262);
      expect(sizes(ledger, ...more).at(-1)).toEqual(['acme-ai-every-account-3', 2, 'rule-000']);
      const locked = { ...deployedBefore, assignments: packAssignments(zoneOf({ controls: more, ledger })) };
      expect(sizes(locked, ...more)).toEqual(sizes(ledger, ...more));
      expect(sizes(ledger, ...many(131, 262))).toEqual([
        ['acme-ai-every-account-2', 130, 'rule-131'],
        ['acme-ai-every-account-3', 1, 'rule-261'],
      ]);
    });
  });

  it('take 130 rules, and begin another pack with the next one', () => {
    const controls = Array.from({ length: 131 }, (_, index) =>
      detectiveControl(`rule-${String(index).padStart(3, '0')}`),
    );
    const sizes = (count: number) =>
      homeRules(...controls.slice(0, count)).map(([name, rules]) => [name, rules?.length]);
    expect(sizes(130)).toEqual([['acme-ai-every-account-1', 130]]);
    expect(sizes(131)).toEqual([
      ['acme-ai-every-account-1', 130],
      ['acme-ai-every-account-2', 1],
    ]);
  });

  it('take 51,200 bytes, and begin another pack with the next rule', () => {
    const guard = 'ü'.repeat(9_000);
    const controls = ['a', 'b', 'c'].map((id) =>
      detectiveControl(id, { detect: { guard: guard + id, resourceTypes: ['AWS::S3::Bucket'] } }),
    );
    expect(homeRules(...controls)).toEqual([
      ['acme-ai-every-account-1', ['a', 'b']],
      ['acme-ai-every-account-2', ['c']],
    ]);
  });

  it('take 60 parameters, and begin another pack with the next rule', () => {
    const parameters = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'x']));
    const withParameters = (id: string, count: number) =>
      detectiveControl(id, { detect: { managed: 'SOME_RULE', parameters: parameters(count) } });
    expect(homeRules(withParameters('a', 40), withParameters('b', 20))).toHaveLength(1);
    expect(homeRules(withParameters('a', 40), withParameters('b', 21))).toHaveLength(2);
  });

  it('part two rules whose names differ in a hyphen alone, because their logical ids do not', () => {
    expect(homeRules(detectiveControl('rule-1'), detectiveControl('rule1'))).toEqual([
      ['acme-ai-every-account-1', ['rule-1']],
      ['acme-ai-every-account-2', ['rule1']],
    ]);
  });

  it('are the same in whatever order OUs and controls are written', () => {
    const one = [at({ organizationalUnits: ['Sandbox', 'Workloads'] }, 'a'), at('every account', 'b')];
    const other = [
      at('every account', 'b'),
      at({ organizationalUnits: ['Workloads', 'Sandbox', 'Workloads/MachineLearning'] }, 'a'),
    ];
    const comparable = (...controls: readonly SourceFile[]) =>
      packsOf(...controls).map(({ name, region, template, excluded }) => [name, region, template, named(excluded)]);
    expect(comparable(...other)).toEqual(comparable(...one));
  });

  it('keep apart places whose names are the same in kebab-case', () => {
    const settings = { organizationalUnits: ['Security', 'Data/Research', 'Research', 'Suspended'] };
    const accounts = sampleAccounts()
      .filter(({ ou }) => !ou || ou === 'Security')
      .concat({ name: 'data', email: 'data@example.com', owner: 'data', ou: 'Data/Research' });
    const controls = [
      at({ organizationalUnits: ['Data/Research'] }, 'a'),
      at({ organizationalUnits: ['Data', 'Research'] }, 'b'),
    ];
    const names = conformancePacks(zoneOf({ settings, accounts, controls })).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^acme-ai-data-research-[0-9a-f]{8}-1$/);
  });

  it('have names of at most 128 characters, however long the path of the OU is', () => {
    const ou = ['a', 'b', 'c'].map((letter) => letter.repeat(60)).join('/');
    const settings = {
      organizationalUnits: [...(sampleSettings().organizationalUnits ?? []), ou],
      places: { aiAccounts: { organizationalUnits: [ou] } },
    };
    const accounts = sampleAccounts().map((account) => (account.name === 'models' ? { ...account, ou } : account));
    const [pack] = conformancePacks(zoneOf({ settings, accounts, controls: [at({ organizationalUnits: [ou] })] }));
    expect(pack?.name).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/);
  });
});
