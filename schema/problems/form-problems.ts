import type { z } from 'zod';
import type { FieldPath } from './broken-fields';
import { fieldName, fieldsAt, valueAt } from './form-fields';
import { causesOf } from './issue-causes';
import { type Problem, type SourceFile, useOneOf } from './problem';
import { limitOf, withArticle } from './wording';

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** What a form refuses, as problems: one for each field that is wrong, one for each field that it does not know. */
export function formProblems(form: z.ZodType, source: SourceFile, issues: readonly Issue[]): Problem[] {
  return causesOf(issues, source.value).flatMap((issue) => problemsOfIssue(form, source, issue));
}

function problemsOfIssue(form: z.ZodType, source: SourceFile, issue: Issue): Problem[] {
  const at = (path: FieldPath, rule: string, fix: string): Problem => ({
    file: source.file,
    field: fieldName(path),
    value: valueAt(source.value, path),
    rule,
    fix,
  });
  const { path, message } = issue;
  const value = valueAt(source.value, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const siblings = fieldsAt(form, source.value, path);
      return issue.keys.map((key) =>
        at([...path, key], 'is not a field of the form', siblings.length ? useOneOf(key, siblings) : 'remove it'),
      );
    }
    case 'invalid_value':
      return [at(path, 'is not one of the known values', useOneOf(value, issue.values.map(String)))];
    case 'invalid_type': {
      const type = withArticle(issue.expected);
      return [at(path, `must be ${type}`, value === undefined ? 'add the field' : `write ${type}`)];
    }
    case 'invalid_key':
      return [at(path, issue.issues[0]?.message ?? message, 'rename the key')];
    case 'too_big':
      return [at(path, message, `write at most ${limitOf(issue.maximum, issue.origin)}`)];
    case 'too_small':
      return [at(path, message, `write at least ${limitOf(issue.minimum, issue.origin)}`)];
    case 'invalid_union':
      return unionProblems(form, source, issue) ?? [at(path, message, unionFix(issue))];
    default:
      return [at(path, message, 'change the value so that it follows the rule')];
  }
}

/** What is wrong inside the branch of a union that was meant; undefined where no branch, or no single one, comes near. */
function unionProblems(form: z.ZodType, source: SourceFile, { path, errors }: UnionIssue): Problem[] | undefined {
  const ofKind = branchesOf(errors).filter((branch) => branch.length > 0 && !branch.some(isOtherKind));
  const fewest = Math.min(...ofKind.map((branch) => branch.length));
  const [meant, ...others] = ofKind.filter((branch) => branch.length === fewest);
  if (others.length > 0) return undefined;
  return (
    meant &&
    formProblems(
      form,
      source,
      meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
    )
  );
}

/** The branches of a union, with those of a union that is one of them. */
const branchesOf = (errors: UnionIssue['errors']): UnionIssue['errors'] =>
  errors.flatMap((branch) => {
    const [only, ...more] = branch;
    return only?.code === 'invalid_union' && only.path.length === 0 && more.length === 0 && only.errors.length > 0
      ? branchesOf(only.errors)
      : [branch];
  });

/** Whether the value as a whole is of another kind than the branch: text where it takes an object. */
const isOtherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** What a union would have taken: its discriminator's values, or the literals, types and fields of its branches. */
function unionFix(issue: UnionIssue): string {
  if ('options' in issue && Array.isArray(issue.options)) return `use one of: ${issue.options.join(', ')}`;
  const allowed = branchesOf(issue.errors)
    .flat()
    .flatMap((branch) => {
      if (branch.path.length > 0) return [`an object with '${fieldName(branch.path)}'`];
      if (branch.code === 'invalid_value') return branch.values.map((value) => `'${String(value)}'`);
      return branch.code === 'invalid_type' ? [withArticle(branch.expected)] : [];
    });
  return `write ${[...new Set(allowed)].join(' or ')}`;
}
