import type { ParsedAccount } from './account';
import type { ControlInFile } from './checks/control-checks';
import { controlForm } from './control';
import type { Problem, SourceFile } from './problem';
import { salvage } from './salvage';
import type { Settings } from './settings';

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
