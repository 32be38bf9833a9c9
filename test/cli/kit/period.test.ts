import { tryInstant, tryPeriod } from '../../../cli/kit/period';

describe('a period', () => {
  it.each([
    ['2026-09..2026-11', { since: '2026-09-01', until: '2026-11-30' }],
    ['2028-02', { since: '2028-02-01', until: '2028-02-29' }],
    ['2026-11-05..2026-11', { since: '2026-11-05', until: '2026-11-30' }],
    ['2026-11-05', { since: '2026-11-05', until: '2026-11-05' }],
  ])('%s goes from its first day to its last', (written, period) => expect(tryPeriod(written)).toEqual(period));

  it.each(['', '2026-13', '2026-11..2026-09', '2026-09..2026-10..2026-11', '2026-02-30', 'autumn'])(
    '%p is none',
    (written) => expect(tryPeriod(written)).toBeUndefined(),
  );
});

describe('a time', () => {
  it.each([
    ['2026-11-28', '2026-11-28T00:00:00.000Z'],
    ['2026-11-28T08:00Z', '2026-11-28T08:00:00.000Z'],
    ['2026-11-28T08:00:01.5Z', '2026-11-28T08:00:01.500Z'],
  ])('%s is one in UTC', (written, time) => expect(tryInstant(written)).toBe(time));

  it.each(['2026-11-28T08:00', '2026-02-30T08:00Z', '2026-11-28T25:00Z', 'now'])('%p is none', (written) =>
    expect(tryInstant(written)).toBeUndefined(),
  );
});
