import { withParents } from '../facts/organizational-units';
import type { ParsedControl } from '../forms/control';
import { placeNames } from '../forms/places';
import { settingsFile } from '../forms/settings';
import { type Problem, useOneOf } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Places that controls name and that the tree or the accounts do not have: one problem for each, where a person edits it. */
export function placeProblems({
  settings,
  accounts,
  controls,
}: ZoneSubject & { readonly controls: readonly ParsedControl[] }): readonly Problem[] {
  const units = withParents(settings.organizationalUnits);
  const tags = [...new Set([settings.tags, ...accounts.map((account) => account.tags)].flatMap(Object.keys))];
  const { rule } = rulesOf(settingsFile, 'places');
  return placeNames.flatMap((name) => {
    const holding = controls.filter(
      ({ where }) => typeof where === 'object' && 'place' in where && where.place === name,
    );
    const place = settings.places[name];
    if (holding.length === 0 || place === 'every account') return [];
    const isOfUnits = 'organizationalUnits' in place;
    const wanted = isOfUnits ? place.organizationalUnits : Object.keys(place.accountTags);
    const known = isOfUnits ? units : tags;
    const count = holding.length === 1 ? '1 control holds' : `${holding.length} controls hold`;
    const missing = wanted.filter((each) => !known.includes(each));
    return rule(missing.length === 0, {
      field: `${name}.${isOfUnits ? 'organizationalUnits' : 'accountTags'}`,
      value: missing,
      rule: isOfUnits ? `must be OUs of the tree: ${count} here` : `must be tags of accounts: ${count} here`,
      fix: () =>
        `write which accounts these are in your landing zone, in places.${name}; ${[...new Set(missing.map((each) => useOneOf(each, known)))].join('; ')}`,
    });
  });
}
