import type { z } from 'zod';
import { type Problem, type SourceFile, useOneOf } from './problem';

type Issue = z.core.$ZodIssue;

/** What a form refuses, as problems: one for each field that is wrong, one for each field that it does not know. */
export function formProblems(form: z.ZodType, source: SourceFile, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(form, source, issue));
}

function problemsOfIssue(form: z.ZodType, source: SourceFile, issue: Issue): Problem[] {
  const at = (path: readonly PropertyKey[], rule: string, fix: string): Problem => ({
    file: source.file,
    field: fieldName(path),
    value: valueAt(source.value, path),
    rule,
    fix,
  });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const siblings = keysAt(form, source.value, issue.path);
      return issue.keys.map((key) =>
        at([...issue.path, key], 'is not a field of the form', siblings.length ? useOneOf(key, siblings) : 'remove it'),
      );
    }
    case 'invalid_value':
      return [
        at(
          issue.path,
          'is not one of the known values',
          useOneOf(valueAt(source.value, issue.path), issue.values.map(String)),
        ),
      ];
    case 'invalid_type':
      return [
        at(
          issue.path,
          `must be ${withArticle(issue.expected)}`,
          valueAt(source.value, issue.path) === undefined ? 'add the field' : `write ${withArticle(issue.expected)}`,
        ),
      ];
    case 'invalid_key':
      return [at(issue.path, issue.issues[0]?.message ?? issue.message, 'rename the key')];
    case 'too_big':
      return [at(issue.path, issue.message, `write at most ${issue.maximum}${unitOf(issue.origin)}`)];
    case 'too_small':
      return [at(issue.path, issue.message, `write at least ${issue.minimum}${unitOf(issue.origin)}`)];
    case 'invalid_union':
      return (
        unionProblems(form, source, issue) ?? [
          at(issue.path, 'has none of the forms that are allowed here', unionFix(issue)),
        ]
      );
    default:
      return [at(issue.path, issue.message, 'change the value so that it follows the rule')];
  }
}

/** `services.macie.jobs[0].name`; a file that exports nothing usable is named as a whole. */
function fieldName(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)),
      '',
    ) || 'default export'
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

const withArticle = (type: string) =>
  type === 'int' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

const unitOf = (origin: string): string =>
  ({ string: ' character(s)', array: ' item(s)', set: ' item(s)' })[origin] ?? '';

/** What is wrong inside the one branch of a union that fits in kind; undefined where none does or several do. */
function unionProblems(
  form: z.ZodType,
  source: SourceFile,
  { path, errors }: Extract<Issue, { code: 'invalid_union' }>,
): Problem[] | undefined {
  const fitting = errors.filter((branch) => branch.length > 0 && branch.every((issue) => issue.path.length > 0));
  if (fitting.length !== 1) return undefined;
  return fitting[0]?.flatMap((issue) => problemsOfIssue(form, source, { ...issue, path: [...path, ...issue.path] }));
}

/** What a union would have taken: its discriminator's values, or the literals and types of its branches. */
function unionFix(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) return `use one of: ${issue.options.join(', ')}`;
  const allowed = issue.errors.flat().flatMap((branch) => {
    if (branch.code === 'invalid_value') return branch.values.map((value) => `'${String(value)}'`);
    return branch.code === 'invalid_type' ? [withArticle(branch.expected)] : [];
  });
  return `write ${[...new Set(allowed)].join(' or ')}`;
}

/** The fields that a form has for the value at a path, or none where the path leads to no object. */
function keysAt(form: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType | undefined = unwrap(form);
  for (const key of path) {
    const { shape, element } = at._zod.def as {
      shape?: Record<PropertyKey, z.core.$ZodType>;
      element?: z.core.$ZodType;
    };
    const next = typeof key === 'number' ? element : shape?.[key];
    if (!next) return [];
    at = unwrap(next);
  }
  return fieldsOf(at, valueAt(value, path));
}

/** The fields of an object form; of a union, those of the branch that the value names, or else of every branch. */
function fieldsOf(form: z.core.$ZodType, value: unknown): string[] {
  const { shape, options = [], discriminator } = form._zod.def as UnionOrObject;
  const named = options.filter(
    ({ _zod }) => discriminator && _zod.propValues?.[discriminator]?.has(valueAt(value, [discriminator]) as string),
  );
  const branches = named.length > 0 ? named : options;
  return [...new Set([...Object.keys(shape ?? {}), ...branches.flatMap((branch) => fieldsOf(branch, value))])];
}

interface UnionOrObject {
  readonly shape?: object;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
}

/** The form below its defaults and optional marks. */
function unwrap(form: z.core.$ZodType): z.core.$ZodType {
  const inner = (form._zod.def as { innerType?: z.core.$ZodType }).innerType;
  return inner ? unwrap(inner) : form;
}
