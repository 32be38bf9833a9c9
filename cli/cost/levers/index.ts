import type { LandingZone } from '../../../schema/landing-zone';
import type { LandingZoneFiles } from '../../../schema/resolve';
import type { Estimate } from '../estimate';
import { attributedLevers, clockField, isAttributed } from './attributed';
import { bySaving, type Lever } from './lever';
import { type Costing, trialsOf, tryRecompute } from './recomputed';

/** The largest levers, rules that run by the clock before all others, and how they were looked for. */
export interface Levers {
  readonly levers: readonly Lever[];
  /** How many landing zones were built to find them. */
  readonly tried: number;
  /** Fields that were not tried, because more had to be built than is worth waiting for. */
  readonly left: readonly string[];
}

interface Search {
  readonly files: LandingZoneFiles;
  readonly zone: LandingZone;
  readonly today: Estimate;
  readonly costing: Costing;
  /** How many levers are wanted, and how many landing zones are built for them at most. */
  readonly count: number;
  readonly atMost: number;
  readonly report: (text: string) => unknown;
}

/**
 * Finds the changes that save most. Fields are tried in the order of what is billed for them: once as many levers as are wanted save more
 * than all that the next field is billed for, the others are not tried.
 */
export function findLevers({ files, zone, today, costing, count, atMost, report }: Search): Levers {
  const titles = new Map(zone.controls.map(({ id, title }) => [id, title]));
  let levers = attributedLevers(today, zone.regions, (id) => titles.get(id) ?? id).toSorted(bySaving);
  const shares = today.settings.filter(({ file, field }) => !isAttributed(file, field));
  const left = new Set<string>();
  /** Fields of which one choice costs what the other does. */
  const idle = new Set<string>();
  let tried = 0;
  for (const trial of trialsOf(files, zone, shares)) {
    const place = `${trial.source.file}: ${trial.alternative.path.join('.')}`;
    const least = levers[count - 1]?.saves.typical ?? 0;
    if (trial.share.usd.typical <= least || idle.has(place)) continue;
    if (tried >= atMost) {
      left.add(place);
      continue;
    }
    tried += 1;
    report(`weighing change ${tried}: ${trial.alternative.path.join('.')}`);
    const lever = tryRecompute(files, trial, today, costing);
    if (lever === 'idle' && trial.alternative.isChoice) idle.add(place);
    else if (lever !== undefined && lever !== 'idle') levers = [...levers, lever].sort(bySaving);
  }
  const first = levers.filter(({ field }) => field === clockField);
  const others = levers.filter(({ field }) => field !== clockField);
  return { levers: [...first, ...others].slice(0, count), tried, left: [...left] };
}
