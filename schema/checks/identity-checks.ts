import { names } from '../facts/names';
import type { Identity } from '../forms/identity';
import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';
import { trusteeProblems } from './trustee-checks';

/** Rules of the roles by which runs plan and apply. */
export function identityProblems(subject: ZoneSubject): readonly Problem[] {
  const { identity, deployRole } = subject.settings;
  if (!identity) return [];
  const rules = rulesOf(settingsFile, 'identity');
  const own = [names.planRole, names.applyRole, names.readRole, names.readRoles].map((name) => name(subject.settings));
  return [
    ...rules.rule(Boolean(identity.hcp ?? identity.github ?? identity.gitlab), {
      field: '',
      value: identity,
      rule: 'roles that nobody may assume are of no use',
      fix: 'name whose runs are trusted: hcp, github or gitlab',
    }),
    ...rulesOf(settingsFile).rule(!own.includes(deployRole), {
      field: 'deployRole',
      value: deployRole,
      rule: 'identity makes a role of this name, which may do something else',
      fix: 'name the role that Organizations makes in each account, or choose another name for the landing zone',
    }),
    ...hcpProblems(rules, subject.settings),
    ...operatorProblems(rules, identity, subject),
  ];
}

/** Without a project anybody's workspace of that name in the organization would be trusted. */
const hcpProblems = ({ rule }: Rules, { identity, backend }: Settings): readonly Problem[] =>
  identity?.hcp
    ? [
        ...rule(backend.type === 'hcp' && backend.project !== undefined, {
          field: 'hcp',
          value: identity.hcp,
          rule: 'runs are trusted by their organization, project and workspace, and backend does not name them',
          fix: "write backend: { type: 'hcp', organization, project, … }, or take hcp out",
        }),
        ...rule(backend.type !== 'hcp' || backend.manage?.execution !== 'local', {
          field: 'hcp',
          value: identity.hcp,
          rule: 'with local execution HCP Terraform runs nothing, so it signs no token',
          fix: "write backend.manage.execution: 'remote', or take hcp out",
        }),
      ]
    : [];

const operatorProblems = (
  rules: Rules,
  { operators = [] }: Identity,
  { accounts, ...subject }: ZoneSubject,
): readonly Problem[] =>
  trusteeProblems(rules, 'operators', operators, {
    ...subject,
    // Whoever plans comes from the account that the plan role is in.
    accounts: accounts.filter(({ role }) => role === 'management'),
  });
