import fc from 'fast-check';
import type { AccountSpec } from '../../schema/forms/account';
import type { LandingZone } from '../../schema/landing-zone';
import { AccountStack } from '../../stacks/account/account-stack';
import { written } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

/** Each stack of an account publishes its outputs once. */
const published = jest.spyOn(AccountStack.prototype as unknown as { publish(): void }, 'publish');

/** Synthesizes, and says how many stacks of accounts were built for it. */
function synthesized(zone: LandingZone) {
  published.mockClear();
  return { files: written(zone), built: published.mock.calls.length };
}

/** The same with each stack built in full. */
function inFull(zone: LandingZone) {
  process.env.LANDING_ZONE_DEBUG = '1';
  try {
    return synthesized(zone);
  } finally {
    delete process.env.LANDING_ZONE_DEBUG;
  }
}

const zoneWith = (accounts: readonly AccountSpec[]): LandingZone =>
  zoneOf({ settings: { organization: { accountQuota: 100 } }, accounts: [...sampleAccounts(), ...accounts] });

const account = (name: string, more: Partial<AccountSpec> = {}): AccountSpec => ({
  name,
  email: `aws+${name}@example.com`,
  ou: 'Sandbox',
  owner: `owner of ${name}`,
  ...more,
});

/** Kinds of accounts that differ in what their stacks hold. */
const kinds: readonly ((name: string, index: number) => AccountSpec)[] = [
  (name) => account(name),
  (name) => account(name, { regions: ['eu-central-1'] }),
  (name) => account(name, { ou: 'Workloads/MachineLearning/Production' }),
  (name, index) => account(name, { tags: { 'cost-center': `cc ${index}`, Ärger: `${index}@x` } }),
  (name, index) => account(name, { origin: 'adopted', id: String(555500000000 + index) }),
  (name, index) => account(name, { displayName: `Team ${index}`, budget: { monthlyUsd: 100 } }),
  (name, index) => account(name, { origin: 'external', id: String(666600000000 + index), ou: undefined }),
];

describe('accounts that are alike', () => {
  it('have the stacks that they would have if each were built in full', () => {
    const one = (kind: number, index: number) => {
      const name = index % 2 === 0 ? `k${kind}n${index}` : `k${kind}-n-${index}`;
      return kinds[kind]?.(name, 10 * kind + index) ?? account(name);
    };
    const picked = fc.uniqueArray(fc.tuple(fc.nat(kinds.length - 1), fc.nat(7)), {
      selector: ([kind, index]) => `${kind} ${index}`,
      minLength: 8,
      maxLength: 16,
    });
    fc.assert(
      fc.property(picked, (pairs) => {
        const zone = zoneWith(pairs.map(([kind, index]) => one(kind, index)));
        expect(synthesized(zone).files).toEqual(inFull(zone).files);
      }),
      { numRuns: 4 },
    );
  });

  it('cost two stacks for each kind', () => {
    const others = inFull(zoneWith([])).built;
    const many = kinds.flatMap((kind, number) =>
      Array.from({ length: 6 }, (_, index) => kind(`k${number}-n-${index}`, 10 * number + index)),
    );
    expect(synthesized(zoneWith(many)).built).toBeLessThanOrEqual(others + 2 * kinds.length);
    expect(inFull(zoneWith(many)).built).toBe(others + many.length);
  });
});
