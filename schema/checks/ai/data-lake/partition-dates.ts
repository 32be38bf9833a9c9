import type { Projection } from '../../../forms/ai/data-lake-partitions';
import { dateUnits, daysFromNow, precisionOf, readDate } from '../../../forms/ai/partition-dates';
import type { Problem } from '../../../problems/problem';
import type { Rules } from '../../rule';
import { isBackwards } from './ranges';

type DateProjection = Extract<Projection, { type: 'date' }>;

/** Rules of a key that is projected as a date. */
export function dateProblems(rules: Rules, type: string, projection: DateProjection): readonly Problem[] {
  const { range, format } = projection;
  const dates = range.map((end) => readDate(end, format));
  const offsets = range.map(daysFromNow);
  return [
    ...range.flatMap((end, index) =>
      rules.rule(dates[index] !== undefined || offsets[index] !== undefined, {
        field: `range[${index}]`,
        value: end,
        rule: `must be a date in the format '${format}', or NOW with an offset or without: NOW-3YEARS`,
        fix: 'write the date in the format, or another format',
      }),
    ),
    ...rules.rule(!isBackwards(dates) && !isBackwards(offsets), {
      field: 'range',
      value: range,
      rule: 'a range begins before it ends',
      fix: 'swap the two',
    }),
    ...rules.rule(type !== 'date' || format === 'yyyy-MM-dd', {
      field: 'format',
      value: format,
      rule: 'a partition key of the type date appears in folder names as yyyy-MM-dd',
      fix: "write 'yyyy-MM-dd', or make the key a string",
    }),
    ...intervalProblems(rules, projection),
  ];
}

/** An interval is written where Athena does not know it, and no date comes twice. */
function intervalProblems({ rule }: Rules, { format, interval, intervalUnit }: DateProjection): readonly Problem[] {
  const finest = precisionOf(format);
  if (finest === undefined) return [];
  const missing = intervalUnit ? interval === undefined : true;
  const known = finest === 'MONTHS' || finest === 'DAYS';
  const repeats = intervalUnit !== undefined && dateUnits.indexOf(intervalUnit) > dateUnits.indexOf(finest);
  return [
    ...rule(!repeats, {
      field: 'intervalUnit',
      value: intervalUnit,
      rule: `the finest unit in '${format}' is ${finest}, so a shorter interval would repeat each date`,
      fix: `write ${finest} or a longer unit, or a finer format`,
    }),
    ...rule(!missing || known, {
      field: intervalUnit ? 'interval' : 'intervalUnit',
      value: undefined,
      rule: 'Athena derives the interval only from a format that ends with the month or the day',
      fix: `write interval: 1, intervalUnit: '${finest}'`,
    }),
  ];
}
