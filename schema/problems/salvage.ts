import type { z } from 'zod';
import { formProblems } from './form-problems';
import type { Problem, SourceFile } from './problem';

/** What a form made of a file, as far as it could. */
export interface Salvaged<T> {
  /** Undefined where too little is right to go on with. */
  readonly data: T | undefined;
  readonly problems: readonly Problem[];
  /** Top-level fields that are wrong: nothing more is to be said of them. */
  readonly broken: readonly string[];
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
  const whole = form.safeParse(source.value);
  if (whole.success) return { data: whole.data, problems: [], broken: [] };
  const problems = formProblems(form, source, whole.error);
  const broken = [...new Set(problems.map(({ field }) => field.split(/[.[]/)[0] ?? field))];
  const right = typeof source.value === 'object' ? { ...source.value } : {};
  for (const field of broken) delete (right as Record<string, unknown>)[field];
  const needed = Object.entries(standIns).filter(([field]) => broken.includes(field));
  return { data: form.safeParse({ ...right, ...Object.fromEntries(needed) }).data, problems, broken };
}
