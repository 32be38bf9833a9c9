import type { z } from 'zod';
import type { FieldPath } from './broken-fields';
import { fieldName, fieldsAt, valueAt } from './form-fields';
import { formProblems } from './form-problems';
import { impuritiesOf } from './plain-data';
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
  const impurities = impuritiesOf(source.value);
  if (impurities.length > 0) {
    const problems = impurities.map(({ path, ...said }) => ({ file: source.file, field: fieldName(path), ...said }));
    return { data: undefined, problems, broken: [] };
  }
  const whole = form.safeParse(source.value, { error: wordingOf });
  if (whole.success) return { data: whole.data, problems: [], broken: [] };
  const problems = formProblems(form, source, whole.error);
  const { data, removed } = completed(form, source.value, standIns, whole.error);
  return { data, problems, broken: [...removed, ...meantFields(form, source.value, whole.error)] };
}

/** The value without what is wrong in it: the field itself where the form can do without it, else what is around the field. */
function completed<T extends z.ZodType>(
  form: T,
  value: unknown,
  standIns: Readonly<Record<string, unknown>>,
  first: z.ZodError,
): { readonly data: z.output<T> | undefined; readonly removed: readonly FieldPath[] } {
  let removed: readonly FieldPath[] = [];
  let error: z.ZodError | undefined = first;
  while (error) {
    const found = error.issues
      .flatMap(pathsOf)
      .map((path) => withoutItem(isIn(removed, path) ? path.slice(0, -1) : path));
    if (found.some((path) => path.length === 0)) return { data: undefined, removed };
    removed = [...removed, ...found];
    const right = removed.reduce<unknown>(without, value) as object;
    const needed = Object.entries(standIns).filter(([field]) =>
      removed.some(([at, ...rest]) => at === field && rest.length === 0),
    );
    const result = form.safeParse({ ...right, ...Object.fromEntries(needed) });
    if (result.success) return { data: result.data, removed };
    error = result.error;
  }
  return { data: undefined, removed };
}

const pathsOf = (issue: z.core.$ZodIssue): readonly FieldPath[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** Fields that a person probably meant with a name that the form does not take: what is in them is not known. */
function meantFields(form: z.ZodType, value: unknown, error: z.ZodError): readonly FieldPath[] {
  return error.issues.flatMap((issue) => {
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
