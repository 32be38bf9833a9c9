import { resolveLandingZone } from '../../schema/resolve';
import { accountFile, sampleAccounts, sampleSettings, settingsFile, zoneOf } from '../support/zone';

const findAccount = (name: string, zone = zoneOf()) => zone.accounts.find((account) => account.name === name);

describe('resolveLandingZone', () => {
  it('puts the home region first and the others in the order of their names', () => {
    expect(zoneOf().regions).toEqual(['eu-central-1', 'eu-west-1', 'us-east-1']);
  });

  it('lets an account be active in fewer regions, its home region first too', () => {
    expect(findAccount('sandbox')?.regions).toEqual(['eu-central-1', 'eu-west-1']);
    expect(findAccount('models')?.regions).toEqual(zoneOf().regions);
  });

  it('brings the parents of each OU along, before their children', () => {
    expect(zoneOf().organizationalUnits).toEqual([
      'Sandbox',
      'Security',
      'Suspended',
      'Workloads',
      'Workloads/MachineLearning',
      'Workloads/MachineLearning/Production',
    ]);
  });

  it('says of each account where it comes from and which file a person edits', () => {
    const origins = zoneOf().accounts.map(({ name, origin, file }) => `${name} ${origin} ${file}`);
    expect(origins).toEqual([
      'acquired adopted accounts/acquired.ts',
      'log-archive vended accounts/log-archive.ts',
      'management management accounts/management.ts',
      'models vended accounts/models.ts',
      'partner external accounts/partner.ts',
      'retired vended accounts/retired.ts',
      'sandbox vended accounts/sandbox.ts',
      'security vended accounts/security.ts',
    ]);
  });

  it('keeps a closing account on the list, but not among the active ones', () => {
    const { accounts, activeAccounts } = zoneOf();
    expect(accounts.map(({ name }) => name)).toContain('retired');
    expect(activeAccounts.map(({ name }) => name)).not.toContain('retired');
    expect(activeAccounts).toHaveLength(accounts.length - 1);
  });

  it('protects what must not be destroyed, and keeps logs for seven years, unless told otherwise', () => {
    const { protection, logs, backend, deployRole } = zoneOf();
    expect({ protection, retentionDays: logs.retentionDays, backend, deployRole }).toEqual({
      protection: 'on',
      retentionDays: 2_557,
      backend: { type: 'local' },
      deployRole: 'OrganizationAccountAccessRole',
    });
  });

  it('takes tags and owners in any script, with every character that AWS takes', () => {
    const tags = { 'Kosten-Stelle': 'Zürich 4', 'a.b:c/d=e+f@g_h': '研究', empty: '' };
    // Bedrock takes fewer, and says so.
    const accounts = sampleAccounts().map(({ ai: _, ...account }) => ({
      ...account,
      owner: 'équipe ML @example.com',
      tags,
    }));
    expect(zoneOf({ settings: { tags }, accounts }).tags).toEqual(tags);
  });

  it('retires no region, trusts no further service and lets no application profile leave, unless told otherwise', () => {
    const { retiredRegions, organization, bedrockApplicationProfiles } = zoneOf();
    expect({ retiredRegions, bedrockApplicationProfiles }).toEqual({
      retiredRegions: [],
      bedrockApplicationProfiles: false,
    });
    expect(organization).toMatchObject({ trustedServices: [], policyTypes: [], accountQuota: 10 });
  });

  it('cannot be changed, in type or at run time', () => {
    const zone = zoneOf();
    // @ts-expect-error: the list is read-only
    expect(() => zone.regions.push('eu-north-1')).toThrow(/not extensible/);
    // @ts-expect-error: so is the list within a service, which the form yields
    expect(() => zone.services.macie.jobs.pop()).toThrow(/Cannot delete property/);
  });

  it('refuses a file that is not named after the account in it', () => {
    const [first, ...others] = sampleAccounts().map(accountFile);
    const renamed = { file: 'accounts/master.ts', value: first?.value };
    expect(() =>
      resolveLandingZone({ settings: { file: settingsFile, value: sampleSettings() }, accounts: [renamed, ...others] }),
    ).toThrow(
      'accounts/master.ts: name is "management"\n  rule: a file is named after the account in it\n  fix:  rename the file to management.ts',
    );
  });
});
