import { type Problem, useOneOf } from '../../../problems/problem';
import { repeats } from '../../subject';
import { givenTwice, type LakeSubject, withinLake } from './subject';

/** Rules of LF-tags: every key and value that is used is declared. */
export function tagProblems(subject: LakeSubject): Problem[] {
  const { lake, tables, problem } = subject;
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
    ...Object.entries(lake.tags).flatMap(([key, values]) =>
      repeats(values).map(({ index, value }) =>
        problem(`tags.${key}[${index}]`, value, 'a value stands in the list once', 'remove the second mention'),
      ),
    ),
    ...assigned.flatMap(({ field, tags }) =>
      Object.entries(tags).flatMap(([key, value]) => undeclared(subject, `${field}.${key}`, key, value)),
    ),
    ...lake.tagGrants.flatMap(({ tags }, index) => expressionProblems(subject, index, tags)),
    ...repeatedTagGrants(subject),
  ];
}

function undeclared({ lake, problem }: LakeSubject, field: string, key: string, value: string): Problem[] {
  const values = lake.tags[key];
  if (!values)
    return [problem(field, value, `'${key}' is not a key of ai.dataLake.tags`, useOneOf(key, Object.keys(lake.tags)))];
  return values.includes(value)
    ? []
    : [problem(field, value, `is not a value of '${key}' in ai.dataLake.tags`, useOneOf(value, values))];
}

function expressionProblems(
  subject: LakeSubject,
  index: number,
  tags: Readonly<Record<string, readonly string[]>>,
): Problem[] {
  const field = `tagGrants[${index}].tags`;
  if (Object.keys(tags).length === 0)
    return [
      subject.problem(field, tags, 'an expression without a key would grant everything', 'name a key with its values'),
    ];
  return Object.entries(tags).flatMap(([key, values]) => [
    ...values.flatMap((value, at) => undeclared(subject, `${field}.${key}[${at}]`, key, value)),
    ...repeats(values).map(({ index: at, value }) =>
      subject.problem(`${field}.${key}[${at}]`, value, 'a value stands in the list once', 'remove the second mention'),
    ),
  ]);
}

function repeatedTagGrants({ lake, problem }: LakeSubject): Problem[] {
  const expressionOf = ({ tags }: { readonly tags: Readonly<Record<string, readonly string[]>> }) =>
    JSON.stringify(
      Object.entries(tags)
        .map(([key, values]) => [key, [...values].sort()])
        .sort(),
    );
  return givenTwice(lake.tagGrants, expressionOf).map(({ grantIndex, index, grantee, earlier }) =>
    problem(
      `tagGrants[${grantIndex}].to[${index}]`,
      grantee,
      `a grantee has each expression once, and '${earlier.name}' has this one`,
      'remove the second mention',
    ),
  );
}
