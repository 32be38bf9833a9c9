import type { Projection } from '../../../forms/ai/data-lake-partitions';
import type { PartitionKey } from '../../../forms/ai/data-lake-tables';
import type { Problem } from '../../../problems/problem';
import type { Rules } from '../../rule';
import { dateProblems } from './partition-dates';
import { isBackwards } from './ranges';
import { type LakeSubject, withinLake } from './subject';

/**
 * Types of a key that each projection takes. For `injected` Athena documents them (partition-projection-supported-types), for the
 * others we take what Trino takes of the same parameters; names of folders of timestamps are spelled differently by each writer.
 */
const keyTypes: Readonly<Record<Projection['type'], readonly string[]>> = {
  enum: ['string', 'varchar'],
  integer: ['string', 'varchar', 'int', 'bigint'],
  date: ['string', 'varchar', 'date'],
  injected: ['string'],
};

/** Rules of partition keys: nothing hides them, and they are projected as Athena can. */
export const partitionProblems = (subject: LakeSubject): readonly Problem[] => [
  ...hidingProblems(subject),
  ...projectionProblems(subject),
];

/** "You can't apply column filtering on partition keys" (Lake Formation Developer Guide, data-filtering-notes). */
function hidingProblems({ lake, tables, rules }: LakeSubject): readonly Problem[] {
  const shown =
    'Lake Formation hides no partition key from whoever sees the table, and it is part of the name of each object';
  return tables.flatMap(({ id, table: { partitionKeys }, field }) =>
    partitionKeys.flatMap(({ name, personal, tags }, index) => {
      const { rule } = rules.below(`${withinLake(field)}.partitionKeys[${index}]`);
      return [
        ...rule(!personal, {
          field: 'personal',
          value: personal,
          rule: shown,
          fix: 'make it a column of the data, and partition by what names nobody',
        }),
        ...rule(Object.keys(tags).length === 0, {
          field: 'tags',
          value: tags,
          rule: shown,
          fix: 'write the LF-tags of the table',
        }),
        ...lake.grants.flatMap(({ table, exceptColumns = [] }, grantIndex) =>
          rules.rule(table !== id || !exceptColumns.includes(name), {
            field: `grants[${grantIndex}].exceptColumns[${exceptColumns.indexOf(name)}]`,
            value: name,
            rule: shown,
            fix: 'leave it out of the list, or make it a column of the data',
          }),
        ),
      ];
    }),
  );
}

/** What Athena would say to whoever queries the table, or not say and return nothing. */
function projectionProblems({ tables, rules }: LakeSubject): readonly Problem[] {
  return tables.flatMap(({ table: { partitionKeys }, field }) => {
    const projected = partitionKeys.find(({ projection }) => projection);
    return partitionKeys.flatMap((key, index) => {
      const ofKey = rules.below(`${withinLake(field)}.partitionKeys[${index}]`);
      if (key.projection) return keyProblems(ofKey, key, key.projection);
      // Athena User Guide, partition-projection-setting-up.
      return ofKey.rule(projected === undefined, {
        field: 'projection',
        value: undefined,
        rule: `Athena projects every partition key of a table or none, and '${projected?.name}' is projected`,
        fix: `give '${key.name}' a projection too, or remove the others`,
      });
    });
  });
}

function keyProblems(ofKey: Rules, { type }: PartitionKey, projection: Projection): readonly Problem[] {
  const taken = keyTypes[projection.type];
  return [
    ...ofKey.rule(taken.includes(type.replace(/\(.*/, '')), {
      field: 'type',
      value: type,
      rule: `a key that is projected as ${projection.type} is of the type ${taken.join(' or ')}`,
      fix: "write 'string', or project the key otherwise",
    }),
    ...valueProblems(ofKey.below('projection'), type, projection),
  ];
}

function valueProblems(rules: Rules, type: string, projection: Projection): readonly Problem[] {
  switch (projection.type) {
    case 'enum':
      return rules.unique(projection.values, { field: 'values', rule: 'a value must not be listed twice' });
    case 'integer':
      return integerProblems(rules, type, projection.range);
    case 'date':
      return dateProblems(rules, type, projection);
    default:
      return [];
  }
}

function integerProblems({ rule }: Rules, type: string, range: readonly [number, number]): readonly Problem[] {
  const limit = 2 ** 31;
  return [
    ...rule(!isBackwards(range), {
      field: 'range',
      value: range,
      rule: 'a range begins before it ends',
      fix: 'swap the two',
    }),
    ...rule(type !== 'int' || (range[0] >= -limit && range[1] < limit), {
      field: 'range',
      value: range,
      rule: 'an int has 32 bits',
      fix: "write the type 'bigint', or a shorter range",
    }),
  ];
}
