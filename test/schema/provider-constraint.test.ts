import * as fc from 'fast-check';
import { admits, needsProviderPerRegion } from '../../schema/facts/provider-constraint';
import { tryLockedVersion, tryProviderLock } from '../../schema/facts/provider-lock';

/** What `terraform init` 1.11 does with each constraint where 5.100.0 is the only version there is. */
const seen = [
  { constraint: '>= 5.100.0, < 7.0.0', admitted: true },
  { constraint: '>=5.100.0,<7', admitted: true },
  { constraint: '5.100', admitted: true },
  { constraint: '= 5.100', admitted: true },
  { constraint: '!= 5.100', admitted: false },
  { constraint: '> 5', admitted: true },
  { constraint: '<= 5', admitted: false },
  { constraint: '~> 5', admitted: true },
  { constraint: '~> 5.0', admitted: true },
  { constraint: '~> 5.100.0', admitted: true },
  { constraint: '~> 5.99.0', admitted: false },
  { constraint: '~> 4.9', admitted: false },
  { constraint: '~> 4', admitted: false },
  { constraint: 'v5.100.0', admitted: undefined },
  { constraint: '>= 5,', admitted: undefined },
  { constraint: '', admitted: undefined },
];

const operators = ['=', '!=', '>', '>=', '<', '<=', '~>'] as const;
const part = fc.integer({ min: 0, max: 4 });
const bounds = fc.array(part, { minLength: 1, maxLength: 3 });
const terms = fc.array(fc.tuple(fc.constantFrom(...operators), bounds), { minLength: 1, maxLength: 3 });

describe('admits', () => {
  it.each(seen)("answers $admitted to '$constraint', as Terraform does", ({ constraint, admitted }) => {
    expect(admits(constraint, '5.100.0')).toBe(admitted);
  });

  it('agrees with the intervals that the operators stand for', () => {
    fc.assert(
      fc.property(terms, fc.tuple(part, part, part), (constraint, version) => {
        const written = constraint.map(([operator, bound]) => `${operator} ${bound.join('.')}`).join(', ');
        const expected = constraint.every(([operator, bound]) => within(operator, bound, weight(version)));
        expect(admits(written, version.join('.'))).toBe(expected);
      }),
    );
  });
});

describe('needsProviderPerRegion', () => {
  it('is true where a v5 provider may be chosen, which has no region argument', () => {
    expect(needsProviderPerRegion('>= 5.100.0, < 7.0.0')).toBe(true);
    expect(needsProviderPerRegion('~> 5.100')).toBe(true);
  });

  it('is false where only v6 may be chosen', () => {
    expect(needsProviderPerRegion('~> 6.25')).toBe(false);
  });
});

describe('the lock of the provider', () => {
  it('names the tested version where that alone may be chosen, and is none elsewhere', () => {
    expect(tryLockedVersion(tryProviderLock('5.100.0') ?? '')).toBe('5.100.0');
    expect(tryProviderLock('>= 5.100.0, < 7.0.0')).toBeUndefined();
    expect(tryProviderLock('~> 6.25')).toBeUndefined();
  });

  it('has its checksums in the order that Terraform writes them in, so that nothing is rewritten', () => {
    const checksums = tryProviderLock('5.100.0')?.match(/(h1|zh):[^"]+/g) ?? [];
    expect(checksums).toHaveLength(17);
    expect(checksums).toEqual([...new Set(checksums)].sort());
  });
});

const weight = ([major = 0, minor = 0, patch = 0]: readonly number[]): number => major * 10_000 + minor * 100 + patch;

function within(operator: (typeof operators)[number], bound: readonly number[], version: number): boolean {
  const at = weight(bound);
  const [major = 0, minor = 0] = bound;
  const allows = {
    '=': version === at,
    '!=': version !== at,
    '>': version > at,
    '>=': version >= at,
    '<': version < at,
    '<=': version <= at,
    '~>': version >= at && version < (bound.length === 3 ? weight([major, minor + 1]) : weight([major + 1])),
  };
  return allows[operator];
}
