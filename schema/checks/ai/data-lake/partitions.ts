import type { Projection } from '../../../forms/ai/data-lake-partitions';
import type { PartitionKey } from '../../../forms/ai/data-lake-tables';
import { dateUnits, daysFromNow, precisionOf, readDate } from '../../../forms/ai/partition-dates';
import type { Problem } from '../../../problems/problem';
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

type Report = (field: string, value: unknown, rule: string, fix: string) => Problem;
type Of<T extends Projection['type']> = Extract<Projection, { type: T }>;

/** Rules of partition keys: nothing hides them, and they are projected as Athena can. */
export const partitionProblems = (subject: LakeSubject): Problem[] => [
  ...hidingProblems(subject),
  ...projectionProblems(subject),
];

/** "You can't apply column filtering on partition keys" (Lake Formation Developer Guide, data-filtering-notes). */
function hidingProblems({ lake, tables, problem }: LakeSubject): Problem[] {
  const hidden = (field: string, value: unknown, fix: string) => {
    const rule =
      'Lake Formation hides no partition key from whoever sees the table, and it stands in the name of each object';
    return problem(field, value, rule, fix);
  };
  return tables.flatMap(({ id, table: { partitionKeys }, field }) =>
    partitionKeys.flatMap(({ name, personal, tags }, index) => {
      const at = `${withinLake(field)}.partitionKeys[${index}]`;
      return [
        ...(personal
          ? [hidden(`${at}.personal`, personal, 'make it a column of the data, and partition by what names nobody')]
          : []),
        ...(Object.keys(tags).length > 0 ? [hidden(`${at}.tags`, tags, 'write the LF-tags of the table')] : []),
        ...lake.grants.flatMap(({ table, exceptColumns = [] }, grantIndex) =>
          table === id && exceptColumns.includes(name)
            ? [
                hidden(
                  `grants[${grantIndex}].exceptColumns[${exceptColumns.indexOf(name)}]`,
                  name,
                  'leave it out of the list, or make it a column of the data',
                ),
              ]
            : [],
        ),
      ];
    }),
  );
}

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
    ...(projection.type === 'integer' ? integerProblems(type, projection, report) : []),
    ...(projection.type === 'date' ? dateProblems(type, projection, report) : []),
  ];
}

const enumProblems = ({ values }: Of<'enum'>, report: Report): Problem[] =>
  repeats(values).map(({ index, value }) =>
    report(`projection.values[${index}]`, value, 'a value stands in the list once', 'remove the second mention'),
  );

const backwards = (range: readonly unknown[], report: Report): Problem =>
  report('projection.range', range, 'a range begins before it ends', 'swap the two');

/** Of two ends that can be compared with each other. */
const isBackwards = <End extends number | string>([first, last]: readonly (End | undefined)[]): boolean =>
  first !== undefined && last !== undefined && first > last;

function integerProblems(type: string, { range }: Of<'integer'>, report: Report): Problem[] {
  const limit = 2 ** 31;
  return [
    ...(isBackwards(range) ? [backwards(range, report)] : []),
    ...(type === 'int' && (range[0] < -limit || range[1] >= limit)
      ? [report('projection.range', range, 'an int has 32 bits', "write the type 'bigint', or a shorter range")]
      : []),
  ];
}

function dateProblems(type: string, projection: Of<'date'>, report: Report): Problem[] {
  const { range, format } = projection;
  const dates = range.map((end) => readDate(end, format));
  const offsets = range.map(daysFromNow);
  return [
    ...range.flatMap((end, index) =>
      dates[index] !== undefined || offsets[index] !== undefined
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
    ...(isBackwards(dates) || isBackwards(offsets) ? [backwards(range, report)] : []),
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
