import { withParents } from '../facts/organizational-units';
import type { ParsedControl, Where } from '../forms/control';
import { placeNames } from '../forms/places';
import { settingsFile, suspendedUnit } from '../forms/settings';
import { nearestName, type Problem, useOneOf } from '../problems/problem';
import { renamedUnits, tryNewName } from './formerly';
import { suggestedUnits } from './place-suggestion';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';
import { tagKeysOf } from './where-checks';

interface PlaceSubject extends ZoneSubject {
  readonly controls: readonly ParsedControl[];
}

type PlaceName = (typeof placeNames)[number];

/** A place of OUs that the tree does not have. */
interface Misfit {
  readonly name: PlaceName;
  readonly missing: readonly string[];
  readonly holding: number;
}

const { rule } = rulesOf(settingsFile, 'places');

/** Places that controls name and that the tree or the accounts do not have: said once, where a person edits it, however many they are. */
export const placeProblems = (subject: PlaceSubject): readonly Problem[] => [
  ...unitProblems(subject),
  ...placeNames.flatMap((name) => tagProblems(subject, name)),
];

function unitProblems(subject: PlaceSubject): readonly Problem[] {
  const units = unitsOf(subject);
  const misfits = placeNames.flatMap((name): readonly Misfit[] => {
    const place = subject.settings.places[name];
    const wanted = isOfUnits(place) ? place.organizationalUnits : [];
    const missing = wanted.filter((path) => !units.includes(path));
    const holding = holdingIn(subject, name);
    return missing.length > 0 && holding > 0 ? [{ name, missing, holding }] : [];
  });
  const [first, ...others] = misfits;
  if (!first) return [];
  if (others.length === 0)
    return rule(false, {
      field: `${first.name}.organizationalUnits`,
      value: first.missing,
      rule: `must be OUs of the tree: ${describeHolding(first.holding)} here`,
      fix: () => fixOf(subject, first),
    });
  const holding = misfits.reduce((sum, misfit) => sum + misfit.holding, 0);
  return rule(false, {
    field: '',
    value: Object.fromEntries(misfits.map(({ name, missing }) => [name, missing])),
    rule: `must be OUs of the tree: ${describeHolding(holding)} in these places`,
    fix: () => fixOfSeveral(subject, misfits),
  });
}

function tagProblems(subject: PlaceSubject, name: PlaceName): readonly Problem[] {
  const place = subject.settings.places[name];
  const holding = holdingIn(subject, name);
  if (typeof place !== 'object' || !('accountTags' in place) || holding === 0) return [];
  const known = tagKeysOf(subject);
  const missing = Object.keys(place.accountTags).filter((key) => !known.includes(key));
  return rule(missing.length === 0, {
    field: `${name}.accountTags`,
    value: missing,
    rule: `must be tags of accounts: ${describeHolding(holding)} here`,
    fix: () =>
      `write which accounts these are in your landing zone, in places.${name}; ${missing.map((each) => useOneOf(each, known)).join('; ')}`,
  });
}

/** The OUs of the tree, and the one that every tree must have: that it is missing is said already. */
const unitsOf = ({ settings }: ZoneSubject): readonly string[] =>
  withParents([...settings.organizationalUnits, suspendedUnit]);

const isOfUnits = (place: Where) => typeof place === 'object' && 'organizationalUnits' in place;

const holdingIn = ({ controls }: Pick<PlaceSubject, 'controls'>, name: PlaceName): number =>
  controls.filter(({ where }) => typeof where === 'object' && 'place' in where && where.place === name).length;

const describeHolding = (count: number): string => (count === 1 ? '1 control holds' : `${count} controls hold`);

/** What to write for one place: an OU that was renamed or misspelt by its name, and otherwise where the accounts are. */
function fixOf(subject: PlaceSubject, misfit: Misfit): string {
  const units = unitsOf(subject);
  const said = misfit.missing.flatMap((path) => {
    const nearest = nearestName(path, units);
    return tryNewName(renamedUnits(subject.settings), path) ?? (nearest ? `did you mean '${nearest}'?` : []);
  });
  return said.length > 0 ? said.join('; ') : fixOfSeveral(subject, [misfit]);
}

/** What to write for all of them at once, to be pasted; where that cannot be told from the accounts, what there is to choose from. */
function fixOfSeveral(subject: PlaceSubject, misfits: readonly Misfit[]): string {
  const units = unitsOf(subject);
  const suggested = misfits.map(({ name }) => ({ name, paths: suggestedUnits(subject, name, units) }));
  const choice = useOneOf(undefined, units);
  if (suggested.some(({ paths }) => paths.length === 0))
    return `write in places which OUs these are in your landing zone; ${choice}`;
  const written = suggested.map(
    ({ name, paths }) => `${name}: { organizationalUnits: [${paths.map((path) => JSON.stringify(path)).join(', ')}] }`,
  );
  return `write in places, where your accounts are: ${written.join(', ')}; or others: ${choice}`;
}
