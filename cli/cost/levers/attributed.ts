import { settingsFile } from '../../../schema/forms/settings';
import { type Charge, type Estimate, sum } from '../estimate';
import type { Lever } from './lever';

/** What can be read off the sum itself: rules that run by the clock, single controls, regions of the accounts of a class. */
export const attributedLevers = (
  estimate: Estimate,
  governed: readonly string[],
  titleOf: (control: string) => string,
): readonly Lever[] => [...clockwork(estimate), ...controls(estimate, titleOf), ...regions(estimate, governed)];

/** Where the regions of a rule are written. */
export const clockField = 'detect.regions';

const clockwork = ({ clockwork: { rules, usdAway }, homeRegion }: Estimate): readonly Lever[] =>
  usdAway.typical === 0
    ? []
    : [
        {
          file: 'controls/*/*.ts',
          field: clockField,
          change: `'home' in the ${rules} controls whose rules run by the clock`,
          saves: usdAway,
          found: 'attributed',
          givesUp: `they look at nothing outside of ${homeRegion}`,
        },
      ];

const controls = ({ settings }: Estimate, titleOf: (control: string) => string): readonly Lever[] =>
  settings.flatMap(({ file, field, usd }): readonly Lever[] => {
    const id = /^controls\.(.+)$/.exec(field)?.[1];
    if (id === undefined || usd.typical === 0) return [];
    return [{ file, field, change: "mode: 'off'", saves: usd, found: 'attributed', givesUp: titleOf(id) }];
  });

/** Leaving a region takes with it what is billed there: nearly all of it is made for that account and region alone. */
function regions({ charges, homeRegion }: Estimate, governed: readonly string[]): readonly Lever[] {
  const groups = new Map<string, Charge[]>();
  const away = charges.filter(({ region }) => region !== homeRegion && governed.includes(region));
  const everywhere = [...new Set(away.map(({ region }) => region))].map((region): Lever => {
    const there = away.filter((charge) => charge.region === region);
    return {
      file: settingsFile,
      field: 'regions',
      change: `without "${region}"`,
      saves: sum(there.map(({ usd }) => usd)),
      found: 'attributed',
      givesUp: `${region} is denied, and what runs in it must be gone`,
    };
  });
  for (const charge of away) {
    const key = `${charge.class} ${charge.region}`;
    groups.set(key, [...(groups.get(key) ?? []), charge]);
  }
  const ofClasses = [...groups.values()].flatMap((group): readonly Lever[] => {
    const [first] = group;
    const names = [...new Set(group.map(({ account }) => account))];
    if (!first || first.class === 'core') return [];
    return [
      {
        file:
          names.length === 1 ? `accounts/${names[0]}.ts` : `accounts/*.ts (${names.length} of class ${first.class})`,
        field: 'regions',
        change: `leave ${first.region} out`,
        saves: sum(group.map(({ usd }) => usd)),
        found: 'attributed',
        givesUp: `${first.region} is denied there, and what runs in it must be gone`,
      },
    ];
  });
  return [...everywhere, ...ofClasses];
}

/** Whether a field is one of those that are read off the sum. */
export const isAttributed = (file: string, field: string): boolean =>
  file === settingsFile && /^(controls|regions)(\.|$)/.test(field);
