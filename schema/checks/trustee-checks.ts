import { settingsFile } from '../forms/settings';
import type { Trustee } from '../forms/trustees';
import type { Problem } from '../problems/problem';
import { matchesWildcard } from '../text';
import type { Rules } from './rule';
import type { ZoneSubject } from './subject';

/** Rules of a list of those who may assume a role: where they come from, and that the deploy role is none of them. */
export function trusteeProblems(
  { rule, known, unique }: Rules,
  field: string,
  trusts: readonly Trustee[],
  { settings, accounts, complete }: ZoneSubject,
): readonly Problem[] {
  const members = accounts.filter(({ origin, state }) => origin !== 'external' && state === 'active');
  const at = (index: number) => `${field}[${index}]`;
  return [
    ...unique(
      trusts.map((trustee) => JSON.stringify(Object.entries(trustee).sort())),
      { field: at, rule: 'the same must not be trusted twice' },
    ),
    ...trusts.flatMap(({ account }, index) =>
      account === undefined || !complete
        ? []
        : known(
            [account],
            members.map(({ name }) => name),
            { field: () => `${at(index)}.account`, rule: 'is not an active account of the organization' },
          ),
    ),
    // Whoever deploys would be whoever approves: every job that deploys could be made to do both.
    ...trusts.flatMap((trustee, index) =>
      rule(!('role' in trustee) || !matchesWildcard(trustee.role, settings.deployRole), {
        field: `${at(index)}.role`,
        value: 'role' in trustee ? trustee.role : undefined,
        rule: `the deploy role (deployRole in ${settingsFile}) is not a person, and assumes no role of persons`,
        fix: 'name the permission set, roles or users of the persons',
      }),
    ),
  ];
}
