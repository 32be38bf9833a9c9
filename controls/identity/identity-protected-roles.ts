import { names } from '../../schema/facts/names';
import { defineControl, judged } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';
import { notDeployRole } from '../shared/assumptions';
import { everyAccount } from '../where';

/** A role of some account by the name in the settings. */
const role = (name: string) => `arn:aws:iam::*:role/${name}`;
const inAccount = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

const create = 'iam:CreateRole';
const trust = 'iam:UpdateAssumeRolePolicy';

export default defineControl((settings, accounts) => {
  const { name, deployRole, roles } = settings;
  // Whoever takes over a role of a data lake sees what it is cleared for.
  const lakeRoles = accounts.flatMap(({ ai }) =>
    (ai?.dataLake?.roles ?? []).flatMap(({ name, trusts }) => (trusts ? [name] : [])),
  );
  return {
    id: 'identity-protected-roles',
    title: 'Only the deploy role changes roles of the landing zone, of its data lakes and of exemptions',
    why: 'Controls exempt roles by name, so whoever may make or take over a role of that name is bound by none of them.',
    fix: 'Give the role another name; changes to these roles go through the code of the landing zone.',
    severity: 'critical',
    where: everyAccount,
    prevent: {
      scp: [
        {
          Action: [
            'iam:AttachRolePolicy',
            create,
            'iam:DeleteRole',
            'iam:DeleteRolePermissionsBoundary',
            'iam:DeleteRolePolicy',
            'iam:DetachRolePolicy',
            'iam:PutRolePermissionsBoundary',
            'iam:PutRolePolicy',
            trust,
            'iam:UpdateRole',
          ],
          Resource: [
            role(`${name}-*`),
            ...[...new Set([deployRole, ...Object.values(roles).flat(), ...lakeRoles])].map(role),
          ],
        },
      ],
      exempt: ['deployRole'],
    },
    promises: [
      {
        that: 'Nobody but the deploy role makes, takes over or deletes a role that any control exempts',
        deny: {
          Action: ['iam:AttachRolePolicy', create, 'iam:DeleteRole', 'iam:PutRolePolicy', trust],
          Resource: [deployRole, ...Object.values(roles).flat()].map((exempt) => `arn:aws:iam::*:role/${exempt}`),
        },
        assuming: [notDeployRole(deployRole)],
      },
    ],
    satisfies: [
      judged('nist-800-53-r5', ['AC-2', 'AC-3', 'AC-6(1)', 'CM-5']),
      judged('hipaa', ['164.308(a)(4)(ii)(C)', '164.312(a)(1)']),
      judged('gdpr', ['Art. 32']),
      judged('soc-2', ['CC6.1', 'CC6.3']),
      judged('iso-42001', ['A.3.2']),
      judged('nist-ai-rmf', ['GOVERN 2.1']),
      judged('pci-dss', ['7.2.2']),
    ],
    examples: examplesOf(settings, lakeRoles),
  };
});

const examplesOf = ({ name, deployRole, roles }: Settings, lakeRoles: readonly string[]) => [
  {
    when: "the Config recorder's role is opened to another service",
    action: trust,
    resource: inAccount(names.configRecorderRole({ name })),
    denied: true,
  },
  {
    when: 'somebody makes a role with the name of the deploy role',
    action: create,
    resource: inAccount(deployRole),
    denied: true,
  },
  ...roles.breakGlass.map((exempt) => ({
    when: 'somebody makes a role with the name of the emergency role',
    action: create,
    resource: inAccount(exempt.replaceAll('*', 'x')),
    denied: true,
  })),
  {
    when: 'the landing zone changes a role',
    action: trust,
    resource: inAccount(names.configRecorderRole({ name })),
    principal: 'deployRole',
    denied: false,
  },
  ...lakeRoles.slice(0, 1).map((made) => ({
    when: 'somebody lets themselves assume a role of a data lake',
    action: trust,
    resource: inAccount(made),
    denied: true,
  })),
  { when: 'a team makes a role of its own', action: create, resource: inAccount('training-job'), denied: false },
];
