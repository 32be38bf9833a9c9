import { basename } from 'node:path';
import type { ParsedAccount } from '../forms/account';
import type { Ledger } from '../forms/ledger';
import type { ParsedModelCard } from '../forms/model-card';
import type { Settings } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

/** What a form yields, with the file that a person edits: `accounts/sandbox.ts`. */
export type InFile<T> = T & { readonly file: string };

export type AccountInFile = InFile<ParsedAccount>;
export type ModelCardInFile = InFile<ParsedModelCard>;

/** What the rules between files look at. */
export interface ZoneSubject {
  readonly settings: Settings;
  readonly accounts: readonly AccountInFile[];
  /** Whether every account file could be read; where not, nothing is said about accounts that are missing. */
  readonly complete: boolean;
  /** What exists already. */
  readonly ledger: Ledger;
}

/** The same where it is not known that the settings could be read. */
export type MaybeZone = Omit<ZoneSubject, 'settings'> & { readonly settings: Settings | undefined };

/** Whether a regular expression can be read. */
export function compiles(regex: string): boolean {
  try {
    new RegExp(regex);
    return true;
  } catch {
    return false;
  }
}

/** A file is named after the one thing in it. */
export function fileNameProblems(thing: string, { file, name }: InFile<{ readonly name: string }>): readonly Problem[] {
  const expected = `${name}.ts`;
  return rulesOf(file).rule(basename(file) === expected, {
    field: 'name',
    value: name,
    rule: `a file is named after the ${thing} in it`,
    fix: `rename the file to ${expected}, or the ${thing.split(' ').at(-1)}`,
  });
}
