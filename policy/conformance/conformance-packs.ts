import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { type Assigned, assignmentsBy } from '../assignment/assign';
import type { ConformancePack, PackRule } from './conformance-pack';
import { detectiveRules } from './detective-rules';
import { packProblems } from './pack-problems';
import { type PlaceRules, rulesByPlace } from './rules-by-place';
import { split } from './splitting';
import { parameterValues, templateOf } from './template';

/**
 * The conformance packs that detect what breaks a control, for every region: controls that are on or `detect` and have a rule.
 * The same for the same controls and the same ledger, in whatever order they are read. Step by step:
 *
 * 1. `detective-rules`: the rule of each control, without those that would look at the same thing twice.
 * 2. `rules-by-place`: rules of controls that name the same place go together.
 * 3. `splitting`: as many rules in a pack as AWS takes, each in the one that the ledger remembers.
 * 4. `template`: what a region has of a pack, as CloudFormation.
 * 5. `pack-problems`: what AWS would refuse all the same.
 *
 * @throws InvalidLandingZone with every limit of AWS that would be exceeded
 */
export function conformancePacks(zone: LandingZone): readonly ConformancePack[] {
  const packs = splitPlaces(zone).flatMap(({ place, number, rules }) =>
    zone.regions.flatMap((region) => tryPack(zone, place, `${place.name}-${number}`, region, rules) ?? []),
  );
  const problems = packProblems(zone, packs);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  return packs;
}

/** In which pack each rule is, to be remembered. */
export const packAssignments = (zone: LandingZone): Readonly<Record<string, Assigned>> =>
  assignmentsBy(
    splitPlaces(zone).map(({ place, number, rules }) => ({
      name: ledgerName(place),
      number,
      keys: rules.map(({ name }) => name),
    })),
  );

const ledgerName = ({ name }: PlaceRules): string => `pack-${name}`;

const splitPlaces = (zone: LandingZone) =>
  rulesByPlace(zone, detectiveRules(zone)).flatMap((place) =>
    split(zone, place.rules, ownValue(zone.ledger.assignments, ledgerName(place)) ?? {}).map((pack) => ({
      place,
      ...pack,
    })),
  );

/** The part of a pack that a region can have; undefined where that is no rule, or no account. */
function tryPack(
  zone: LandingZone,
  place: PlaceRules,
  name: string,
  region: string,
  all: readonly PackRule[],
): ConformancePack | undefined {
  const rules = all.filter(({ regions }) => regions.includes(region));
  const accounts = place.accounts.filter(({ state, regions }) => state === 'active' && regions.includes(region));
  if (rules.length === 0 || accounts.length === 0) return undefined;
  const inside = new Set(accounts);
  return {
    name: `${zone.name}-${name}`,
    region,
    accounts,
    excluded: zone.accounts.filter((account) => account.origin !== 'external' && !inside.has(account)),
    rules,
    parameters: parameterValues(rules),
    template: templateOf(zone, rules),
  };
}
