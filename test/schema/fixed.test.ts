import type { AccountSpec } from '../../schema/forms/account';
import type { Ledger } from '../../schema/forms/ledger';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { problemsThrownBy } from '../support/problems';
import { sampleAccounts, type ZoneChange, zoneOf } from '../support/zone';

const small = { controls: [] } satisfies ZoneChange;
const ledger: Ledger = ledgerOf(zoneOf(small));
const changed = (change: ZoneChange) => () => zoneOf({ ...small, ledger, ...change });
const accountsWith = (edits: Readonly<Record<string, Partial<AccountSpec>>>) =>
  sampleAccounts().map((account) => ({ ...account, ...edits[account.name] }));

describe('what cannot be changed while the landing zone stands', () => {
  it.each([
    ['name', { name: 'other' }, 'acme-ai'],
    ['homeRegion', { homeRegion: 'eu-west-1' }, 'eu-central-1'],
    ['deployRole', { deployRole: 'AWSControlTowerExecution' }, 'OrganizationAccountAccessRole'],
  ])('is the setting %s', (field, settings, before) => {
    expect(problemsThrownBy(changed({ settings }))).toEqual([
      expect.objectContaining({
        file: 'accounts/landing-zone.ts',
        field,
        rule: expect.stringContaining(`cannot be changed from '${before}' while the landing zone stands`),
        fix: expect.stringContaining(`take '${field}' out of fixed in landing-zone.lock.json`),
      }),
    ]);
  });

  it('is the id of the management account', () => {
    // That of the sample counts nowhere else.
    const accounts = accountsWith({ management: { id: '999988887777' } }).filter(({ name }) => name !== 'acquired');
    const known = { ...ledger, fixed: { ...ledger.fixed, managementAccount: '444455556666' } };
    expect(problemsThrownBy(changed({ accounts, ledger: known }))).toMatchObject([
      { file: 'landing-zone.lock.json', field: 'fixed.managementAccount' },
    ]);
  });

  it('is who keeps the logs, and who administers the security services', () => {
    const accounts = accountsWith({ 'log-archive': { role: 'security' }, security: { role: 'log-archive' } });
    expect(problemsThrownBy(changed({ accounts }))).toMatchObject([{ file: 'accounts/log-archive.ts', field: 'role' }]);
  });

  it('is whether an account is a member of the organization', () => {
    const outside = accountsWith({ sandbox: { origin: 'external', id: '444455556666', ou: undefined } });
    expect(problemsThrownBy(changed({ accounts: outside }))).toMatchObject([
      { file: 'accounts/sandbox.ts', field: 'origin', fix: expect.stringContaining("state: 'closing'") },
    ]);
    const inside = accountsWith({ partner: { origin: 'adopted', ou: 'Sandbox' } });
    expect(problemsThrownBy(changed({ accounts: inside }))).toMatchObject([
      { file: 'accounts/partner.ts', field: 'origin', fix: expect.stringContaining('invite the account') },
    ]);
  });
});

describe('what cannot be changed while the landing zone stands, nevertheless', () => {
  it('is changed where the ledger does not know it', () => {
    expect(changed({ settings: { name: 'other' }, ledger: { ...ledger, fixed: {} } })).not.toThrow();
  });

  it('is changed where everything may be destroyed', () => {
    expect(changed({ settings: { name: 'other', protection: 'off' } })).not.toThrow();
  });

  it('is not changed by another name of the account', () => {
    const accounts = accountsWith({ security: { name: 'guards', formerly: 'security' } });
    expect(changed({ accounts })).not.toThrow();
  });
});
