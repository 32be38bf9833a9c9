import type { Grantee } from '../../../forms/ai/data-lake-grants';
import { suspendedUnit } from '../../../forms/settings';
import { withParents } from '../../../organizational-units';
import { type Problem, useOneOf } from '../../../problems/problem';
import { repeats } from '../../subject';
import type { LakeSubject } from './subject';

/** The lowest cross-account version that shares LF-tags, and with OUs. Lake Formation Developer Guide, optimize-ram. */
const sharingVersion = 3;

/** Rules of who receives grants: roles of the lake, and accounts and OUs of the organization. */
export function granteeProblems(subject: LakeSubject): Problem[] {
  const { lake, problem } = subject;
  const grants = [
    ...lake.grants.map(({ to }, index) => ({ to, field: `grants[${index}].to`, byTag: false })),
    ...lake.tagGrants.map(({ to }, index) => ({ to, field: `tagGrants[${index}].to`, byTag: true })),
  ];
  return grants.flatMap(({ to, field, byTag }) => [
    ...to.flatMap((grantee, index) => [
      ...unknownGrantee(subject, `${field}[${index}]`, grantee),
      ...versionProblems(subject, `${field}[${index}]`, grantee, byTag),
    ]),
    ...repeats(to.map((grantee) => JSON.stringify(grantee))).map(({ index }) =>
      problem(`${field}[${index}]`, to[index], 'stands in the list once', 'remove the second mention'),
    ),
  ]);
}

function unknownGrantee(subject: LakeSubject, field: string, grantee: Grantee): Problem[] {
  const { lake, settings, problem } = subject;
  if ('account' in grantee) return accountProblems(subject, `${field}.account`, grantee.account);
  const [kind, name, known, rule] =
    'role' in grantee
      ? ['role', grantee.role, lake.roles.map((role) => role.name), 'is not the name of a role in ai.dataLake.roles']
      : [
          'ou',
          grantee.ou,
          withParents(settings.organizationalUnits).filter((path) => path !== suspendedUnit),
          'is not a path of organizationalUnits in accounts/landing-zone.ts that has accounts at work',
        ];
  return known.includes(name) ? [] : [problem(`${field}.${kind}`, name, rule, useOneOf(name, known))];
}

function accountProblems({ account, accounts, problem }: LakeSubject, field: string, name: string): Problem[] {
  const known = accounts.filter(({ origin, state }) => origin !== 'external' && state === 'active');
  const found = accounts.find((each) => each.name === name);
  if (name === account.name)
    return [
      problem(field, name, 'is the account of the lake itself', 'name the roles of the account that are to read'),
    ];
  if (found?.origin === 'external')
    return [
      problem(
        field,
        name,
        'the account is outside the organization, where no control of ours follows the data',
        'share with an account of the organization',
      ),
    ];
  if (found?.state === 'closing')
    return [problem(field, name, 'the account is being closed', 'remove it from the grant')];
  const names = known.map((each) => each.name).filter((each) => each !== account.name);
  return found ? [] : [problem(field, name, 'is not an account of the landing zone', useOneOf(name, names))];
}

function versionProblems({ lake, problem }: LakeSubject, field: string, grantee: Grantee, byTag: boolean): Problem[] {
  const needs = 'ou' in grantee || (byTag && 'account' in grantee);
  return needs && lake.crossAccountVersion < sharingVersion
    ? [
        problem(
          field,
          grantee,
          `${'ou' in grantee ? 'OUs' : 'accounts'} receive ${byTag ? 'LF-tags' : 'grants'} from version ${sharingVersion} on, and ai.dataLake.crossAccountVersion is ${lake.crossAccountVersion}`,
          `set crossAccountVersion: 4`,
        ),
      ]
    : [];
}
