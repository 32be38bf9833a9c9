import { unlessBroken } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

/** Problems, with those of texts that nothing else is said of: what is no name of anything need not be no text as well. */
export function withTextProblems(problems: readonly Problem[], texts: readonly Problem[]): readonly Problem[] {
  const said = new Set(problems.map(({ file, field }) => `${file} ${field}`));
  return [...problems, ...texts.filter(({ file, field }) => !said.has(`${file} ${field}`))];
}

/** Text that Terraform would read as a template: it would fail at plan, or put something else in its place. */
export function textProblems(file: string, value: object, exempt = /$^/): readonly Problem[] {
  const { rule } = rulesOf(file);
  const visit = (at: unknown, field: string): readonly Problem[] => {
    if (typeof at === 'string')
      return rule(exempt.test(field) || !/[$%]\{/.test(at), {
        field,
        value: at,
        rule: "Terraform reads '${' and '%{' as the beginning of a template",
        fix: 'remove it from the text',
      });
    if (typeof at !== 'object' || at === null) return [];
    return Object.keys(at).flatMap((key) => {
      const below = Array.isArray(at) ? `${field}[${key}]` : field ? `${field}.${key}` : key;
      return unlessBroken(() => visit((at as Readonly<Record<string, unknown>>)[key], below)) ?? [];
    });
  };
  return visit(value, '');
}
