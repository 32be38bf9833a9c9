import { quotas } from '../../../facts/quotas';
import { administratorPolicies } from '../../../forms/ai/data-lake';
import { dutiesOf } from '../../../forms/made-role-view';
import type { Problem } from '../../../problems/problem';
import { trusteeProblems } from '../../trustee-checks';
import type { LakeSubject } from './subject';

/** Rules of who makes a role of the lake, who may assume it, and what else it may do. */
export const roleMakingChecks: readonly ((subject: LakeSubject) => readonly Problem[])[] = [
  trustProblems,
  permissionSetProblems,
  managedPolicyProblems,
];

/** A role that sees or grants everything, or that controls exempt. */
const isPrivileged = ({ lake, settings }: Pick<LakeSubject, 'lake' | 'settings'>, name: string): boolean =>
  lake.administrators.includes(name) || dutiesOf(settings.roles, name).length > 0;

/** By IAM anybody with PowerUserAccess assumes a role that trusts the account, and makes a job with one that trusts a service. */
function trustProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, rules } = subject;
  return lake.roles.flatMap(({ name, trusts }, index) => [
    ...rules.rule(typeof trusts !== 'string' || !isPrivileged(subject, name), {
      field: `roles[${index}].trusts`,
      value: trusts,
      rule: 'administrators of a lake and roles that controls exempt are assumed by persons who are named',
      fix: "name them, trusts: [{ permissionSet: 'DataStewardship' }]",
    }),
    ...(typeof trusts === 'object' ? trusteeProblems(rules, `roles[${index}].trusts`, trusts, subject) : []),
  ]);
}

function permissionSetProblems({ lake, rules: { rule } }: LakeSubject): readonly Problem[] {
  return lake.roles.flatMap(({ trusts, permissionSet }, index) =>
    rule(permissionSet === undefined || trusts === undefined, {
      field: `roles[${index}].permissionSet`,
      value: permissionSet,
      rule: 'IAM Identity Center makes the role of a permission set, and decides who may assume it',
      fix: 'remove permissionSet, or trusts',
    }),
  );
}

/** Whoever may change a policy of the account would change what an exempt role may do. */
function managedPolicyProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, rules } = subject;
  const { rule, unique } = rules;
  const { value: most } = quotas.managedPoliciesOfRole;
  return lake.roles.flatMap(({ name, trusts, managedPolicies }, index) => {
    const field = `roles[${index}].managedPolicies`;
    const attached = managedPolicies.length + (lake.administrators.includes(name) ? administratorPolicies.length : 0);
    return [
      ...rule(managedPolicies.length === 0 || trusts !== undefined, {
        field,
        value: managedPolicies,
        rule: 'policies are attached to roles that are made here, and this one is made by somebody else',
        fix: 'attach them where the role is made, or write trusts',
      }),
      ...rule(attached <= most, {
        field,
        value: managedPolicies,
        rule: `a role has at most ${most} managed policies, those of administrators among them`,
        fix: `remove ${attached - most} of them`,
      }),
      ...unique(managedPolicies, { field, rule: 'a policy must not be listed twice' }),
      ...managedPolicies.flatMap((policy, at) =>
        rule(policy.startsWith('arn:') || !isPrivileged(subject, name), {
          field: `${field}[${at}]`,
          value: policy,
          rule: 'whoever may change a policy of the account would change what administrators and exempt roles may do',
          fix: 'name a policy of AWS by its ARN',
        }),
      ),
    ];
  });
}
