import type { InFile } from './checks/subject';
import type { ParsedAccount } from './forms/account';
import { controlForm, type ParsedControl } from './forms/control';
import type { Settings } from './forms/settings';
import { BrokenFieldRead, unlessBroken } from './problems/broken-fields';
import { describeError } from './problems/describe-error';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

interface ReadControls {
  readonly things: readonly InFile<ParsedControl>[];
  readonly problems: readonly Problem[];
}

/** Reads every file of the catalog by its form; a file may be a function of the settings and the accounts. */
export function readControls(
  settings: Settings | undefined,
  accounts: readonly ParsedAccount[],
  files: readonly SourceFile[],
): ReadControls {
  // One whose settings cannot be read is left out: what is wrong with them is said already.
  const read = files.flatMap((source) => unlessBroken(() => readControl(settings, accounts, source)) ?? []);
  return {
    things: read.flatMap(({ things }) => things),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readControl(
  settings: Settings | undefined,
  accounts: readonly ParsedAccount[],
  { file, value }: SourceFile,
): ReadControls {
  const made = typeof value === 'function' ? settings && tryMake(() => value(settings, accounts)) : { value };
  if (!made) return { things: [], problems: [] };
  if ('error' in made) {
    const rule = 'must make a control of the settings and accounts without an error';
    const fix = 'correct what throws in the function';
    return { things: [], problems: [{ file, field: 'default export', value: describeError(made.error), rule, fix }] };
  }
  const { data, problems } = salvage(controlForm, { file, value: made.value }, {});
  return { things: data && problems.length === 0 ? [{ file, ...data }] : [], problems };
}

function tryMake(make: () => unknown): { readonly value: unknown } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    if (error instanceof BrokenFieldRead) throw error;
    return { error };
  }
}
