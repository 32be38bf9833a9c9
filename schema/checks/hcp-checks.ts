import { hcpLimits, workspaceName } from '../facts/hcp';
import { stackNames } from '../facts/stack-names';
import type { HcpBackend, Manage } from '../forms/hcp';
import { keyOfAccount } from '../forms/ledger-keys';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const rules = rulesOf(settingsFile, 'backend');

/** Rules of a project and workspaces of HCP Terraform that the landing zone makes. */
export function hcpProblems(subject: ZoneSubject): readonly Problem[] {
  const { backend } = subject.settings;
  if (backend.type !== 'hcp') return [];
  const { manage, project } = backend;
  return [
    ...nameProblems(backend, subject),
    ...(manage
      ? [
          ...rules.rule(project !== undefined, {
            field: 'project',
            value: project,
            rule: 'the project that is made needs a name: whoever assumes the roles of runs is known by it',
            fix: "write project: 'landing-zone'",
          }),
          ...listProblems(rules.below('manage'), manage),
          ...localProblems(rules.below('manage'), manage),
        ]
      : []),
  ];
}

/** Two entries of one name would be one resource. */
const listProblems = ({ unique }: Rules, { teams, notifications }: Manage): readonly Problem[] => [
  ...unique(
    teams.map(({ name }) => name.toLowerCase()),
    { field: (index) => `teams[${index}].name`, rule: 'a team must not be listed twice' },
  ),
  ...unique(
    notifications.map(({ name }) => name),
    { field: (index) => `notifications[${index}].name`, rule: 'two notifications must not have one name' },
  ),
];

/** What HCP Terraform does in its own runs only. Source: HCP Terraform, "Workspace settings", execution mode. */
const localProblems = ({ rule }: Rules, { execution, healthAssessments, policies }: Manage): readonly Problem[] =>
  execution === 'local'
    ? [
        ...rule(!healthAssessments, {
          field: 'healthAssessments',
          value: healthAssessments,
          rule: 'HCP Terraform looks for drift with runs of its own, and with local execution it has none',
          fix: "write false, or execution: 'remote'",
        }),
        ...rule(policies === 'off', {
          field: 'policies',
          value: policies,
          rule: 'policies are held against runs of HCP Terraform, and with local execution it has none',
          fix: "write 'off', or execution: 'remote'",
        }),
      ]
    : [];

function nameProblems(backend: HcpBackend, { accounts, ledger }: ZoneSubject): readonly Problem[] {
  const names = accounts.map((account) =>
    workspaceName(backend, stackNames.account({ key: keyOfAccount(ledger, account) })),
  );
  const [longest = ''] = names.sort((a, b) => b.length - a.length);
  return rules.rule(longest.length <= hcpLimits.workspaceName, {
    field: 'workspacePrefix',
    value: backend.workspacePrefix,
    rule: `the workspace ${longest} has ${longest.length} characters, and a name has at most ${hcpLimits.workspaceName}`,
    fix: 'choose a shorter prefix',
  });
}
