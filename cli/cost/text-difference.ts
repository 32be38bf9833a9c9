import { table } from '../kit/table';
import type { CostDifference } from './difference';
import { dollars, signedDollars } from './dollars';

/** More lines than this are read in `--json`. */
const most = 15;

/** What a month costs more or less than before, in a sentence. */
export function summaryOf({ before, after, difference, charges }: CostDifference): string {
  if (charges.length === 0) return 'A month costs what it cost before.';
  return (
    `A usual month costs ${dollars(after.typical)} USD in place of ${dollars(before.typical)}: ${signedDollars(difference.typical)}, from ` +
    `${signedDollars(difference.low)} in a quiet month to ${signedDollars(difference.high)} in a busy one, ${signedDollars(difference.fixed)} of it whatever happens.`
  );
}

/** The same, line by line. */
export function describeDifference(difference: CostDifference, width?: number): string {
  const { charges } = difference;
  if (charges.length === 0) return summaryOf(difference);
  const rows = charges
    .slice(0, most)
    .map(({ account, region, service, unit, difference: { fixed, typical, high } }) => [
      account,
      region,
      `${service}: ${unit}`,
      signedDollars(fixed),
      signedDollars(typical),
      signedDollars(high),
    ]);
  const columns = ['whatever happens', 'usual', 'busy'];
  const more = charges.length > most ? [`${charges.length - most} more lines: --json has them.`] : [];
  return [
    summaryOf(difference),
    table({ head: ['account', 'region', 'line', ...columns], right: columns, rows }, width),
    ...more,
    `By setting: ${settingsOf(difference).join('; ')}.`,
  ].join('\n');
}

/** The settings that a difference comes from, the dearest first. */
export const settingsOf = ({ settings }: Pick<CostDifference, 'settings'>): readonly string[] =>
  settings.slice(0, 5).map(({ file, field, difference: { typical } }) => `${file}: ${field} ${signedDollars(typical)}`);
