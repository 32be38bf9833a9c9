import type { z } from 'zod';
import type { FieldPath } from './broken-fields';
import { fieldName, fieldsAt, valueAt } from './form-fields';
import { formProblems } from './form-problems';
import { plainData } from './plain-data';
import { nearestName, type Problem, type SourceFile } from './problem';
import { wordingOf } from './wording';

/** What a form made of a file, as far as it could. */
export interface Salvaged<T> {
  /** Undefined where too little is right to go on with. */
  readonly data: T | undefined;
  readonly problems: readonly Problem[];
  /** Fields that are wrong, or were meant by a wrong name: `data` lacks them, or has a stand-in. */
  readonly broken: readonly FieldPath[];
}

/**
 * Reads a file by its form. Where fields are wrong the others are still read, so that the rules between them can be checked in the
 * same run.
 *
 * @param standIns values for required fields, in place of wrong ones
 */
export function salvage<T extends z.ZodType>(
  form: T,
  source: SourceFile,
  standIns: Readonly<Record<string, unknown>>,
): Salvaged<z.output<T>> {
  const { value, impurities } = plainData(source.value);
  const whole = form.safeParse(value, { error: wordingOf });
  if (whole.success && impurities.length === 0) return { data: whole.data, problems: [], broken: [] };
  const impure = impurities.map(({ path }) => path);
  const issues = (whole.error?.issues ?? []).flatMap((issue) => withoutPaths(issue, impure));
  const problems = [
    ...impurities.map(({ path, ...said }) => ({ file: source.file, field: fieldName(path), ...said })),
    ...formProblems(form, source, issues),
  ];
  const { data, removed } = completed(form, value, standIns, [
    ...impure,
    ...(whole.error?.issues ?? []).flatMap(pathsOf),
  ]);
  return { data, problems, broken: [...removed, ...meantFields(form, value, issues)] };
}

/** An issue as far as it is about something else than the paths, of which everything is said. */
function withoutPaths(issue: z.core.$ZodIssue, paths: readonly FieldPath[]): readonly z.core.$ZodIssue[] {
  const isSaid = (about: FieldPath) => paths.some((path) => about.every((key, index) => path[index] === key));
  if (issue.code !== 'unrecognized_keys') return isSaid(issue.path) ? [] : [issue];
  const keys = issue.keys.filter((key) => !isSaid([...issue.path, key]));
  return keys.length > 0 ? [{ ...issue, keys }] : [];
}

/** The value without what is wrong in it: the field itself where the form can do without it, else what is around the field. */
function completed<T extends z.ZodType>(
  form: T,
  value: unknown,
  standIns: Readonly<Record<string, unknown>>,
  first: readonly FieldPath[],
): { readonly data: z.output<T> | undefined; readonly removed: readonly FieldPath[] } {
  let removed: readonly FieldPath[] = [];
  let found: readonly FieldPath[] = first;
  for (;;) {
    const next = found.map((path) => withoutItem(isIn(removed, path) ? path.slice(0, -1) : path));
    if (next.some((path) => path.length === 0)) return { data: undefined, removed };
    removed = [...removed, ...next];
    const right = removed.reduce<unknown>(without, value) as object;
    const needed = Object.entries(standIns).filter(([field]) =>
      removed.some(([at, ...rest]) => at === field && rest.length === 0),
    );
    const result = form.safeParse({ ...right, ...Object.fromEntries(needed) });
    if (result.success) return { data: result.data, removed };
    found = result.error.issues.flatMap(pathsOf);
  }
}

const pathsOf = (issue: z.core.$ZodIssue): readonly FieldPath[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** Fields that a person probably meant with a name that the form does not take: what is in them is not known. */
function meantFields(form: z.ZodType, value: unknown, issues: readonly z.core.$ZodIssue[]): readonly FieldPath[] {
  return issues.flatMap((issue) => {
    // Of a map any key may have been meant.
    if (issue.code === 'invalid_key') return [issue.path.slice(0, -1)];
    if (issue.code !== 'unrecognized_keys') return [];
    const absent = fieldsAt(form, value, issue.path).filter(
      (field) => valueAt(value, [...issue.path, field]) === undefined,
    );
    return issue.keys.flatMap((key) => {
      const meant = nearestName(key, absent);
      return meant === undefined ? [] : [[...issue.path, meant]];
    });
  });
}

/** One item cannot leave a list: the places of the others would change. */
function withoutItem(path: FieldPath): FieldPath {
  const item = path.findIndex((key) => typeof key === 'number');
  return item < 0 ? path : path.slice(0, item);
}

/** Whether the field, or what is around it, was taken out already. */
const isIn = (broken: readonly FieldPath[], path: FieldPath): boolean =>
  broken.some((taken) => taken.every((key, index) => path[index] === key));

function without(value: unknown, [first, ...rest]: FieldPath): unknown {
  if (typeof value !== 'object' || value === null || first === undefined) return value;
  const { [first]: child, ...others } = value as Readonly<Record<PropertyKey, unknown>>;
  return rest.length === 0 || child === undefined ? others : { ...others, [first]: without(child, rest) };
}
