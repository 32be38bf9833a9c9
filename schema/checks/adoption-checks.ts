import { resourceNameOf, unitIdPattern, unitsAlong } from '../facts/organizational-units';
import { type Ledger, ledgerFile } from '../forms/ledger';
import { keysOfUnits } from '../forms/ledger-keys';
import { tryRemembered } from '../forms/remembered';
import { type Settings, settingsFile } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Rules of what is in AWS already: it is in an organization that exists, and it is taken in from the top of the tree. */
export const adoptionChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  accountProblems,
  newOrganizationProblems,
  unitProblems,
];

/** An organization that is adopted, or that was deployed before: the ledger knows its accounts. */
const exists = ({ settings, ledger }: ZoneSubject): boolean =>
  settings.organization.adopt !== undefined || Object.keys(ledger.accounts).length > 0;

const isNew = 'the organization is yet to be made, so nothing is in it already';
const wayOut = 'write organization.adopt if it exists';

function accountProblems(zone: ZoneSubject): readonly Problem[] {
  return zone.accounts.flatMap((account) =>
    rulesOf(account.file).rule(exists(zone) || unlessBroken(() => account.origin) !== 'adopted', {
      field: 'origin',
      value: 'adopted',
      rule: isNew,
      fix: `${wayOut}; otherwise deploy first, run 'npx landing-zone lock', and adopt the account once it has joined`,
    }),
  );
}

function newOrganizationProblems(zone: ZoneSubject): readonly Problem[] {
  return adoptedIn(zone.settings).flatMap(({ id, field }) =>
    rulesOf(settingsFile).rule(exists(zone), {
      field,
      value: id,
      rule: isNew,
      fix: `${wayOut}; otherwise remove adopt: the landing zone makes the OU`,
    }),
  );
}

function unitProblems({ settings, ledger }: ZoneSubject): readonly Problem[] {
  const { rule, unique } = rulesOf(settingsFile);
  const known = adoptedIn(settings);
  const [first] = known;
  const missingAbove = (path: string): string | undefined =>
    unitsAlong(path).find((each) => !known.some((other) => other.path === each));
  return [
    ...unique(
      known.map(({ id }) => id),
      {
        field: (index) => known[index]?.field ?? '',
        rule: 'each OU has an id of its own',
        fix: 'write the id of this OU',
      },
    ),
    ...known.flatMap(({ path, id, field }) => [
      ...rule(missingAbove(path) === undefined, {
        field,
        value: id,
        rule: 'an OU that exists is below OUs that exist',
        fix: () => `add { path: '${missingAbove(path)}', adopt: 'ou-…' }`,
      }),
      ...rule(!first || rootOf(id) === rootOf(first.id), {
        field,
        value: id,
        rule: `the OUs of an organization have the id of its root in theirs, which is '${rootOf(first?.id ?? '')}' in that of ${first?.path}`,
        fix: "write the id that 'aws organizations list-organizational-units-for-parent' shows",
      }),
      ...rule(!isMadeHere(settings, ledger, path), {
        field,
        value: id,
        rule: `${ledgerFile} knows an OU at this path that the landing zone made, and Terraform imports no other in its place`,
        fix: 'remove adopt, or give the OU that exists another path; where nothing was deployed yet, remove the path from the ledger',
      }),
    ]),
  ];
}

/** The OUs that exist, with where each says so. */
const adoptedIn = ({ organizationalUnits }: Settings) =>
  organizationalUnits.flatMap((unit, index) =>
    typeof unit === 'string' || unit.adopt === undefined
      ? []
      : [{ path: unit.path, id: unit.adopt, field: `organizationalUnits[${index}].adopt` }],
  );

const rootOf = (id: string): string => unitIdPattern.exec(id)?.[1] ?? '';

/** Whether an OU is in the ledger and was not adopted: adopted ones are protected. */
function isMadeHere({ organizationalUnits }: Settings, ledger: Ledger, path: string): boolean {
  const { organizationalUnits: known } = ledger;
  const key = keysOfUnits(ledger, organizationalUnits).get(path) ?? path;
  const address = 'aws_organizations_organizational_unit.ou-';
  const adopted = Object.keys(tryRemembered(ledger, 'management') ?? {}).filter((each) => each.startsWith(address));
  return (
    Object.values(known).includes(key) &&
    !adopted.some((each) => resourceNameOf(each.slice(address.length)) === resourceNameOf(key))
  );
}
