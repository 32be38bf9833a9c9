import type { ControlInFile } from './checks/control-checks';
import type { ParsedAccount } from './forms/account';
import { controlForm } from './forms/control';
import type { Settings } from './forms/settings';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

/** Reads every file of the catalog by its form; a file may be a function of the settings and the accounts. */
export function readControls(
  settings: Settings,
  accounts: readonly ParsedAccount[],
  files: readonly SourceFile[],
): { readonly controls: readonly ControlInFile[]; readonly problems: readonly Problem[] } {
  const read = files.map(({ file, value }) => {
    const source = { file, value: typeof value === 'function' ? value(settings, accounts) : value };
    return { file, ...salvage(controlForm, source, {}) };
  });
  return {
    controls: read.flatMap(({ file, data, problems }) => (data && problems.length === 0 ? [{ file, ...data }] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}
