import { basename } from 'node:path';
import type { ParsedAccount } from '../forms/account';
import type { ParsedModelCard } from '../forms/model-card';
import type { Problem } from '../problems/problem';

/** An account with the file it came from. */
export interface AccountInFile extends ParsedAccount {
  readonly file: string;
}

/** A model card with the file it came from. */
export interface ModelCardInFile extends ParsedModelCard {
  readonly file: string;
}

/** Makes problems of one file without naming it each time. */
export const problemsIn =
  (file: string) =>
  (field: string, value: unknown, rule: string, fix: string): Problem => ({ file, field, value, rule, fix });

/** The values that stand in a list for a second time, with their place. */
export function repeats<T>(values: readonly T[]): { readonly index: number; readonly value: T }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ index, value }] : []));
}

/** Whether a regular expression can be read. */
export function compiles(regex: string): boolean {
  try {
    new RegExp(regex);
    return true;
  } catch {
    return false;
  }
}

/** The problem of a file that is not called like the one thing in it. */
export function fileNameProblems(
  thing: string,
  { file, name }: { readonly file: string; readonly name: string },
): Problem[] {
  const expected = `${name}.ts`;
  if (basename(file) === expected) return [];
  const rule = `a file is called like the ${thing} in it`;
  return [problemsIn(file)('name', name, rule, `rename the file to ${expected}, or the ${thing.split(' ').at(-1)}`)];
}
