import { knownRegions, optInRegions, tryOtherPartition } from '../facts/regions';
import { type Settings, settingsFile } from '../forms/settings';
import { type Problem, useOneOf } from '../problems/problem';
import { rulesOf } from './rule';

const { rule, unique } = rulesOf(settingsFile);

/** Rules of regions: AWS has them, and each is governed or retired, once. */
export const regionChecks: readonly ((settings: Settings) => readonly Problem[])[] = [
  ({ regions }) => regions.flatMap((region, index) => unknownProblems(`regions[${index}]`, region)),
  ({ homeRegion }) => unknownProblems('homeRegion', homeRegion),
  ({ retiredRegions }) =>
    retiredRegions.flatMap((region, index) => unknownProblems(`retiredRegions[${index}]`, region)),
  ({ retiredRegions, regions }) =>
    retiredRegions.flatMap((region, index) =>
      rule(!regions.includes(region), {
        field: `retiredRegions[${index}]`,
        value: region,
        rule: 'a region cannot be both governed and retired',
        fix: 'remove it from one of the two',
      }),
    ),
  ({ backend }) => (backend.type === 's3' ? unknownProblems('backend.region', backend.region) : []),
  ({ retiredRegions }) =>
    unique(retiredRegions, { field: 'retiredRegions', rule: 'a region must not be retired twice' }),
  ({ regions }) => unique(regions, { field: 'regions', rule: 'a region must not be listed twice' }),
  ({ regions, homeRegion }) =>
    rule(regions.includes(homeRegion) || !knownRegions.includes(homeRegion), {
      field: 'homeRegion',
      value: homeRegion,
      rule: 'the home region is one of the governed regions',
      fix: `add '${homeRegion}' to regions`,
    }),
];

function unknownProblems(field: string, region: string): readonly Problem[] {
  return optInRegions.includes(region)
    ? rule(false, {
        field,
        value: region,
        rule: 'accounts have to opt in to the region, which the landing zone does not do for them',
        fix: 'use a region that is enabled by default',
      })
    : rule(knownRegions.includes(region), {
        field,
        value: region,
        rule: 'is not a region of the commercial partition',
        fix: () => useRegion(region, knownRegions),
      });
}

/** What to write in place of a region that is not known; of another partition none is near, however alike the names are. */
export function useRegion(region: string, known: readonly string[]): string {
  const partition = tryOtherPartition(region);
  return partition === undefined
    ? useOneOf(region, known)
    : `${useOneOf(undefined, known)}: it is of the partition ${partition}, and the landing zone supports only aws, the commercial one`;
}
