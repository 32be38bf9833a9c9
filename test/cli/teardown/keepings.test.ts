import { type Kept, keepingsOf, keptIn } from '../../../cli/teardown/keepings';
import { ledgerAfter } from '../../../cli/teardown/ledger-after';
import { emptyLedger } from '../../../schema/forms/ledger';
import { ledgerOf } from '../../../stacks/ledger/ledger-of';
import { importsIn } from '../../support/ledger';
import { find, smallZone, synth } from '../../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

const twoRegions = { regions: ['eu-central-1', 'eu-west-1'] };

const addressed = (kept: readonly Kept[]): readonly string[] => kept.map(({ stack, address }) => `${stack} ${address}`);

describe('what a teardown keeps', () => {
  it('is every bucket of logs with its policy, the keys that they are encrypted with, and the aliases of these', async () => {
    const { kept } = await keepingsOf(smallZone(), false);
    expect(addressed(kept)).toEqual(
      expect.arrayContaining([
        ...['trails', 'config', 'findings', 'prompts', 'access-log'].map(
          (kind) => `log-archive aws_s3_bucket.${kind}-bucket`,
        ),
        ...['trails', 'config', 'findings', 'prompts'].map((kind) => `log-archive aws_kms_key.${kind}-key`),
        'security aws_s3_bucket.audit-results-bucket',
        'security aws_s3_bucket.audit-access-log-bucket',
        'security aws_kms_key.audit-key',
      ]),
    );
    expect(keptIn(kept, 'log-archive')).toEqual(
      expect.arrayContaining(['aws_s3_bucket_policy.trails-policy', 'aws_kms_alias.trails-key-alias']),
    );
  });

  it('is the accounts that these are in, the OUs above them, and the organization; no other account, and nothing of models', async () => {
    const { kept } = await keepingsOf(smallZone(twoRegions, ['models', 'sandbox']), false);
    expect(addressed(kept).filter((each) => each.startsWith('management '))).toEqual([
      'management aws_organizations_account.account-log-archive',
      'management aws_organizations_organizational_unit.ou-Security',
      'management aws_organizations_account.account-security',
      'management aws_organizations_organization.organization',
    ]);
    expect(addressed(kept).filter((each) => each.startsWith('ai-models '))).toEqual([]);
  });

  it('is nothing where the logs go too', async () => {
    expect((await keepingsOf(smallZone(), true)).kept).toEqual([]);
  });

  it('is what nobody can delete, where the logs go too, and nothing around it: it goes with its account', async () => {
    const objectLock = { mode: 'COMPLIANCE', days: 30 } as const;
    const { kept } = await keepingsOf(smallZone({ logs: { objectLock } }), true);
    expect(addressed(kept)).toEqual(['log-archive aws_s3_bucket.trails-bucket', 'log-archive aws_kms_key.trails-key']);
  });

  it('is what was adopted, and the organization around an adopted account', async () => {
    const settings = { regions: ['eu-central-1'], organization: { adopt: 'o-abcdefghij' } };
    const accounts = sampleAccounts().filter(({ name, role }) => role !== undefined || name === 'acquired');
    const { kept } = await keepingsOf(zoneOf({ settings, accounts, controls: [] }), true);
    expect(addressed(kept)).toEqual([
      'management aws_organizations_account.account-acquired',
      'management aws_organizations_organization.organization',
    ]);
  });
});

describe('the ledger after a teardown', () => {
  it('is empty where no logs are kept: everything may be made anew', () => {
    const zone = smallZone();
    expect(ledgerAfter({ ...zone, ledger: ledgerOf(zone) }, [])).toEqual(emptyLedger);
  });

  it('lets a landing zone of the same name take up the logs, in the accounts that it adopts', async () => {
    const zone = smallZone(twoRegions, ['sandbox']);
    const { kept } = await keepingsOf(zone, false);
    const ledger = ledgerAfter({ ...zone, ledger: ledgerOf(zone) }, kept);
    expect(ledger.accounts).toMatchObject({
      management: { state: 'active' },
      'log-archive': { state: 'active' },
      security: { state: 'active' },
      sandbox: { state: 'closed' },
    });
    const again = zoneOf({
      ledger,
      controls: [],
      settings: {
        ...sampleSettings(),
        regions: ['eu-central-1'],
        organization: { adopt: 'o-abcdefghij' },
        organizationalUnits: [
          { path: 'Security', adopt: 'ou-ab12-11112222' },
          'Suspended',
          'Sandbox',
          'Workloads/MachineLearning/Production',
        ],
      },
      accounts: sampleAccounts()
        .filter(({ role }) => role !== undefined)
        .map((account, index) =>
          account.role === 'management' ? account : { ...account, origin: 'adopted', id: `22223333444${index}` },
        ),
    });
    expect(importsIn(find(synth(again), 'log-archive')).map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        'aws_s3_bucket.trails-bucket',
        'aws_kms_key.trails-key',
        'aws_kms_alias.trails-key-alias',
      ]),
    );
    expect(importsIn(find(synth(again), 'security')).map(({ to }) => to)).toContain(
      'aws_s3_bucket.audit-results-bucket',
    );
  });
});
