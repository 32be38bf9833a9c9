import { cost } from '../../../cli/cost';
import { billings } from '../../../cli/cost/billing';
import { type Charge, chargesOf, type NamedStack } from '../../../cli/cost/charges';
import { byUse, free } from '../../../cli/cost/free';
import { type Usage, usageOptions } from '../../../cli/cost/options';
import { run } from '../../../cli/cost/run';
import { type Price, prices, usdOf } from '../../../schema/facts/prices';
import type { SettingsSpec } from '../../../schema/forms/settings';
import type { LandingZone } from '../../../schema/landing-zone';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { smallZone, synth } from '../../support/synth';
import { typesInStacks } from '../../support/types-in-stacks';
import { sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

const usage = Object.fromEntries(Object.entries(usageOptions).map(([name, { fallback }]) => [name, fallback])) as Usage;
const stacksOf = (zone: LandingZone): readonly NamedStack[] =>
  Object.values(synth(zone)) as unknown as readonly NamedStack[];
const chargesIn = (zone: LandingZone, more: Partial<Usage> = {}): readonly Charge[] =>
  chargesOf(zone, stacksOf(zone), { ...usage, ...more }).charges;
const quantity = (charges: readonly Charge[], unit: string, where: Partial<Charge> = {}): number =>
  charges
    .filter((charge) => charge.unit === unit)
    .filter((charge) => Object.entries(where).every(([key, value]) => charge[key as keyof Charge] === value))
    .reduce((sum, charge) => sum + charge.quantity, 0);

/** Settings that differ in some services. */
const serving = (services: Partial<SettingsSpec['services']>): Partial<SettingsSpec> => ({
  services: { ...sampleSettings().services, ...services },
});

describe('every type of resource that a stack can make', () => {
  const known = [billings, free, byUse]
    .flatMap((each) => Object.keys(each))
    .filter((type) => type !== 'terraform_data');

  it('is billed, or known to cost nothing, or named as not estimated, and once only', () => {
    expect([...known].sort()).toEqual(typesInStacks());
  });

  it('says why where it is not billed', () => {
    for (const reason of [...Object.values(free), ...Object.values(byUse)]) expect(reason).toMatch(/^\S.{8,}\S$/);
  });

  it('is not passed over where nobody knows it', () => {
    const json = { resource: { aws_nat_gateway: { nat: {} } } };
    expect(() => chargesOf(smallZone(), [{ name: 'log-archive', json }], usage)).toThrow(
      'cost knows no price of aws_nat_gateway, which log-archive has',
    );
  });
});

describe('a price', () => {
  it('has a day and a source', () => {
    for (const { asOf, source } of Object.values<Price>(prices)) {
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).toMatch(/aws\.amazon\.com\/|^AWS's price list/);
    }
  });

  it('falls where much is used', () => {
    expect(usdOf(prices.packEvaluation, 100_000)).toBeCloseTo(100);
    expect(usdOf(prices.packEvaluation, 500_000)).toBeCloseTo(100 + 320);
    expect(usdOf(prices.packEvaluation, 600_000)).toBeCloseTo(100 + 320 + 50);
    expect(usdOf(prices.dataEvent, 250_000)).toBeCloseTo(0.25);
    // As the examples of GuardDuty's page go.
    expect(usdOf(prices.analyzedTraffic, 3_000)).toBeCloseTo(500 + 1_000 + 125);
    expect(usdOf(prices.analyzedDataEvent, 1_000_000_000)).toBeCloseTo(400 + 200);
  });
});

describe('what a landing zone costs', () => {
  const zone = smallZone({ regions: ['eu-central-1', 'eu-west-1'] });
  const charges = chargesIn(zone);

  it('is one USD for each key, in the account and region that has it', () => {
    const keys = stacksOf(zone).flatMap(({ json }) => Object.keys(json.resource?.aws_kms_key ?? {}));
    expect(quantity(charges, 'keys')).toBe(keys.length);
    expect(quantity(charges, 'keys', { account: 'log-archive', region: 'eu-central-1' })).toBe(4);
    for (const { usd, quantity: keys, assumed } of charges.filter(({ unit }) => unit === 'keys'))
      expect([usd, assumed]).toEqual([keys, false]);
  });

  it('grows with what is assumed to change, in every account and region', () => {
    const items = (changes: number) => quantity(chargesIn(zone, { changes }), 'configuration items');
    expect(items(0)).toBe(0);
    expect(items(700)).toBe(700 * zone.activeAccounts.length * 2);
  });

  it('is another price for each item where Config records once a day', () => {
    const daily = chargesIn(smallZone(serving({ config: { recordingFrequency: 'DAILY' } })));
    expect(quantity(daily, 'configuration items')).toBe(0);
    expect(quantity(daily, 'configuration items, once a day')).toBe(3 * usage.changes);
  });

  it('counts GuardDuty once in each account and region, the administrator among them', () => {
    for (const account of zone.activeAccounts)
      for (const region of zone.regions)
        expect(quantity(charges, 'management events', { account: account.name, region })).toBe(usage['api-calls']);
  });

  it('counts the checks of an account and region once, however many standards there are, and none without', () => {
    const checks = (standards: SettingsSpec['services']['securityHub']) =>
      quantity(chargesIn(smallZone(serving({ securityHub: standards }))), 'security checks', {
        account: 'log-archive',
      });
    expect(zone.services.securityHub.standards.length).toBeGreaterThan(1);
    expect(quantity(charges, 'security checks', { account: 'log-archive', region: 'eu-west-1' })).toBe(usage.checks);
    expect(checks({ standards: ['aws-foundational-security-best-practices/v/1.0.0'] })).toBe(usage.checks);
    expect(checks({ standards: [] })).toBe(0);
  });

  it.each<[string, Partial<SettingsSpec>, string]>([
    ['GuardDuty', serving({ guardDuty: { enabled: false } }), 'Amazon GuardDuty'],
    ['Macie', serving({ macie: { enabled: false } }), 'Amazon Macie'],
    ['Security Hub', serving({ securityHub: { enabled: false } }), 'AWS Security Hub'],
  ])('has nothing of %s where it is off', (_, settings, service) => {
    expect(charges.some((charge) => charge.service === service)).toBe(true);
    expect(chargesIn(smallZone(settings)).filter((charge) => charge.service === service)).toEqual([]);
  });

  it('has one evaluation a day of a periodic rule, in the accounts that its pack is for', () => {
    const control = madeControl({
      where: { organizationalUnits: ['Sandbox'] },
      detect: { managed: 'IAM_ROOT_ACCESS_KEY_CHECK', regions: 'home' },
    });
    const judged = chargesIn(
      zoneOf({
        settings: { regions: ['eu-central-1', 'eu-west-1'] },
        controls: [control],
        accounts: sampleAccounts().filter(({ name, role }) => role !== undefined || name === 'sandbox'),
      }),
    );
    const runs = (account: string) => quantity(judged, 'evaluations of rules', { account, assumed: false });
    expect(runs('sandbox')).toBe(30);
    expect(runs('log-archive')).toBe(0);
    const onChange = { account: 'sandbox', region: 'eu-central-1', assumed: true };
    expect(quantity(judged, 'evaluations of rules', onChange)).toBe(usage.changes * usage['rules-per-change']);
  });
});

describe('landing-zone cost', () => {
  const zone = smallZone();
  const command: typeof cost = { ...cost, run: (options, context) => run(options, context, () => zone) };

  it('tells service, account and region, what is assumed, and what is not counted', async () => {
    const { code, stdout } = await runCli(command, ['--changes', '4000']);
    expect(code).toBe(0);
    for (const said of [
      'AWS Config',
      'log-archive',
      'eu-central-1',
      '--changes 4000: changes of resources',
      'data transfer',
      '4 of 19 are known only as somebody quotes them',
    ])
      expect(stdout).toContain(said);
  });

  it('answers no where a month costs more than was asked for', async () => {
    const { code, stdout } = await runCli(command, ['--at-most', '5']);
    expect(code).toBe(2);
    expect(stdout).toContain('That is more than 5 USD.');
    expect((await runCli(command, ['--at-most', '100000'])).code).toBe(0);
  });

  it('gives a program each charge, whose sums are the total', async () => {
    const report = JSON.parse((await runCli(command, ['--json'])).stdout);
    const sum = report.charges.reduce((total: number, { usd }: Charge) => total + usd, 0);
    expect(Math.abs(sum - report.total)).toBeLessThan(1);
    expect(report.fixed + report.assumed).toBeCloseTo(report.total);
    expect(report.assumptions).toEqual(usage);
  });

  it('refuses what is no number', async () => {
    expect((await runCli(command, ['--changes', 'many'])).code).toBe(1);
  });
});
