import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import type { ConformancePack } from './conformance-pack';
import { type Fragment, fragmentOf, templateOf } from './packs/fragment';
import { type Group, groupsOf } from './packs/groups';
import { packProblems } from './packs/limits';
import { placedRules } from './packs/placed-rules';
import { split } from './packs/split';

/**
 * The conformance packs that detect what breaks a control, for every region: controls that are on or `detect` and have a rule.
 * The same for the same controls, in whatever order they are read.
 *
 * @throws InvalidLandingZone with every limit of AWS that would be exceeded
 */
export function conformancePacks(zone: LandingZone): readonly ConformancePack[] {
  const packs = groupsOf(zone, placedRules(zone)).flatMap((group) =>
    split(group.rules.map((rule) => fragmentOf(zone, rule))).flatMap((fragments, index) =>
      zone.regions.flatMap((region) => tryPack(zone, group, `${group.name}-${index + 1}`, region, fragments) ?? []),
    ),
  );
  const problems = packProblems(zone, packs);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  return packs;
}

/** The part of a pack that a region can have; undefined where that is no rule, or no account. */
function tryPack(
  zone: LandingZone,
  group: Group,
  name: string,
  region: string,
  fragments: readonly Fragment[],
): ConformancePack | undefined {
  const here = fragments.filter(({ rule }) => rule.regions.includes(region));
  const accounts = group.accounts.filter(({ state, regions }) => state === 'active' && regions.includes(region));
  if (here.length === 0 || accounts.length === 0) return undefined;
  const inside = new Set(accounts);
  return {
    name: `${zone.name}-${name}`,
    region,
    accounts,
    excluded: zone.accounts.filter((account) => account.origin !== 'external' && !inside.has(account)),
    rules: here.map(({ rule }) => rule),
    parameters: Object.assign({}, ...here.map(({ parameters }) => parameters)),
    template: templateOf(here),
  };
}
