import type { Ledger } from '../../../schema/forms/ledger';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { differenceOf, isCurrent } from '../../../stacks/ledger/difference';
import { ledgerAfter } from '../../support/ledger';
import { problemsThrownBy } from '../../support/problems';
import { accountId, resource, synthOne } from '../../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

const enabled = (value: true | 'ending' | false): Partial<SettingsSpec> => ({
  services: { ...sampleSettings().services, securityHub: { enabled: value } },
});
const core = sampleAccounts()
  .filter(({ role }) => role !== undefined)
  .map(({ regions, ...account }) => account);
const zoneWith = (settings: Partial<SettingsSpec>, ledger?: Ledger) =>
  zoneOf({ settings, ledger, controls: [], modelCards: [], accounts: core });

const home = 'eu-central-1';
const both: Partial<SettingsSpec> = { regions: [home, 'eu-west-1'] };
const retired: Partial<SettingsSpec> = { regions: [home], retiredRegions: ['eu-west-1'] };
const alone: Partial<SettingsSpec> = { regions: [home] };

/** The ledger after settings were locked one after the other. */
const lockedInTurn = (...steps: readonly Partial<SettingsSpec>[]): Ledger | undefined =>
  steps.reduce<Ledger | undefined>((ledger, settings) => ledgerAfter(zoneWith(settings, ledger)), undefined);
const hubsAfter = (...steps: readonly Partial<SettingsSpec>[]) => lockedInTurn(...steps)?.securityHub;

describe('where the hubs of Security Hub are', () => {
  it.each<[string, readonly Partial<SettingsSpec>[], object]>([
    ['is in state where a region is governed', [both], { [home]: 'here', 'eu-west-1': 'here' }],
    ['is in AWS alone where the region is retired', [both, retired], { [home]: 'here', 'eu-west-1': 'left' }],
    ['is not forgotten with the retired region', [both, retired, alone], { [home]: 'here', 'eu-west-1': 'left' }],
    ['is told where the region is governed again', [both, retired, both], { [home]: 'here', 'eu-west-1': 'back' }],
    [
      'is told again where it is retired again',
      [both, retired, both, retired],
      { [home]: 'here', 'eu-west-1': 'left' },
    ],
    ['is nothing in a region that was retired and never governed', [alone, retired], { [home]: 'here' }],
    [
      'is known where an older ledger says nothing of a retired region',
      [retired],
      { [home]: 'here', 'eu-west-1': 'left' },
    ],
    ['is nothing where Terraform destroys them', [both, { ...retired, protection: 'off' }], { [home]: 'here' }],
    [
      'outlives protection where they are left',
      [both, retired, { ...retired, protection: 'off' }],
      { [home]: 'here', 'eu-west-1': 'left' },
    ],
    [
      'is nothing where the service has gone, but for those that are left',
      [both, retired, { ...retired, ...enabled('ending') }, { ...both, ...enabled(false) }],
      { 'eu-west-1': 'left' },
    ],
    [
      'is nothing where the service has gone from a region that came back',
      [both, retired, both, { ...both, ...enabled('ending') }, { ...both, ...enabled(false) }, both],
      { [home]: 'here', 'eu-west-1': 'here' },
    ],
  ])('%s', (_, steps, regions) => {
    expect(hubsAfter(...steps)?.regions).toEqual(regions);
  });

  it('is a difference of the ledger, in one line, and no more once it is locked', () => {
    const [before, after] = [lockedInTurn(both), lockedInTurn(both, retired)];
    if (!before || !after) throw new Error('nothing is locked');
    expect(differenceOf(before, after).others).toContain(
      'Security Hub: enabled true, eu-central-1 here, eu-west-1 left',
    );
    expect(isCurrent(differenceOf(after, ledgerAfter(zoneWith(retired, after))))).toBe(true);
  });
});

describe('a region that is governed again', () => {
  const securityOf = (settings: Partial<SettingsSpec>, ledger?: Ledger) =>
    synthOne(zoneWith(settings, ledger), 'security');
  const delegation = 'aws_securityhub_organization_admin_account.securityhub-delegation-eu-west-1';
  const managementId = core.find(({ role }) => role === 'management')?.id;

  it.each([
    ['', both, ''],
    [' where a resource names its region', { ...both, awsProvider: '~> 6.25' }, '@eu-west-1'],
  ])('has its hubs and their administrator imported%s', (_, settings, suffix) => {
    const left = lockedInTurn(both, retired);
    const { json } = securityOf(settings, left);
    expect(json.import).toEqual([
      { to: 'aws_securityhub_account.securityhub-eu-west-1', id: `${accountId('security')}${suffix}` },
      { to: 'aws_securityhub_account.securityhub-management-eu-west-1', id: `${managementId}${suffix}` },
      { to: delegation, id: `${accountId('security')}${suffix}` },
    ]);
    expect(json.removed ?? []).not.toContainEqual(expect.objectContaining({ from: delegation }));
  });

  it('is written the same once that is locked, so that a second deployment finds nothing to do', () => {
    const [left, back] = [lockedInTurn(both, retired), lockedInTurn(both, retired, both)];
    expect(securityOf(both, back).json).toEqual(securityOf(both, left).json);
  });

  it('has nothing imported where it was never left', () => {
    expect(securityOf(both, lockedInTurn(alone)).json.import).toBeUndefined();
    expect(securityOf(both).json.import).toBeUndefined();
  });

  it('gets hubs that no import would replace: what AWS never tells is as an import reads it', () => {
    const hub = resource(securityOf(both), 'aws_securityhub_account', 'securityhub-eu-west-1');
    expect(hub.enable_default_standards).toBe(false);
  });
});

describe('Security Hub that is on', () => {
  const problemsOf = (settings: Partial<SettingsSpec>, ledger?: Ledger) =>
    problemsThrownBy(() => zoneWith(settings, ledger));

  it('is not switched off at once, and the problem names the way', () => {
    expect(problemsOf(enabled(false), lockedInTurn(enabled(true)))).toEqual([
      {
        file: 'accounts/landing-zone.ts',
        field: 'services.securityHub.enabled',
        value: false,
        rule: expect.stringContaining('AWS stops no central configuration that has policies'),
        fix: expect.stringContaining("write 'ending', deploy every stack, then write false"),
      },
    ]);
  });

  it.each<[string, Partial<SettingsSpec>, Ledger | undefined]>([
    ['ends first', enabled('ending'), lockedInTurn(enabled(true))],
    ['goes once it has ended', enabled(false), lockedInTurn(enabled(true), enabled('ending'))],
    ['comes back while it ends', enabled(true), lockedInTurn(enabled(true), enabled('ending'))],
    ['comes back once it is gone', enabled(true), lockedInTurn(enabled('ending'), enabled(false))],
    ['is not there in a new landing zone', enabled(false), undefined],
    ['goes with everything', { ...enabled(false), protection: 'off' }, lockedInTurn(enabled(true))],
    ['goes where an older ledger does not know it', enabled(false), withoutHubs(lockedInTurn(enabled(true)))],
  ])('%s', (_, settings, ledger) => {
    expect(() => zoneWith(settings, ledger)).not.toThrow();
  });
});

function withoutHubs(ledger: Ledger | undefined): Ledger | undefined {
  if (!ledger) return undefined;
  const { securityHub, ...others } = ledger;
  return others;
}
