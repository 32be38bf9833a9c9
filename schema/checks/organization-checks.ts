import { quotas } from '../facts/quotas';
import type { Settings } from '../forms/settings';
import { withParents } from '../organizational-units';
import type { Problem } from '../problems/problem';
import { type AccountInFile, problemsIn } from './subject';

/** Rules of the organization as a whole: its roles and its quotas. */
export function organizationProblems(
  file: string,
  settings: Settings,
  accounts: readonly AccountInFile[],
  complete: boolean,
): Problem[] {
  return [...roleProblems(file, accounts, complete), ...quotaProblems(file, settings, accounts)];
}

function roleProblems(file: string, accounts: readonly AccountInFile[], complete: boolean): Problem[] {
  return (['management', 'log-archive', 'security'] as const).flatMap((role) => {
    const holders = accounts.filter((account) => account.role === role);
    if (holders.length === 0 && complete)
      return [
        problemsIn(file)(
          `role '${role}'`,
          undefined,
          'exactly one account has this role',
          `give one account in accounts/ role: '${role}'`,
        ),
      ];
    return holders
      .slice(1)
      .map((account) =>
        problemsIn(account.file)(
          'role',
          role,
          `exactly one account has this role, and ${holders[0]?.file} has it`,
          "remove it here: the default is 'workload'",
        ),
      );
  });
}

function quotaProblems(file: string, settings: Settings, accounts: readonly AccountInFile[]): Problem[] {
  const problem = problemsIn(file);
  const problems: Problem[] = [];
  const members = accounts.filter((account) => account.origin !== 'external');
  const { accountQuota } = settings.organization;
  // A closed account counts until AWS removes it for good, 90 days later.
  if (members.length > accountQuota)
    problems.push(
      problem(
        'organization.accountQuota',
        accountQuota,
        `the organization has ${members.length} accounts; AWS starts with ${quotas.accounts.value} (${quotas.accounts.source}, read ${quotas.accounts.asOf})`,
        'ask AWS for an increase in Service Quotas, then write the granted number',
      ),
    );
  const units = withParents(settings.organizationalUnits).length;
  if (units > quotas.organizationalUnits.value)
    problems.push(
      problem(
        'organizationalUnits',
        `${units} OUs`,
        `an organization has at most ${quotas.organizationalUnits.value} OUs`,
        'merge some of them',
      ),
    );
  return problems;
}
