import type { Problem } from '../problems/problem';
import { problemsIn } from './subject';

/** Text that Terraform would read as a template: it would fail at plan, or put something else in its place. */
export function textProblems(file: string, value: unknown, exempt: RegExp = /$^/): Problem[] {
  const problems: Problem[] = [];
  const visit = (at: unknown, field: string): void => {
    if (typeof at === 'string' && /[$%]\{/.test(at) && !exempt.test(field))
      problems.push(
        problemsIn(file)(field, at, "Terraform reads '${' and '%{' as the beginning of a template", 'write it without'),
      );
    else if (typeof at === 'object' && at !== null)
      for (const [key, child] of Object.entries(at))
        visit(child, Array.isArray(at) ? `${field}[${key}]` : field ? `${field}.${key}` : key);
  };
  visit(value, '');
  return problems;
}
