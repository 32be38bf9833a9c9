import { withParents } from '../facts/organizational-units';
import { type Settings, settingsFile } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import { type Problem, useOneOf } from '../problems/problem';
import { renamedUnits, tryNewName } from './formerly';
import { useRegion } from './region-checks';
import { rulesOf } from './rule';
import { type AccountInFile, fileNameProblems, type ZoneSubject } from './subject';
import { tagKeyProblems } from './tag-key-checks';

interface AccountSubject {
  readonly settings: Settings;
  readonly account: AccountInFile;
}

/** Rules of each account by itself. */
export const accountChecks: readonly ((subject: AccountSubject) => readonly Problem[])[] = [
  ({ account }) => fileNameProblems('account', account),
  idProblems,
  originProblems,
  displayNameProblems,
  stateProblems,
  unitProblems,
  regionProblems,
  ({ settings, account }) => tagKeyProblems(account.file, account.tags, settings.tags),
];

/** Names, e-mail addresses and ids: AWS wants each of them once. */
export function uniquenessProblems({ accounts }: ZoneSubject): readonly Problem[] {
  const keyed = { name: 'a name', email: 'an e-mail address', id: 'an account id' } as const;
  return (Object.keys(keyed) as (keyof typeof keyed)[]).flatMap((field) => {
    const holders = new Map<string, AccountInFile>();
    return accounts.flatMap((account) => {
      const value = unlessBroken(() => account[field]);
      if (value === undefined) return [];
      const first = holders.get(value.toLowerCase()) ?? account;
      holders.set(value.toLowerCase(), first);
      return rulesOf(account.file).rule(first === account, {
        field,
        value,
        rule: `${keyed[field]} must not be used twice, and ${first.file} uses it`,
        fix: 'give this account its own',
      });
    });
  });
}

function idProblems({ account: { file, role, origin, id } }: AccountSubject): readonly Problem[] {
  const { rule } = rulesOf(file);
  const field = 'id';
  if (role === 'management')
    return rule(id !== undefined, {
      field,
      value: id,
      rule: 'the id of the management account guards every deployment',
      fix: "write the twelve digits that 'aws sts get-caller-identity' shows",
    });
  if (origin === 'adopted' || origin === 'external')
    return rule(id !== undefined, {
      field,
      value: id,
      rule: `an ${origin} account exists already`,
      fix: 'write its twelve digits',
    });
  return rule(id === undefined, {
    field,
    value: id,
    rule: 'AWS gives a vended account its id, which is read from state',
    fix: "remove it, or set origin: 'adopted'",
  });
}

function originProblems({ account: { file, role, origin } }: AccountSubject): readonly Problem[] {
  const { rule } = rulesOf(file);
  return [
    ...rule(role !== 'management' || origin === undefined, {
      field: 'origin',
      value: origin,
      rule: 'the organization is created from the management account, which is neither vended nor adopted',
      fix: 'remove the field',
    }),
    ...rule(role === 'workload' || origin !== 'external', {
      field: 'origin',
      value: origin,
      rule: `the ${role} account belongs to the organization`,
      fix: "use 'vended' or 'adopted'",
    }),
  ];
}

/** AWS's name of an account that the landing zone did not make is left as it is. */
function displayNameProblems({ account: { file, role, origin, displayName } }: AccountSubject): readonly Problem[] {
  const kind = role === 'management' ? 'the management account' : `an ${origin} account`;
  const isVended = role !== 'management' && (origin ?? 'vended') === 'vended';
  return rulesOf(file).rule(isVended || displayName === undefined, {
    field: 'displayName',
    value: displayName,
    rule: `${kind} keeps the name that it has in AWS`,
    fix: "remove the field, and rename the account with 'aws account put-account-name' if you want to",
  });
}

function stateProblems({ account: { file, role, origin, state } }: AccountSubject): readonly Problem[] {
  const { rule } = rulesOf(file);
  return [
    ...rule(role === 'workload' || state === 'active', {
      field: 'state',
      value: state,
      rule: `every other account depends on the ${role} account`,
      fix: "set state: 'active'",
    }),
    ...rule(origin !== 'external' || state === 'active', {
      field: 'state',
      value: state,
      rule: 'an account outside the organization is closed by its owner',
      fix: 'destroy its stack, then delete the file',
    }),
  ];
}

/** An account has the OU that it should, and no other. */
function unitProblems({ settings, account: { file, role, origin, ou } }: AccountSubject): readonly Problem[] {
  const { rule } = rulesOf(file);
  if (role === 'management' || origin === 'external')
    return rule(ou === undefined, {
      field: 'ou',
      value: ou,
      rule: role === 'management' ? 'the management account stays at the root' : 'an external account is in no OU',
      fix: 'remove the field',
    });
  const tree = withParents(settings.organizationalUnits);
  return rule(ou !== undefined && tree.includes(ou), {
    field: 'ou',
    value: ou,
    rule: `is not a path of organizationalUnits in ${settingsFile}`,
    fix: () => tryNewName(renamedUnits(settings), ou ?? '') ?? useOneOf(ou, tree),
  });
}

function regionProblems({ settings, account: { file, regions } }: AccountSubject): readonly Problem[] {
  if (!regions) return [];
  const { rule, known, unique } = rulesOf(file);
  return [
    ...known(regions, settings.regions, {
      field: 'regions',
      rule: 'is not a governed region of the landing zone',
      fix: (region) => useRegion(region, settings.regions),
    }),
    ...unique(regions, { field: 'regions', rule: 'a region must not be listed twice' }),
    ...rule(regions.includes(settings.homeRegion) || !settings.regions.includes(settings.homeRegion), {
      field: 'regions',
      value: regions,
      rule: 'every account is governed in the home region, where its global resources are recorded',
      fix: `add '${settings.homeRegion}'`,
    }),
  ];
}
