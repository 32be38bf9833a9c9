import { ownValue } from '../../../facts/own-value';
import { type Problem, useOneOf } from '../../../problems/problem';
import { givenTwice, type LakeSubject, withinLake } from './subject';

/** Rules of LF-tags: every key and value that is used is declared. */
export function tagProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, tables, rules } = subject;
  const assigned = [
    ...lake.databases.map(({ tags }, index) => ({ field: `databases[${index}].tags`, tags })),
    ...tables.flatMap(({ table, field }) => {
      const at = withinLake(field);
      return [
        { field: `${at}.tags`, tags: table.tags },
        ...table.columns.map(({ tags }, index) => ({ field: `${at}.columns[${index}].tags`, tags })),
        ...table.partitionKeys.map(({ tags }, index) => ({ field: `${at}.partitionKeys[${index}].tags`, tags })),
      ];
    }),
  ];
  return [
    ...Object.entries(lake.tags).flatMap(([key, values]) => listedOnce(rules, `tags.${key}`, values)),
    ...assigned.flatMap(({ field, tags }) =>
      Object.entries(tags).flatMap(([key, value]) => declaredProblems(subject, `${field}.${key}`, key, value)),
    ),
    ...lake.tagGrants.flatMap(({ tags }, index) => expressionProblems(subject, `tagGrants[${index}].tags`, tags)),
    ...repeatedTagGrants(subject),
  ];
}

const listedOnce = ({ unique }: LakeSubject['rules'], field: string, values: readonly string[]) =>
  unique(values, { field, rule: 'a value must not be listed twice' });

function declaredProblems(
  { lake, rules: { rule } }: LakeSubject,
  field: string,
  key: string,
  value: string,
): readonly Problem[] {
  const values = ownValue(lake.tags, key);
  return values
    ? rule(values.includes(value), {
        field,
        value,
        rule: `is not a value of '${key}' in ai.dataLake.tags`,
        fix: () => useOneOf(value, values),
      })
    : rule(false, {
        field,
        value,
        rule: `'${key}' is not a key of ai.dataLake.tags`,
        fix: () => useOneOf(key, Object.keys(lake.tags), 'declare it there with its values'),
      });
}

function expressionProblems(
  subject: LakeSubject,
  field: string,
  tags: Readonly<Record<string, readonly string[]>>,
): readonly Problem[] {
  return [
    ...subject.rules.rule(Object.keys(tags).length > 0, {
      field,
      value: tags,
      rule: 'an expression without a key would grant everything',
      fix: 'name a key with its values',
    }),
    ...Object.entries(tags).flatMap(([key, values]) => [
      ...values.flatMap((value, index) => declaredProblems(subject, `${field}.${key}[${index}]`, key, value)),
      ...listedOnce(subject.rules, `${field}.${key}`, values),
    ]),
  ];
}

function repeatedTagGrants({ lake, rules: { rule } }: LakeSubject): readonly Problem[] {
  const expressionOf = ({ tags }: { readonly tags: Readonly<Record<string, readonly string[]>> }) =>
    JSON.stringify(
      Object.entries(tags)
        .map(([key, values]) => [key, [...values].sort()])
        .sort(),
    );
  return givenTwice(lake.tagGrants, expressionOf).flatMap(({ grantIndex, index, grantee, earlier }) =>
    rule(false, {
      field: `tagGrants[${grantIndex}].to[${index}]`,
      value: grantee,
      rule: `a grantee must not have the same expression twice, and '${earlier.name}' has this one`,
      fix: 'remove the duplicate',
    }),
  );
}
