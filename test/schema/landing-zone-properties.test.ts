import * as fc from 'fast-check';
import type { LandingZone } from '../../schema/landing-zone';
import type { SourceFile } from '../../schema/problems/problem';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { resolveLandingZone } from '../../schema/resolve';
import { type ValidSpec, validSpecs } from '../support/arbitrary-zone';
import { accountFile, sampleAccounts, sampleSettings, settingsFile } from '../support/zone';

const resolve = ({ settings, accounts }: ValidSpec): LandingZone =>
  resolveLandingZone({ settings: { file: settingsFile, value: settings }, accounts: accounts.map(accountFile) });

/** Holds for every valid landing zone that fast-check makes up. */
const always = (title: string, check: (zone: LandingZone, spec: ValidSpec) => void) =>
  it(title, () =>
    fc.assert(
      fc.property(validSpecs, (spec) => check(resolve(spec), spec)),
      { numRuns: 50 },
    ),
  );

/** Every object and list that can be reached from a value. */
const parts = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];

describe('every landing zone that keeps the rules', () => {
  always('is frozen all the way down, and leaves what was written alone', (zone, spec) => {
    expect(parts(zone).filter((part) => !Object.isFrozen(part))).toEqual([]);
    expect(Object.isFrozen(spec.settings.regions) || Object.isFrozen(spec.accounts[0])).toBe(false);
  });

  always('has each fixed role in exactly one account, and every other account as a workload', (zone) => {
    const fixed = [zone.managementAccount, zone.logArchiveAccount, zone.securityAccount];
    expect(fixed.map(({ role }) => role)).toEqual(['management', 'log-archive', 'security']);
    const others = zone.accounts.filter((account) => !fixed.includes(account));
    expect(others).toHaveLength(zone.accounts.length - 3);
    expect(others.every(({ role }) => role === 'workload')).toBe(true);
  });

  always('keeps every account that was written, once', (zone, { accounts }) => {
    expect(zone.accounts.map(({ name }) => name)).toEqual(accounts.map(({ name }) => name).sort());
    expect(zone.activeAccounts).toEqual(zone.accounts.filter(({ state }) => state === 'active'));
  });

  always('begins with the home region, in the zone and in each account, and names no region twice', (zone, spec) => {
    for (const { regions } of [zone, ...zone.accounts]) {
      expect(regions[0]).toBe(spec.settings.homeRegion);
      expect(new Set(regions).size).toBe(regions.length);
      expect(regions.every((region) => spec.settings.regions.includes(region))).toBe(true);
    }
  });

  always('governs no region that is retired', (zone) => {
    expect(zone.regions.filter((region) => zone.retiredRegions.includes(region))).toEqual([]);
  });

  always('has each OU once, its parents before it', ({ organizationalUnits }, { settings }) => {
    expect(new Set(organizationalUnits).size).toBe(organizationalUnits.length);
    expect(organizationalUnits).toEqual(expect.arrayContaining(settings.organizationalUnits));
    for (const [index, path] of organizationalUnits.entries()) {
      const parent = path.split('/').slice(0, -1).join('/');
      if (parent) expect(organizationalUnits.slice(0, index)).toContain(parent);
    }
  });

  always('is the same in whatever order its files are read', (zone, { settings, accounts }) => {
    expect(resolve({ settings, accounts: [...accounts].reverse() })).toEqual(zone);
  });
});

describe('whatever is written into a field', () => {
  const refusedOrResolved = (settings: SourceFile, accounts: readonly SourceFile[]) => {
    try {
      resolveLandingZone({ settings, accounts });
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidLandingZone);
    }
  };
  const accounts = sampleAccounts();

  it('is resolved or refused by name in the settings, and never crashes', () => {
    const optional = ['backend', 'logs', 'organization', 'awsProvider', 'retiredRegions', 'bedrockApplicationProfiles'];
    const fields = fc.constantFrom(...Object.keys(sampleSettings()), ...optional);
    fc.assert(
      fc.property(fields, fc.anything(), (field, value) =>
        refusedOrResolved(
          { file: settingsFile, value: { ...sampleSettings(), [field]: value } },
          accounts.map(accountFile),
        ),
      ),
    );
  });

  it('is resolved or refused by name in an account, and never crashes', () => {
    const fields = fc.constantFrom(
      'name',
      'email',
      'ou',
      'owner',
      'role',
      'origin',
      'id',
      'state',
      'regions',
      'tags',
      'ai',
    );
    fc.assert(
      fc.property(fields, fc.anything(), (field, value) =>
        refusedOrResolved({ file: settingsFile, value: sampleSettings() }, [
          ...accounts.slice(1).map(accountFile),
          { file: 'accounts/management.ts', value: { ...accounts[0], [field]: value } },
        ]),
      ),
    );
  });
});
