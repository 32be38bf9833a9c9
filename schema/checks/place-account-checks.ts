import { withParents } from '../facts/organizational-units';
import type { WrittenWhere } from '../forms/control';
import { isInPlace, unitOf } from '../forms/in-place';
import type { placeNames } from '../forms/places';
import { settingsFile } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { AccountInFile, ZoneSubject } from './subject';

/** Accounts that controls of a place are written for. */
interface Inhabitants {
  readonly place: (typeof placeNames)[number];
  readonly are: (account: AccountInFile, accounts: readonly AccountInFile[]) => boolean;
  /** `an account with ai` */
  readonly who: string;
  /** What would not bind an account that the place leaves out. */
  readonly lost: string;
}

const inhabitants: readonly Inhabitants[] = [
  {
    place: 'aiAccounts',
    are: ({ ai, state }) => ai !== undefined && state === 'active',
    who: 'an account with `ai`',
    lost: 'the controls of models, the list of approved models among them,',
  },
  {
    place: 'securityAccounts',
    // That a role has a second holder is said already.
    are: ({ role, file, state }, accounts) =>
      (role === 'log-archive' || role === 'security') &&
      state === 'active' &&
      accounts.find((account) => account.role === role)?.file === file,
    who: 'the log archive and the security account',
    lost: 'the controls that protect logs and findings',
  },
  {
    place: 'suspended',
    are: ({ state }) => state === 'closing',
    who: 'an account that is closing',
    lost: 'the control that stops everything in it',
  },
];

/** Accounts that a place was made for and leaves out: its controls would not bind them, without a word. */
export const placeAccountProblems = (zone: ZoneSubject): readonly Problem[] =>
  zone.accounts.flatMap(
    (account) =>
      unlessBroken(() => [
        ...unboundProblems(account),
        ...inhabitants.flatMap((kind) =>
          kind.are(account, zone.accounts) ? outsideProblems(zone, account, kind) : [],
        ),
      ]) ?? [],
  );

/** Organization policies bind neither the management account nor one outside, whatever the place: nothing would govern their models. */
const unboundProblems = ({ file, role, origin, ai }: AccountInFile): readonly Problem[] => [
  ...rulesOf(file).rule(role !== 'management' || ai === undefined, {
    field: 'role',
    value: role,
    rule: 'must not have `ai`: no organization policy binds the management account, so every model would be allowed in it',
    fix: 'remove `ai`, and give it to an account that has the role workload',
  }),
  ...rulesOf(file).rule(origin !== 'external' || ai === undefined, {
    field: 'origin',
    value: origin,
    rule: 'must not have `ai`: no organization policy binds an account outside the organization, so every model would be allowed in it, and the log archive takes nothing from it',
    fix: "remove `ai`, or invite the account into the organization and write origin: 'adopted' and its OU",
  }),
];

function outsideProblems(zone: ZoneSubject, account: AccountInFile, { place, who, lost }: Inhabitants) {
  const { settings } = zone;
  const where = settings.places[place];
  const unit = unitOf(account);
  const isInTree = unit !== undefined && withParents(settings.organizationalUnits).includes(unit);
  // An OU that the tree does not have is said already, of the account and of the place.
  if (account.origin === 'external' || !isInTree || !isKnown(zone, where)) return [];
  return rulesOf(account.file).rule(isInPlace(settings.tags, where, account), {
    field: account.state === 'closing' ? 'state' : 'ou',
    value: account.state === 'closing' ? account.state : account.ou,
    rule: `${who} must be in places.${place} of ${settingsFile}: ${lost} would not bind it`,
    fix: () => waysInto(where, place, unit),
  });
}

/** Whether the tree, or the accounts, have all that a place is made of. */
function isKnown({ settings, accounts }: ZoneSubject, where: WrittenWhere): boolean {
  if (typeof where !== 'object') return true;
  if ('accountTags' in where) {
    const keys = [settings.tags, ...accounts.map(({ tags }) => tags)].flatMap(Object.keys);
    return Object.keys(where.accountTags).every((key) => keys.includes(key));
  }
  const tree = withParents(settings.organizationalUnits);
  return where.organizationalUnits.every((path) => tree.includes(path));
}

function waysInto(where: WrittenWhere, place: string, unit: string): string {
  if (typeof where === 'object' && 'accountTags' in where) {
    const tags = Object.entries(where.accountTags).map(([key, value]) => `'${key}': '${value}'`);
    return `write tags: { ${tags.join(', ')} }, or change places.${place}`;
  }
  const units = typeof where === 'object' ? where.organizationalUnits.map((path) => `'${path}'`) : [];
  return `add '${unit}' to places.${place}.organizationalUnits, or move the account into ${units.join(' or ')}`;
}
