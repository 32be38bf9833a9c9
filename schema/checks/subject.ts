import type { ParsedAccount } from '../account';
import type { ParsedModelCard } from '../model-card';
import type { Problem } from '../problem';

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
