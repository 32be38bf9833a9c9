import { dutiesOf, isBound, madeDuties } from '../forms/made-role-view';
import type { MadeRole } from '../forms/made-roles';
import { settingsFile } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import { type Problem, useOneOf } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';
import { trusteeProblems } from './trustee-checks';

/** Rules of the roles that the landing zone makes because controls exempt them. */
export function madeRoleProblems(subject: ZoneSubject): readonly Problem[] {
  const { madeRoles } = subject.settings;
  const { unique } = rulesOf(settingsFile);
  return [
    // IAM User Guide, reference_iam-quotas: names are not distinguished by case.
    ...unique(
      madeRoles.map(({ name }) => name.toLowerCase()),
      {
        field: (index) => `madeRoles[${index}].name`,
        rule: 'a role must not be listed twice, and names of IAM roles differ in more than case',
      },
    ),
    ...madeRoles.flatMap((role, index) => {
      const rules = rulesOf(settingsFile, `madeRoles[${index}]`);
      return [
        ...dutyProblems(rules, role, subject),
        ...trusteeProblems(rules, 'trusts', role.trusts, subject),
        ...mfaProblems(rules, role, subject),
        ...accountProblems(rules, role, subject),
        ...lakeProblems(rules, role, subject),
      ];
    }),
  ];
}

/** One role, one duty: an approver who may break the glass as well is held by nothing. */
function dutyProblems({ rule }: Rules, { name }: MadeRole, { settings }: ZoneSubject): readonly Problem[] {
  const { roles, deployRole } = settings;
  const duties = dutiesOf(roles, name);
  const at = { field: 'name', value: name };
  return [
    ...rule(duties.length > 0, {
      ...at,
      rule: 'is no name of roles: no control would exempt it',
      fix: () =>
        useOneOf(
          name,
          madeDuties.flatMap((duty) => roles[duty]),
          'add the name to roles first',
        ),
    }),
    ...rule(duties.length < 2, {
      ...at,
      rule: `a role that is made has one duty, and this one is exempt as ${duties.join(' and ')}`,
      fix: 'give each duty a role of its own',
    }),
    ...rule(!duties.includes('dataStewards'), {
      ...at,
      rule: 'a data steward is a role of a data lake, which is made with the lake',
      fix: 'make it in ai.dataLake.roles of the account that has the lake',
    }),
    ...rule(name !== deployRole && !name.toLowerCase().startsWith(`${settings.name}-`), {
      ...at,
      rule: `the deploy role, and names that begin with '${settings.name}-', are the landing zone's own`,
      fix: 'rename the role, here and in roles',
    }),
  ];
}

/** The session of a role never says how its holder signed in (IAM User Guide, `aws:MultiFactorAuthPresent`). */
const mfaProblems = ({ rule }: Rules, { name, trusts }: MadeRole, { settings }: ZoneSubject): readonly Problem[] =>
  dutiesOf(settings.roles, name).includes('breakGlass')
    ? trusts.flatMap((trustee, index) =>
        rule(!('role' in trustee), {
          field: `trusts[${index}]`,
          value: trustee,
          rule: 'break glass is opened with MFA, which the session of a role does not show',
          fix: 'name the permission set, whose users sign in to IAM Identity Center with MFA, or an IAM user',
        }),
      )
    : [];

function accountProblems(
  { known, unique }: Rules,
  { accounts: named = [] }: MadeRole,
  { accounts, complete }: ZoneSubject,
): readonly Problem[] {
  const bound = accounts.filter(isBound).map(({ name }) => name);
  return [
    ...(complete
      ? known(named, bound, {
          field: 'accounts',
          rule: 'is not an account that policies of the organization bind',
        })
      : []),
    ...unique(named, { field: 'accounts', rule: 'an account must not be listed twice' }),
  ];
}

/** Two stacks that make a role of one name in one account stop each other. */
const lakeProblems = ({ rule }: Rules, { name }: MadeRole, { accounts }: ZoneSubject): readonly Problem[] =>
  accounts.flatMap((account) => {
    const lake = unlessBroken(() => account.ai?.dataLake);
    const isTaken = lake?.roles.some(
      (role) => role.trusts !== undefined && role.name.toLowerCase() === name.toLowerCase(),
    );
    return rule(!isTaken, {
      field: 'name',
      value: name,
      rule: `${account.file} makes a role of this name for its data lake`,
      fix: 'rename one of the two',
    });
  });
