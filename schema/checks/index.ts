import type { Settings } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { accountProblems } from './account-checks';
import { governanceTagProblems } from './governance-tag-checks';
import { organizationProblems } from './organization-checks';
import { serviceProblems } from './service-checks';
import { settingsProblems } from './settings-checks';
import type { AccountInFile } from './subject';
import { textProblems } from './text-checks';

/**
 * Every rule that one field alone cannot show, over the settings and all accounts.
 *
 * @param complete whether every account file could be read; where not, nothing is said about accounts that are missing
 */
export function problemsOf(
  file: string,
  settings: Settings,
  accounts: readonly AccountInFile[],
  complete: boolean,
): Problem[] {
  return [
    ...settingsProblems(file, settings),
    ...serviceProblems(file, settings),
    ...organizationProblems(file, settings, accounts, complete),
    ...accountProblems(settings, accounts),
    ...governanceTagProblems(file, settings, accounts),
    // Patterns are escaped where they are rendered.
    ...textProblems(file, settings, /\.regex$/),
    ...accounts.flatMap((account) => textProblems(account.file, account)),
  ];
}
