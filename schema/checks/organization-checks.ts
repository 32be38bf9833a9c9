import { withParents } from '../facts/organizational-units';
import { quotas } from '../facts/quotas';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const { rule } = rulesOf(settingsFile);

/** Rules of the organization as a whole: its roles and its quotas. */
export const organizationChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  roleProblems,
  accountQuotaProblems,
  unitQuotaProblems,
];

function roleProblems({ accounts, complete }: ZoneSubject): readonly Problem[] {
  return (['management', 'log-archive', 'security'] as const).flatMap((role) => {
    const [holder, ...others] = accounts.filter((account) => account.role === role);
    return [
      // Without one of its own, the log archive is in the security account.
      ...rule(holder !== undefined || !complete || role === 'log-archive', {
        field: `role '${role}'`,
        value: undefined,
        rule: 'exactly one account has this role',
        fix: `give one account in accounts/ role: '${role}'`,
      }),
      ...others.flatMap(({ file }) =>
        rulesOf(file).rule(false, {
          field: 'role',
          value: role,
          rule: `only one account has this role, and ${holder?.file} has it already`,
          fix: "remove it here: the default is 'workload'",
        }),
      ),
    ];
  });
}

/** A closed account counts until AWS removes it for good, 90 days later. */
function accountQuotaProblems({ settings, accounts }: ZoneSubject): readonly Problem[] {
  const { accountQuota } = settings.organization;
  const members = accounts.filter((account) => account.origin !== 'external').length;
  const { value, source, asOf } = quotas.accounts;
  return rule(members <= accountQuota, {
    field: 'organization.accountQuota',
    value: accountQuota,
    rule: `the organization has ${members} accounts; AWS starts with ${value} (${source}, read ${asOf})`,
    fix: 'ask AWS for an increase in Service Quotas, then write the granted number',
  });
}

function unitQuotaProblems({ settings }: ZoneSubject): readonly Problem[] {
  const units = withParents(settings.organizationalUnits).length;
  return rule(units <= quotas.organizationalUnits.value, {
    field: 'organizationalUnits',
    value: `${units} OUs`,
    rule: `an organization has at most ${quotas.organizationalUnits.value} OUs`,
    fix: 'merge some of them',
  });
}
