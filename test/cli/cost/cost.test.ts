import { bill } from '../../../cli/cost/bill';
import { billings } from '../../../cli/cost/billing';
import { type Charge, type Estimate, estimate } from '../../../cli/cost/estimate';
import { byUse, free } from '../../../cli/cost/free';
import type { Stacks } from '../../../cli/cost/landscape';
import { expectedUsage } from '../../../cli/cost/usage';
import { isPriceOf, type Price, priceIn, usdOf } from '../../../schema/facts/price';
import { prices } from '../../../schema/facts/prices';
import { typicalUsage } from '../../../schema/facts/typical-usage';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { type UsageSpec, usageForm } from '../../../schema/forms/usage';
import type { LandingZone } from '../../../schema/landing-zone';
import { madeControl } from '../../support/made-control';
import { smallZone, synth } from '../../support/synth';
import { typesInStacks } from '../../support/types-in-stacks';
import { sampleAccounts, sampleSettings, zoneOf } from '../../support/zone';

/** The stacks of a zone, with others in place of some. */
const stacksOf = (zone: LandingZone, others: Stacks['read'] = () => ({})): Stacks => {
  const stacks = synth(zone);
  return { names: Object.keys(stacks), read: (name) => ({ ...stacks[name]?.json, ...others(name) }) as never };
};
const assuming = (spec: UsageSpec = {}) => {
  const usage = usageForm.parse(spec);
  return { expected: expectedUsage(usage), sandboxes: usage.sandboxes };
};
const estimateOf = (zone: LandingZone, usage: UsageSpec = {}): Estimate => estimate(stacksOf(zone), assuming(usage));
const chargesIn = (zone: LandingZone, usage: UsageSpec = {}): readonly Charge[] => estimateOf(zone, usage).charges;
const everyClass = (quantities: NonNullable<UsageSpec['classes']>['core']): UsageSpec => ({
  classes: { core: quantities, workload: quantities, ai: quantities, sandbox: quantities },
});

/** How many units there are in a usual month, or whatever happens. */
const quantity = (charges: readonly Charge[], price: Charge['price'], where: Partial<Charge> = {}): number =>
  found(charges, price, where).reduce((sum, charge) => sum + charge.quantity.typical, 0);
const found = (charges: readonly Charge[], price: Charge['price'], where: Partial<Charge> = {}): readonly Charge[] =>
  charges
    .filter((charge) => charge.price === price)
    .filter((charge) => Object.entries(where).every(([key, value]) => charge[key as keyof Charge] === value));

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
    const others: Stacks['read'] = (name) =>
      name === 'log-archive' ? { resource: { aws_nat_gateway: { nat: {} } } } : {};
    expect(() => bill(stacksOf(smallZone(), others), assuming(), () => undefined)).toThrow(
      'cost knows no price of aws_nat_gateway, which log-archive has',
    );
  });

  it('is read of stacks of a landing zone alone', () => {
    const stacks: Stacks = { names: ['management'], read: () => ({}) };
    expect(() => estimate(stacks, assuming())).toThrow("there is no stack 'security' among 1 stacks");
  });
});

describe('a price', () => {
  const every = Object.values<Price>(prices);

  it('has a day and a source, in each region', () => {
    for (const { asOf, source } of every.flatMap((price) => [
      price,
      ...Object.keys(price.regions ?? {}).map((region) => priceIn(price, region)),
    ])) {
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

  it('is that of the region where it is known, and says where it is not', () => {
    expect(priceIn(prices.logIngestion, 'eu-central-1').usd).toBe(0.63);
    expect(priceIn(prices.logIngestion, 'eu-west-1').usd).toBe(0.5);
    expect(['us-east-1', 'eu-central-1', 'eu-west-1'].map((region) => isPriceOf(prices.storage, region))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('what is typical', () => {
  it('is a range in its order, with a reason', () => {
    for (const { because, counts, ...classes } of Object.values(typicalUsage)) {
      expect([because, counts].every((text) => text.length > 20)).toBe(true);
      for (const kind of ['core', 'workload', 'ai', 'sandbox'] as const) {
        const { low, typical, high } = classes[kind];
        expect(low <= typical && typical <= high).toBe(true);
      }
    }
  });
});

describe('what a landing zone costs', () => {
  const zone = smallZone({ regions: ['eu-central-1', 'eu-west-1'] });
  const charges = chargesIn(zone);

  it('is one USD for each key, in the account and region that has it', () => {
    const keys = Object.values(synth(zone)).flatMap(({ json }) => Object.keys(json.resource?.aws_kms_key ?? {}));
    expect(quantity(charges, 'key')).toBe(keys.length);
    const [archive] = found(charges, 'key', { account: 'log-archive', region: 'eu-central-1' });
    expect(archive?.quantity).toEqual({ fixed: 4, low: 4, typical: 4, high: 12 });
    expect(archive?.usd).toEqual({ fixed: 4, low: 4, typical: 4, high: 12 });
  });

  it('grows with what is expected to change, in every account, and by a share in other regions', () => {
    const items = (changes: number, elsewhere: number) =>
      quantity(chargesIn(zone, everyClass({ changes, elsewhere })), 'configurationItem');
    expect(items(0, 1)).toBe(0);
    expect(items(700, 1)).toBe(700 * zone.activeAccounts.length * 2);
    expect(items(700, 0.5)).toBe(700 * zone.activeAccounts.length * 1.5);
  });

  it('is another price for each item where Config records once a day', () => {
    const daily = chargesIn(
      smallZone(serving({ config: { recordingFrequency: 'DAILY' } })),
      everyClass({ changes: 10 }),
    );
    expect(quantity(daily, 'configurationItem')).toBe(0);
    expect(quantity(daily, 'dailyConfigurationItem')).toBe(3 * 10);
  });

  it('counts GuardDuty once in each account and region, the administrator among them', () => {
    const told = chargesIn(zone, everyClass({ 'api-calls': 1_000, elsewhere: 0.5 }));
    for (const { name: account } of zone.activeAccounts)
      for (const region of zone.regions)
        expect(quantity(told, 'analyzedCall', { account, region })).toBe(region === 'eu-central-1' ? 1_000 : 500);
  });

  it('counts protection plans that are on, and no others', () => {
    const planned = (features: NonNullable<NonNullable<SettingsSpec['services']>['guardDuty']>['features']) =>
      chargesIn(
        smallZone(serving({ guardDuty: { features } })),
        everyClass({ 'runtime-vcpus': 4, 'database-vcpus': 4 }),
      );
    expect(quantity(planned(['RUNTIME_MONITORING']), 'watchedRuntime')).toBe(3 * 4);
    expect(quantity(planned(['RUNTIME_MONITORING']), 'watchedDatabase')).toBe(0);
    expect(quantity(planned(['RDS_LOGIN_EVENTS']), 'watchedDatabase')).toBe(3 * 4);
  });

  it('counts the checks of an account and region once, however many standards there are, and none without', () => {
    const checks = (standards: SettingsSpec['services']['securityHub']) =>
      quantity(chargesIn(smallZone(serving({ securityHub: standards })), everyClass({ checks: 7 })), 'securityCheck', {
        account: 'log-archive',
      });
    expect(zone.services.securityHub.standards.length).toBeGreaterThan(1);
    expect(checks({})).toBe(7);
    expect(checks({ standards: ['aws-foundational-security-best-practices/v/1.0.0'] })).toBe(7);
    expect(checks({ standards: [] })).toBe(0);
  });

  it('counts roles and users of every account for an analyzer of unused access, and none without', () => {
    const asked = (unusedAccessDays?: number) =>
      quantity(
        chargesIn(smallZone(serving({ accessAnalyzer: { unusedAccessDays } })), everyClass({ principals: 10 })),
        'unusedAccess',
      );
    expect(asked()).toBe(0);
    expect(asked(90)).toBe(3 * 10);
  });

  it.each<[string, Partial<SettingsSpec>, string]>([
    ['GuardDuty', serving({ guardDuty: { enabled: false } }), 'Amazon GuardDuty'],
    ['Macie', serving({ macie: { enabled: false } }), 'Amazon Macie'],
    ['Security Hub', serving({ securityHub: { enabled: false } }), 'AWS Security Hub'],
  ])('has nothing of %s where it is off', (_, settings, service) => {
    expect(charges.some((charge) => charge.service === service)).toBe(true);
    expect(chargesIn(smallZone(settings)).filter((charge) => charge.service === service)).toEqual([]);
  });

  it('has one evaluation a day of a periodic rule, in the accounts that its pack is for, and more where it looks at more', () => {
    const control = madeControl({
      where: { organizationalUnits: ['Sandbox'] },
      detect: { managed: 'IAM_ROOT_ACCESS_KEY_CHECK', regions: 'home' },
    });
    const judged = estimateOf(
      zoneOf({
        settings: { regions: ['eu-central-1', 'eu-west-1'] },
        controls: [control],
        accounts: sampleAccounts().filter(({ name, role }) => role !== undefined || name === 'sandbox'),
      }),
      everyClass({ changes: 100, 'rules-per-change': 2, 'resources-per-rule': 3 }),
    );
    const evaluations = (account: string) => found(judged.charges, 'packEvaluation', { account });
    expect(evaluations('sandbox').map((charge) => charge.quantity)).toEqual([
      { fixed: 30, low: 30 * 4 + 200, typical: 30 * 4 + 200, high: 30 * 4 + 200 },
    ]);
    expect(evaluations('log-archive')).toEqual([]);
    expect(judged.clockwork).toMatchObject({ rules: 1, places: 1, evaluations: { fixed: 30, typical: 120 } });
    expect(judged.settings.find(({ field }) => field === 'controls.made-control')?.usd.typical).toBeCloseTo(0.12);
  });

  it('falls with the quantity in each account and region by itself, what is fixed first', () => {
    const [charge] = found(chargesIn(smallZone({}), everyClass({ checks: 150_000 })), 'securityCheck', {
      account: 'log-archive',
    });
    expect(charge?.usd.typical).toBeCloseTo(100 + 50_000 * 0.0008);
  });

  it('is attributed to settings, whose shares are the total', () => {
    const whole = estimateOf(zone);
    for (const level of ['fixed', 'low', 'typical', 'high'] as const) {
      expect(whole.settings.reduce((sum, { usd }) => sum + usd[level], 0)).toBeCloseTo(whole.total[level], 6);
      expect(whole.charges.reduce((sum, { usd }) => sum + usd[level], 0)).toBeCloseTo(whole.total[level], 6);
    }
  });

  it('knows the class of each account by its stacks alone', () => {
    const classes = new Map(chargesIn(zoneOf({ controls: [] })).map((charge) => [charge.account, charge.class]));
    expect(Object.fromEntries(classes)).toMatchObject({
      management: 'core',
      'log-archive': 'core',
      security: 'core',
      models: 'ai',
      sandbox: 'sandbox',
      acquired: 'sandbox',
      partner: 'workload',
    });
  });
});
