import { type Estimate, estimate } from '../../../cli/cost/estimate';
import { findLevers, type Levers } from '../../../cli/cost/levers';
import { alternatives, changed, tryFormAt } from '../../../cli/cost/levers/alternatives';
import { expectedUsage } from '../../../cli/cost/usage';
import { settingsFile, settingsForm } from '../../../schema/forms/settings';
import { usageForm } from '../../../schema/forms/usage';
import type { LandingZone } from '../../../schema/landing-zone';
import { type LandingZoneFiles, resolveLandingZone } from '../../../schema/resolve';
import { madeControl } from '../../support/made-control';
import { synth } from '../../support/synth';
import { accountFile, sampleAccounts, sampleSettings } from '../../support/zone';

/** So that GuardDuty is what costs most, and is tried first. */
const usage = usageForm.parse({ classes: { core: { 'api-calls': 10_000_000 } } });
const costing = (zone: LandingZone): Estimate => {
  const stacks = synth(zone);
  return estimate(
    { names: Object.keys(stacks), read: (name) => stacks[name]?.json as never },
    { expected: expectedUsage(usage), sandboxes: usage.sandboxes },
  );
};

const settings = {
  ...sampleSettings(),
  regions: ['eu-central-1', 'eu-west-1'],
  services: { ...sampleSettings().services, securityHub: { standards: [] }, macie: { enabled: false } },
};
const files: LandingZoneFiles = {
  settings: { file: settingsFile, value: settings },
  accounts: sampleAccounts()
    .filter(({ name, role }) => role !== undefined || name === 'sandbox')
    .map(accountFile),
  controls: [
    madeControl({ id: 'by-clock', detect: { managed: 'IAM_ROOT_ACCESS_KEY_CHECK' } }),
    madeControl({ id: 'at-home', detect: { managed: 'ROOT_ACCOUNT_MFA_ENABLED', regions: 'home' } }),
  ],
};
const zone = resolveLandingZone(files);
const today = costing(zone);
const find = (count: number, atMost: number): Levers =>
  findLevers({ files, zone, today, costing, count, atMost, report: () => undefined });

describe('a lever', () => {
  const { levers, tried } = find(12, 6);
  const lever = (field: string, change = '') =>
    levers.find((each) => each.field === field && each.change.includes(change));

  it('is first of all that rules by the clock run in one region', () => {
    const away = today.clockwork.usdAway.typical;
    expect(levers[0]).toMatchObject({ field: 'detect.regions', found: 'attributed' });
    expect(levers[0]?.saves.typical).toBe(away);
    // One rule a day in the other region, in four accounts, and some more that it looks at.
    expect(away).toBeGreaterThanOrEqual((4 * 30) / 1_000);
  });

  it('saves what the landing zone costs less when it is built with the change', () => {
    const without = resolveLandingZone({
      ...files,
      settings: {
        file: settingsFile,
        value: changed(files.settings?.value, ['services', 'guardDuty', 'enabled'], false),
      },
    });
    const found = lever('services.guardDuty.enabled');
    expect(found).toMatchObject({ file: settingsFile, change: 'true → false', found: 'recomputed' });
    expect(found?.saves.typical).toBeCloseTo(today.total.typical - costing(without).total.typical, 6);
    expect(found?.givesUp).toContain('guardduty_member');
    expect(tried).toBe(6);
  });

  it('is larger than those behind it', () => {
    const savings = levers.slice(1).map(({ saves }) => saves.typical);
    expect(savings).toEqual([...savings].sort((a, b) => b - a));
    expect(savings.every((each) => each > 0)).toBe(true);
  });

  it('may be a region of all accounts, and of those of a class', () => {
    const there = today.charges.filter(({ region }) => region === 'eu-west-1');
    const of = (charges: typeof there) => charges.reduce((sum, { usd }) => sum + usd.typical, 0);
    expect(levers.filter(({ field, file }) => field === 'regions' && file === settingsFile)).toHaveLength(1);
    expect(lever('regions', 'without "eu-west-1"')?.saves.typical).toBeCloseTo(of(there), 6);
    const sandbox = levers.find(({ file }) => file === 'accounts/sandbox.ts');
    expect(sandbox?.saves.typical).toBeCloseTo(of(there.filter(({ account }) => account === 'sandbox')), 6);
  });

  it('may be a control', () => {
    const { levers: every } = find(60, 0);
    expect(every.find(({ field }) => field === 'controls.by-clock')).toMatchObject({
      change: "mode: 'off'",
      givesUp: 'Nobody makes a bucket',
    });
  });

  it('is not looked for without end, and says what was left', () => {
    const { tried: few, left } = find(10, 1);
    expect(few).toBe(1);
    expect(left.length).toBeGreaterThan(0);
  });
});

describe('the alternatives of a value', () => {
  const of = (field: string, value: unknown) => {
    const form = tryFormAt(settingsForm, field.split('.'));
    if (!form) throw new Error(`${field} is no field`);
    return alternatives(form, value).map(({ change }) => change);
  };

  it('are what its form admits', () => {
    expect(of('services.config.recordingFrequency', 'CONTINUOUS')).toEqual(['"CONTINUOUS" → "DAILY"']);
    expect(of('services.cloudTrail.organizationTrail', true)).toEqual(['true → false']);
    expect(of('services.securityHub.enabled', true)).toEqual(['true → "ending"', 'true → false']);
    expect(of('services.guardDuty.features', ['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS'])).toEqual([
      'without S3_DATA_EVENTS',
      'without RDS_LOGIN_EVENTS',
    ]);
    expect(of('services.accessAnalyzer.unusedAccessDays', 90)).toEqual(['leave it out']);
    expect(of('services.accessAnalyzer.unusedAccessDays', undefined)).toEqual([]);
  });

  it('are written where they stand, and nowhere else', () => {
    const written = { a: { b: 1, c: 2 }, d: 3 };
    expect(changed(written, ['a', 'b'], 9)).toEqual({ a: { b: 9, c: 2 }, d: 3 });
    expect(changed(written, ['a', 'b'], undefined)).toEqual({ a: { c: 2 }, d: 3 });
    expect(changed(written, ['e', 'f'], 1)).toEqual({ ...written, e: { f: 1 } });
    expect(written).toEqual({ a: { b: 1, c: 2 }, d: 3 });
    expect(tryFormAt(settingsForm, ['services', 'nothing'])).toBeUndefined();
  });
});
