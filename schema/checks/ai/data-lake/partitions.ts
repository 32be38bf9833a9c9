import type { Projection } from '../../../ai/data-lake-partitions';
import type { PartitionKey } from '../../../ai/data-lake-tables';
import { dateUnits, precisionOf, readDate } from '../../../ai/partition-dates';
import type { Problem } from '../../../problem';
import { repeats } from '../../subject';
import { type LakeSubject, withinLake } from './subject';

/**
 * Types of a key that each projection takes. For `injected` Athena documents them (partition-projection-supported-types), for the
 * others we take what Trino takes of the same parameters; of timestamps the names of folders are spelt differently by each writer.
 */
const keyTypes: Readonly<Record<Projection['type'], readonly string[]>> = {
  enum: ['string', 'varchar'],
  integer: ['string', 'varchar', 'int', 'bigint'],
  date: ['string', 'varchar', 'date'],
  injected: ['string'],
};

/** From the time of the query on. Athena User Guide, partition-projection-supported-types. */
const relative = /^NOW([+-]\d+(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/;

type Report = (field: string, value: unknown, rule: string, fix: string) => Problem;
type Of<T extends Projection['type']> = Extract<Projection, { type: T }>;

/** Rules of partition keys: they name nobody, and are projected as Athena can. */
export const partitionProblems = (subject: LakeSubject): Problem[] => [
  ...personalProblems(subject),
  ...projectionProblems(subject),
];

/** "You can't apply column filtering on partition keys" (Lake Formation Developer Guide, data-filtering-notes). */
const personalProblems = ({ tables, problem }: LakeSubject): Problem[] =>
  tables.flatMap(({ table: { partitionKeys }, field }) =>
    partitionKeys.flatMap(({ personal }, index) =>
      personal
        ? [
            problem(
              `${withinLake(field)}.partitionKeys[${index}].personal`,
              personal,
              'Lake Formation hides no partition key from whoever sees the table, and it stands in the name of each object',
              'make it a column of the data, and partition by something that names nobody',
            ),
          ]
        : [],
    ),
  );

/** What Athena would say to whoever asks the table, or not say and return nothing. */
function projectionProblems({ tables, problem }: LakeSubject): Problem[] {
  return tables.flatMap(({ table: { partitionKeys }, field }) => {
    const projected = partitionKeys.find(({ projection }) => projection);
    return partitionKeys.flatMap((key, index) => {
      const report: Report = (at, ...rest) => problem(`${withinLake(field)}.partitionKeys[${index}].${at}`, ...rest);
      if (key.projection) return keyProblems(key, key.projection, report);
      // Athena User Guide, partition-projection-setting-up.
      return projected
        ? [
            report(
              'projection',
              undefined,
              `Athena projects every partition key of a table or none, and '${projected.name}' is projected`,
              `give '${key.name}' a projection too, or remove the others`,
            ),
          ]
        : [];
    });
  });
}

function keyProblems({ type }: PartitionKey, projection: Projection, report: Report): Problem[] {
  const taken = keyTypes[projection.type];
  return [
    ...(taken.includes(type.replace(/\(.*/, ''))
      ? []
      : [
          report(
            'type',
            type,
            `a key that is projected as ${projection.type} is of the type ${taken.join(' or ')}`,
            "write 'string', or project the key otherwise",
          ),
        ]),
    ...(projection.type === 'enum' ? enumProblems(projection, report) : []),
    ...(projection.type === 'integer' ? integerProblems(projection, report) : []),
    ...(projection.type === 'date' ? dateProblems(type, projection, report) : []),
  ];
}

const enumProblems = ({ values }: Of<'enum'>, report: Report): Problem[] =>
  repeats(values).map(({ index, value }) =>
    report(`projection.values[${index}]`, value, 'a value stands in the list once', 'remove the second mention'),
  );

const backwards = (range: readonly unknown[], report: Report): Problem =>
  report('projection.range', range, 'a range begins before it ends', 'swap the two');

const integerProblems = ({ range }: Of<'integer'>, report: Report): Problem[] =>
  range[0] > range[1] ? [backwards(range, report)] : [];

function dateProblems(type: string, projection: Of<'date'>, report: Report): Problem[] {
  const { range, format } = projection;
  const [first, last] = range.map((end) => readDate(end, format));
  return [
    ...range.flatMap((end, index) =>
      relative.test(end) || readDate(end, format)
        ? []
        : [
            report(
              `projection.range[${index}]`,
              end,
              `must be a date in the format '${format}', or NOW with an offset or without: NOW-3YEARS`,
              'write the date in the format, or another format',
            ),
          ],
    ),
    ...(first && last && first > last ? [backwards(range, report)] : []),
    ...(type === 'date' && format !== 'yyyy-MM-dd'
      ? [
          report(
            'projection.format',
            format,
            'a key of the type date stands in the names of folders as yyyy-MM-dd',
            "write 'yyyy-MM-dd', or make the key a string",
          ),
        ]
      : []),
    ...intervalProblems(projection, report),
  ];
}

/** Where an interval has to be written, and that no date comes twice. */
function intervalProblems({ format, interval, intervalUnit }: Of<'date'>, report: Report): Problem[] {
  const finest = precisionOf(format);
  if (finest === undefined) return [];
  if (intervalUnit)
    return dateUnits.indexOf(intervalUnit) > dateUnits.indexOf(finest)
      ? [
          report(
            'projection.intervalUnit',
            intervalUnit,
            `'${format}' shows ${finest} at the finest, so each of its dates would come several times`,
            `write ${finest} or a longer unit, or a finer format`,
          ),
        ]
      : missing('interval', interval, finest, report);
  return missing('intervalUnit', intervalUnit, finest, report);
}

const missing = (field: string, value: unknown, finest: string, report: Report): Problem[] =>
  value === undefined && finest !== 'MONTHS' && finest !== 'DAYS'
    ? [
        report(
          `projection.${field}`,
          value,
          'Athena knows the interval by itself only where the format ends with the month or the day',
          `write interval: 1, intervalUnit: '${finest}'`,
        ),
      ]
    : [];
