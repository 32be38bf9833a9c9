import { tryDate, tryNumber, tryRange } from '../../../policy/iam/typed-values';

const inRange = (range: string, address: string) => tryRange(range)?.(address);

describe('a range of addresses', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.2.4', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['2001:db8::/32', '2001:DB8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8::1', '2001:db8:0::1', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::/0', '198.51.100.1', false],
    ['10.0.0.0/8', 'somewhere', false],
  ])('%s takes %s: %s', (range, address, expected) => {
    expect(inRange(range, address)).toBe(expected);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/1.5', '10.0.0.0/', '::/129', '10.0.0', ''])('is not %j', (text) => {
    expect(tryRange(text)).toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00Z'],
    ['2026-11', '2026-11-01T00:00:00Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    ['2026-11-20T10:30', '2026-11-20T10:30:00Z'],
    ['2026-11-20T10:30:15.5', '2026-11-20T10:30:15.500Z'],
    ['2026-11-20T10:30:15+02:00', '2026-11-20T08:30:15Z'],
    ['1795132800', '2026-11-20T00:00:00Z'],
  ])('may be written as %s', (text, iso) => {
    expect(tryDate(text)).toBe(Date.parse(iso));
  });

  it.each(['', 'now', '20-11-2026', '2026-13-01', '2026-11-20 10:30', '-5'])('is not %j', (text) => {
    expect(tryDate(text)).toBeUndefined();
  });
});

describe('a number', () => {
  it.each(['', ' ', '1e3', '0x10', '1.', '.5', 'NaN', '1 2'])('is not %j', (text) => {
    expect(tryNumber(text)).toBeUndefined();
  });
});
