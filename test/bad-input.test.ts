import { ledgerFile } from '../schema/forms/ledger';
import { resolveLandingZone } from '../schema/resolve';
import { problemsOf, withAccount } from './support/bad-input';
import { accountFile, deployedBefore, sampleAccounts, sampleSettings, settingsFile } from './support/zone';

describe('several mistakes at once', () => {
  it('are all reported in one go, file by file', () => {
    const problems = problemsOf({
      settings: { awsProvider: 'latest', regions: ['us-east-1', 'eu-central-1', 'eu-west-1', 'eu-wst-2'] },
      accounts: withAccount('sandbox', { ou: 'Sandboxes', id: '444455556666' }),
    });
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'accounts/landing-zone.ts regions[3]',
      'accounts/landing-zone.ts awsProvider',
      'accounts/sandbox.ts id',
      'accounts/sandbox.ts ou',
    ]);
  });

  it('are reported in every file, also where the form of one file is broken', () => {
    const problems = problemsOf({
      settings: { awsProvider: 'latest' },
      accounts: withAccount('sandbox', { email: 'nobody', owner: '' }),
    });
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'accounts/sandbox.ts email',
      'accounts/sandbox.ts owner',
      'accounts/landing-zone.ts awsProvider',
    ]);
  });

  it('do not bring a second complaint that an account is missing whose file is broken', () => {
    const problems = problemsOf({ accounts: withAccount('security', { email: 'nobody' }) });
    expect(problems.map(({ field }) => field)).toEqual(['email']);
  });

  it('bring the rules between fields up in the same run as a field that is wrong by itself', () => {
    const accounts = withAccount('sandbox', { owner: '', ou: 'Sandbocks' });
    const settings = { protection: 'of' as 'off', regions: ['eu-central-1', 'eu-wst-1', 'us-east-1', 'eu-west-1'] };
    const problems = problemsOf({ settings, accounts });
    expect(problems.map(({ file, field }) => `${file} ${field}`).sort()).toEqual([
      'accounts/landing-zone.ts protection',
      'accounts/landing-zone.ts regions[1]',
      'accounts/sandbox.ts ou',
      'accounts/sandbox.ts owner',
    ]);
  });

  it('name a file that exports nothing as a whole', () => {
    const files = [{ file: 'accounts/empty.ts', value: undefined }, ...sampleAccounts().slice(0, 5).map(accountFile)];
    expect(() =>
      resolveLandingZone({
        settings: { file: settingsFile, value: sampleSettings() },
        accounts: files,
        ledger: { file: ledgerFile, value: deployedBefore },
      }),
    ).toThrow(
      'has 1 problem; nothing was written.\n\naccounts/empty.ts: default export is nothing\n  rule: must be an object',
    );
  });
});
