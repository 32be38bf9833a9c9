import type { Ledger } from '../../schema/forms/ledger';
import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';
import { resolveLandingZone } from '../../schema/resolve';
import {
  accountFile,
  sampleAccounts,
  sampleModelCard,
  sampleSettings,
  settingsFile,
  type ZoneChange,
  zoneOf,
} from '../support/zone';

const state = ({ name, state, origin }: ReturnType<typeof sampleAccounts>[number]) =>
  [name, { key: name, state: origin === 'external' ? 'external' : (state ?? 'active') }] as const;
const ledger: Ledger = {
  version: 1,
  accounts: Object.fromEntries(sampleAccounts().map(state)),
  organizationalUnits: Object.fromEntries(
    ['Sandbox', 'Security', 'Suspended', 'Workloads', 'Workloads/MachineLearning'].map((path) => [path, path]),
  ),
  protected: {},
  kept: {},
  assignments: {},
  fixed: {},
};

/** Problems of the sample with a change, in one line each. */
function said(change: ZoneChange): string[] {
  try {
    zoneOf({ controls: [], modelCards: [], ledger, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidLandingZone)) throw error;
    return error.problems.map(({ file, field, rule, fix }: Problem) => `${file} ${field}: ${rule} | ${fix}`);
  }
}

const without = (...names: string[]) => sampleAccounts().filter(({ name }) => !names.includes(name));
const sandbox = (change: object) =>
  sampleAccounts().map((account) => (account.name === 'sandbox' ? { ...account, ...change } : account));
const units = (...organizationalUnits: NonNullable<ZoneChange['settings']>['organizationalUnits'] & object) => ({
  settings: { organizationalUnits },
  accounts: sampleAccounts().map((account) => (account.ou === 'Sandbox' ? { ...account, ou: 'Playground' } : account)),
});

describe('an account that the ledger knows', () => {
  it('may not lose its file, and the problem names each way out', () => {
    const [problem, ...others] = said({ accounts: without('sandbox') });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^accounts\/sandbox\.ts the file: the account exists/);
    for (const way of ['restore the file', "state: 'closing'", "formerly: 'sandbox'"]) expect(problem).toContain(way);
  });

  it('may lose it once it is closing, or where it was never in the organization', () => {
    expect(said({ accounts: without('retired', 'partner') })).toEqual([]);
  });

  it('is not missed where the file of some account cannot be read', () => {
    const accounts = [...without('sandbox').map(accountFile), { file: 'accounts/broken.ts', value: 7 }];
    const settings = { file: settingsFile, value: sampleSettings() };
    const source = { file: 'landing-zone.lock.json', value: ledger };
    let problems: readonly Problem[] = [];
    try {
      resolveLandingZone({ settings, accounts, ledger: source });
    } catch (error) {
      problems = (error as InvalidLandingZone).problems;
    }
    expect(problems.map(({ file }) => file)).toEqual(['accounts/broken.ts']);
  });

  it('may be renamed where the new file says so', () => {
    expect(said({ accounts: sandbox({ name: 'playground', formerly: 'sandbox' }) })).toEqual([]);
  });

  it.each([
    ['something that still exists', { formerly: 'models' }, 'there is still an account of this name'],
    ['nothing in the ledger', { name: 'playground', formerly: 'sandbx' }, 'knows no account of this name'],
    ['itself', { formerly: 'sandbox' }, 'there is still an account of this name'],
  ])('was not formerly %s', (_what, change, rule) => {
    expect(said({ accounts: sandbox(change) }).join('\n')).toContain(rule);
  });

  it('became only one other', () => {
    const renamed = (name: string) => ({
      name,
      formerly: 'sandbox',
      email: `${name}@example.com`,
      ou: 'Sandbox',
      owner: 'a',
    });
    const problems = said({ accounts: [...without('sandbox'), renamed('one'), renamed('two')] });
    expect(problems).toHaveLength(2);
    for (const problem of problems) expect(problem).toContain('only one account can have had this name');
  });

  it('did not become another that the ledger knows too', () => {
    const accounts = sampleAccounts()
      .filter(({ name }) => name !== 'sandbox')
      .map((account) => (account.name === 'acquired' ? { ...account, formerly: 'sandbox' } : account));
    expect(said({ accounts }).join('\n')).toContain('as two, so one did not become the other');
  });

  it.each([
    ['joins', 'partner', { origin: 'adopted', id: '333344445555', ou: 'Sandbox' }, 'is outside the organization'],
    ['leaves', 'acquired', { origin: 'external', ou: undefined }, 'is a member of the organization'],
  ])('neither joins nor leaves the organization while it is renamed: one that %s', (_how, formerly, change, rule) => {
    const renamed = (also: object) => ({
      accounts: sampleAccounts().map((account) =>
        account.name === formerly ? { ...account, name: 'renamed', formerly, ...also } : account,
      ) as ZoneChange['accounts'],
    });
    expect(said(renamed({}))).toEqual([]);
    expect(said(renamed(change)).join('\n')).toContain(`accounts/renamed.ts origin: the account ${rule}`);
  });

  it('leaves its key to nobody', () => {
    const { sandbox: known, ...accounts } = ledger.accounts;
    const later = { ...ledger, accounts: { ...accounts, playground: known ?? { key: '', state: 'active' } } };
    const added = { name: 'playground', email: 'b@example.com', ou: 'Sandbox', owner: 'a' };
    expect(said({ ledger: later, accounts: [...without('sandbox'), added] })).toEqual([]);
    expect(said({ ledger: later, accounts: [...sampleAccounts(), added] }).join('\n')).toContain(
      'belong to the account playground, which was renamed',
    );
  });

  it('leaves its name to nobody when it is closed', () => {
    const closed: Ledger = {
      ...ledger,
      accounts: { ...ledger.accounts, sandbox: { key: 'sandbox', state: 'closed' } },
    };
    expect(said({ ledger: closed, accounts: without('sandbox') })).toEqual([]);
    expect(said({ ledger: closed }).join('\n')).toContain('is the name of a closed account');
  });

  it.each(['constructor', 'toString'])('is none that is called %s and was never written down', (name) => {
    const account = { name: name.toLowerCase(), email: 'c@example.com', ou: 'Sandbox', owner: 'a' };
    expect(
      zoneOf({ controls: [], ledger, accounts: [...sampleAccounts(), account] }).accounts.map(({ key }) => key),
    ).toContain(name.toLowerCase());
  });

  it('is said to have another name where something still goes by the old one', () => {
    const accounts = sandbox({ name: 'playground', formerly: 'sandbox' }).map((account) =>
      account.name === 'models'
        ? {
            ...account,
            ai: {
              dataClassification: 'internal' as const,
              registry: { groups: [{ name: 'a', description: 'b', deployers: ['sandbox'] }] },
            },
          }
        : account,
    );
    expect(said({ accounts }).join('\n')).toContain("write 'playground': it was renamed");
  });
});

describe('an OU that the ledger knows', () => {
  const others = ['Security', 'Workloads/MachineLearning/Production', 'Suspended'];

  it('may be renamed where it is', () => {
    expect(said(units(...others, { path: 'Playground', formerly: 'Sandbox' }))).toEqual([]);
  });

  it('is said to have another name where an account still goes by the old one', () => {
    const { settings } = units(...others, { path: 'Playground', formerly: 'Sandbox' });
    expect(said({ settings })[0]).toContain("write 'Playground': it was renamed");
  });

  it.each([
    ['an OU that still exists', { path: 'Playground', formerly: 'Security' }, 'there is still an OU of this name'],
    ['an OU that the ledger does not know', { path: 'Playground', formerly: 'Box' }, 'knows no OU of this name'],
  ])('was not formerly %s', (_what, unit, rule) => {
    expect(said(units(...others, unit)).join('\n')).toContain(rule);
  });

  it('moves to no other parent, because AWS cannot do that', () => {
    const problems = said(units(...others, 'Playground', { path: 'Workloads/Sandbox', formerly: 'Sandbox' }));
    expect(problems.join('\n')).toContain('moves none to another parent');
  });

  it('leaves its addresses to nobody', () => {
    const { Sandbox, ...known } = ledger.organizationalUnits;
    const later = { ...ledger, organizationalUnits: { ...known, Playground: Sandbox ?? '' } };
    const change = units(...others, 'Playground', 'Sandbox');
    expect(said({ ...change, ledger: later }).join('\n')).toContain("belong to the OU 'Playground'");
  });
});

describe('a Macie job', () => {
  const job = (name: string, formerly?: string) => ({
    name,
    schedule: 'daily' as const,
    bucketTags: { 'data-domain': 'training' },
    ...(formerly === undefined ? {} : { formerly }),
  });
  const macie = (...jobs: ReturnType<typeof job>[]) => ({
    settings: { services: { ...sampleSettings().services, macie: { jobs } } },
  });

  it('was not formerly one that still exists, nor one that another was', () => {
    expect(said(macie(job('new', 'old')))).toEqual([]);
    expect(said(macie(job('new', 'old'), job('old'))).join('\n')).toContain('there is still a job of this name');
    expect(said(macie(job('one', 'old'), job('two', 'old')))).toHaveLength(2);
  });
});

describe('the ledger itself', () => {
  it.each([
    ['of another version', { ...ledger, version: 2 }, 'version'],
    ['with a state that there is not', { ...ledger, accounts: { a: { key: 'a', state: 'gone' } } }, 'accounts.a.state'],
    [
      'with a resource that has no address',
      { ...ledger, protected: { management: { key: [] } } },
      'protected.management',
    ],
    [
      'with something kept of which nobody knows how it comes back',
      { ...ledger, kept: { security: { 'aws_sns_topic.findings': [] } } },
      'kept.security',
    ],
    [
      'with something kept whose companions are none',
      { ...ledger, kept: { security: { 'aws_iam_role.a': true } } },
      'kept',
    ],
    ['with something kept of a misspelt stack', { ...ledger, kept: { 'acount-sandbox': {} } }, 'kept'],
    ['with something protected of a misspelt stack', { ...ledger, protected: { 'log-archives': {} } }, 'protected'],
    [
      'with controls of a kind of document that there is not',
      { ...ledger, assignments: { 'spc-root': {} } },
      'assignments',
    ],
  ])('is refused %s', (_what, value, field) => {
    expect(said({ ledger: value as unknown as Ledger }).join('\n')).toContain(`landing-zone.lock.json ${field}`);
  });

  it('may speak of stacks of an account whose file has gone', () => {
    expect(said({ ledger: { ...ledger, kept: { 'account-partner': {}, 'ai-long-closed': {} } } })).toEqual([]);
  });
});

describe('the role of an account that holds what cannot move', () => {
  const apart: Ledger = { ...ledger, fixed: { 'log-archive': 'log-archive', security: 'security' } };
  const together: Ledger = { ...ledger, fixed: { 'log-archive': 'security', security: 'security' } };
  const roles = (...written: readonly (readonly [string, 'workload' | 'log-archive' | 'security'])[]) => ({
    accounts: sampleAccounts().map((account) => {
      const role = new Map(written).get(account.name);
      return role ? { ...account, role } : account;
    }),
    settings: { organizationalUnits: sampleSettings().organizationalUnits, places: everywhere },
  });
  const everywhere = { securityAccounts: { organizationalUnits: ['Security', 'Sandbox'] } };

  it('stays where it is', () => {
    expect(said({ ledger: apart })).toEqual([]);
    expect(said({ ledger: together, ...roles(['log-archive', 'workload']) })).toEqual([]);
  });

  it('is not known to a ledger of before', () => {
    expect(said({ ...roles(['log-archive', 'workload']) })).toEqual([]);
  });

  it.each([
    ['a log archive that is given up', apart, roles(['log-archive', 'workload']), 'accounts/log-archive.ts role'],
    [
      'one that moves',
      apart,
      roles(['log-archive', 'workload'], ['sandbox', 'log-archive']),
      'accounts/sandbox.ts role',
    ],
  ])('is refused to %s, with the way back and the way on', (_, known, change, where) => {
    const [problem = '', ...others] = said({ ledger: known, ...change });
    expect(others).toEqual([]);
    expect(problem).toContain(`${where}: by landing-zone.lock.json the account log-archive holds the log archive`);
    expect(problem).toContain("write role: 'log-archive' in accounts/log-archive.ts");
    expect(problem).toContain('docs/log-archive.md');
  });

  it('is refused to a log archive that is split from the security account later', () => {
    const [problem = '', ...others] = said({ ledger: together });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^accounts\/log-archive\.ts role: .* the account security holds the log archive/);
    expect(problem).toMatch(/remove it: the security account keeps the logs\. .*docs\/log-archive\.md/);
  });

  it('is refused to another security account, and what the one core account held beside it is not said twice', () => {
    const moved = roles(['log-archive', 'workload'], ['security', 'workload'], ['sandbox', 'security']);
    const [problem = '', ...others] = said({ ledger: together, ...moved });
    expect(others).toEqual([]);
    expect(problem).toContain("write role: 'security' in accounts/security.ts");
  });

  it('is kept under the key of an account that was renamed', () => {
    const accounts = sampleAccounts().map((account) =>
      account.name === 'log-archive' ? { ...account, name: 'logs', formerly: 'log-archive' } : account,
    );
    expect(said({ ledger: apart, accounts })).toEqual([]);
  });
});

describe('the ledger of another landing zone', () => {
  const own = { settings: {}, accounts: without('acquired', 'sandbox') };

  it('is refused, with both management accounts', () => {
    expect(said({ ...own, ledger: { ...ledger, fixed: { managementAccount: '444455556666' } } })).toEqual([
      expect.stringMatching(
        /^landing-zone\.lock\.json fixed\.managementAccount: .*that of this one is 111122223333 \| .*delete/,
      ),
    ]);
  });

  it('does not count where it is that of the sample, which exists nowhere', () => {
    const accounts = own.accounts.map((account) =>
      account.role === 'management' ? { ...account, id: '444455556666' } : account,
    );
    const sample = { ...ledger, fixed: { managementAccount: '111122223333' } };
    expect(said({ accounts, ledger: sample })).toEqual([]);
    expect(zoneOf({ controls: [], modelCards: [], accounts, ledger: sample }).ledger.accounts).toEqual({});
  });

  it('is said to be that of the sample where the management account is still the one of the sample', () => {
    const [problem] = said({ ...own, ledger: { ...ledger, fixed: { managementAccount: '111122223333' } } });
    expect(problem).toContain('write the id of your own management account');
  });

  it('is nothing that can be told while the management account cannot be read', () => {
    const accounts = own.accounts.map((account) =>
      account.role === 'management' ? { ...account, id: '12' } : account,
    );
    expect(
      said({ accounts, ledger: { ...ledger, fixed: { managementAccount: '444455556666' } } }).join('\n'),
    ).not.toContain('another landing zone');
  });
});

describe('an account whose file has something wrong in it', () => {
  it('hides neither an account that vanished nor a model card without its account', () => {
    const accounts = without('models', 'sandbox').map((account) =>
      account.name === 'security' ? { ...account, owner: '', ai: {} as never } : account,
    );
    const problems = said({ accounts, modelCards: [sampleModelCard()] }).map((line) => line.split(':')[0]);
    expect(problems).toEqual(
      expect.arrayContaining([
        'accounts/security.ts owner',
        'accounts/models.ts the file',
        'accounts/sandbox.ts the file',
        'models/referral-triage.ts account',
      ]),
    );
  });
});
