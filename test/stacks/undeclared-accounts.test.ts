import type { SettingsSpec } from '../../schema/forms/settings';
import { smallZone, synthOne } from '../support/synth';
import { zoneOf } from '../support/zone';

const managementOf = (settings: Partial<SettingsSpec> = {}, named: readonly string[] = []) =>
  synthOne(smallZone(settings, named), 'management');
const assertOf = (...change: Parameters<typeof managementOf>) => {
  const [assert, ...others] = managementOf(...change).json.check['undeclared-accounts'].assert;
  expect(others).toEqual([]);
  return assert;
};

describe('accounts of the organization without a file', () => {
  it('are looked for in each plan, among those that are open, by what the files say', () => {
    const { json } = managementOf({}, ['acquired']);
    const undeclared: string = json.locals['undeclared-accounts'];
    expect(undeclared).toContain('aws_organizations_organization.organization.non_master_accounts');
    expect(json.check['undeclared-accounts'].assert[0].condition).toContain('length(local.undeclared-accounts) == 0');
    // An adopted account is known by its id: nobody changes the address in AWS because a file has another.
    const known = JSON.parse(/account\.id\], (\[.*?\])\)/.exec(undeclared)?.[1] ?? '');
    expect(known).toEqual([
      '222233334444',
      'aws+log-archive@example.com',
      'aws+management@example.com',
      'aws+security@example.com',
    ]);
  });

  it('are named with what to do about them', () => {
    expect(assertOf().error_message).toContain("with origin: 'adopted', its id and an OU");
    expect(assertOf({ organization: {} }).error_message).toContain(
      "undeclaredAccounts: 'quarantine' keeps everybody from acting",
    );
    expect(assertOf().error_message).toContain('Until then nobody acts in those that are directly in the root');
  });
});

describe('their quarantine', () => {
  const modeOf = (settings: Partial<SettingsSpec>) =>
    zoneOf({ settings }).controls.find(({ id }) => id === 'organization-quarantine')?.mode;

  it('is on where the settings ask for it: in an organization that was there before it would stop what works', () => {
    expect(modeOf({ organization: {} })).toBe('off');
    expect(modeOf({ organization: { undeclaredAccounts: 'quarantine' } })).toBe('on');
  });

  it('can be switched off like any control', () => {
    const controls = { 'organization-quarantine': { mode: 'off', reason: 'Accounts move in May' } } as const;
    expect(modeOf({ organization: { undeclaredAccounts: 'quarantine' }, controls })).toBe('off');
  });
});
