import { settingsFile } from '../forms/settings';
import { sayings } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { accountChecks, uniquenessProblems } from './account-checks';
import { adoptionChecks } from './adoption-checks';
import { workloadProblems } from './ai';
import { closedAccountProblems } from './audit-checks';
import { budgetChecks } from './budget-checks';
import { costChecks } from './cost-checks';
import { fixedProblems } from './fixed-checks';
import { governanceTagChecks } from './governance-tag-checks';
import { hcpProblems } from './hcp-checks';
import { identityProblems } from './identity-checks';
import { ledgerChecks } from './ledger-checks';
import { macieChecks } from './macie-checks';
import { madeRoleProblems } from './made-role-checks';
import { organizationChecks } from './organization-checks';
import { organizationGuardrailProblems } from './organization-guardrail-checks';
import { placeAccountProblems } from './place-account-checks';
import { policyTypeProblems } from './policy-type-checks';
import { securityHubProblems } from './security-hub-checks';
import { leavingProblems, serviceChecks } from './service-checks';
import { serviceQuotaProblems } from './service-quota-checks';
import { settingsChecks } from './settings-checks';
import type { MaybeZone, ZoneSubject } from './subject';
import { textProblems, withTextProblems } from './text-checks';
import { unitPolicyChecks } from './unit-policy-checks';
import { unitRenameProblems } from './unit-rename-checks';

const checks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  ...[...settingsChecks, ...serviceChecks, ...macieChecks].map(
    (check) =>
      ({ settings }: ZoneSubject) =>
        check(settings),
  ),
  ...organizationChecks,
  leavingProblems,
  ...ledgerChecks,
  closedAccountProblems,
  madeRoleProblems,
  fixedProblems,
  hcpProblems,
  identityProblems,
  securityHubProblems,
  unitRenameProblems,
  ...adoptionChecks,
  uniquenessProblems,
  ({ settings, accounts }) => accounts.flatMap((account) => sayings(accountChecks, { settings, account })),
  placeAccountProblems,
  serviceQuotaProblems,
  workloadProblems,
  ({ accounts }) => accounts.flatMap((account) => sayings(budgetChecks, account)),
  ...costChecks,
  ...governanceTagChecks,
  ...unitPolicyChecks,
  ({ settings }) => policyTypeProblems(settings),
  organizationGuardrailProblems,
];

const textChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  // Patterns are escaped where they are rendered.
  ({ settings }) => textProblems(settingsFile, settings, /\.regex$/),
  ({ accounts }) => accounts.flatMap((account) => textProblems(account.file, account)),
];

/** Every rule that one field alone cannot show, over the settings and all accounts. */
export function problemsOf({ settings, ...others }: MaybeZone): readonly Problem[] {
  if (!settings) return [];
  const subject = { settings, ...others };
  return withTextProblems(sayings(checks, subject), sayings(textChecks, subject));
}
