import { isWithin, withParents } from '../../../facts/organizational-units';
import type { Grantee } from '../../../forms/ai/data-lake-grants';
import { settingsFile, suspendedUnit } from '../../../forms/settings';
import { type Problem, useOneOf } from '../../../problems/problem';
import { renamedUnits, tryNewName } from '../../formerly';
import type { LakeSubject } from './subject';

/** The lowest cross-account version that shares LF-tags, and with OUs. Lake Formation Developer Guide, optimize-ram. */
const sharingVersion = 3;

/** Rules of who receives grants: roles of the lake, and accounts and OUs of the organization. */
export function granteeProblems(subject: LakeSubject): readonly Problem[] {
  const { lake, rules } = subject;
  const grants = [
    ...lake.grants.map(({ to }, index) => ({ to, field: `grants[${index}].to`, byTag: false })),
    ...lake.tagGrants.map(({ to }, index) => ({ to, field: `tagGrants[${index}].to`, byTag: true })),
  ];
  return grants.flatMap(({ to, field, byTag }) => [
    ...to.flatMap((grantee, index) => [
      ...knownProblems(subject, `${field}[${index}]`, grantee),
      ...versionProblems(subject, `${field}[${index}]`, grantee, byTag),
    ]),
    ...repeatedProblems(rules, field, to),
  ]);
}

function repeatedProblems({ rule }: LakeSubject['rules'], field: string, to: readonly Grantee[]): readonly Problem[] {
  const written = to.map((grantee) => JSON.stringify(grantee));
  return to.flatMap((grantee, index) =>
    rule(written.indexOf(written[index] ?? '') === index, {
      field: `${field}[${index}]`,
      value: grantee,
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    }),
  );
}

function knownProblems(subject: LakeSubject, field: string, grantee: Grantee): readonly Problem[] {
  const { lake, settings, rules } = subject;
  if ('account' in grantee) return accountProblems(subject, `${field}.account`, grantee.account);
  if ('role' in grantee)
    return rules.known(
      [grantee.role],
      lake.roles.map(({ name }) => name),
      { field: () => `${field}.role`, rule: 'is not the name of a role in ai.dataLake.roles' },
    );
  const known = withParents(settings.organizationalUnits).filter((path) => !isWithin(path, suspendedUnit));
  return rules.known([grantee.ou], known, {
    field: () => `${field}.ou`,
    rule: `is not a path of organizationalUnits in ${settingsFile} that has active accounts`,
    fix: (path) => tryNewName(renamedUnits(settings), path) ?? useOneOf(path, known),
  });
}

function accountProblems(
  { account, accounts, complete, rules: { rule } }: LakeSubject,
  field: string,
  name: string,
): readonly Problem[] {
  const found = accounts.find((each) => each.name === name);
  const at = { field, value: name };
  return [
    ...rule(name !== account.name, {
      ...at,
      rule: 'is the account of the lake itself',
      fix: 'name the roles of the account that are to read',
    }),
    ...rule(name === account.name || found?.origin !== 'external', {
      ...at,
      rule: 'the account is outside the organization, where no control of ours follows the data',
      fix: 'share with an account of the organization',
    }),
    ...rule(name === account.name || found?.state !== 'closing' || found.origin === 'external', {
      ...at,
      rule: 'the account is being closed',
      fix: 'remove it from the grant',
    }),
    ...rule(found !== undefined || !complete, {
      ...at,
      rule: 'is not an account of the landing zone',
      fix: () => {
        const known = accounts.filter(({ origin, state }) => origin !== 'external' && state === 'active');
        const others = known.map((each) => each.name).filter((each) => each !== account.name);
        return tryNewName(accounts, name) ?? useOneOf(name, others, 'remove it: there is no other active account');
      },
    }),
  ];
}

function versionProblems(
  { lake: { crossAccountVersion }, rules: { rule } }: LakeSubject,
  field: string,
  grantee: Grantee,
  byTag: boolean,
): readonly Problem[] {
  const needed = 'ou' in grantee || (byTag && 'account' in grantee);
  const who = 'ou' in grantee ? 'OUs' : 'accounts';
  const what = byTag ? 'LF-tags' : 'grants';
  return rule(!needed || crossAccountVersion >= sharingVersion, {
    field,
    value: grantee,
    rule: `${who} receive ${what} from version ${sharingVersion} on, and ai.dataLake.crossAccountVersion is ${crossAccountVersion}`,
    fix: 'set crossAccountVersion: 4',
  });
}
