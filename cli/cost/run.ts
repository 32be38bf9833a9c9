import { readProjectFiles } from '../../project/read-project';
import type { Usage } from '../../schema/forms/usage';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem, SourceFile } from '../../schema/problems/problem';
import { type LandingZoneFiles, resolveLandingZone } from '../../schema/resolve';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { olderSynthProblems, withOlderSynth } from '../older-synth';
import { differenceOf } from './difference';
import { type Estimate, estimate } from './estimate';
import { findLevers } from './levers';
import { type Comparison, compare, monthBefore } from './live/comparison';
import type { Month, UsageReader } from './live/usage-reader';
import type { Options } from './options';
import { readUsage, readUsageFile } from './read-usage';
import { costReport } from './report';
import { stacksIn, withStacksOf } from './stacks-of';
import { describeCost } from './text';
import { expectedUsage } from './usage';

/** What the command works with. */
export interface Surroundings {
  readonly files: LandingZoneFiles;
  readonly usageFile: SourceFile | Problem | undefined;
  /** How many changes are tried at most: as many as are worth waiting for. */
  readonly mostTried: number;
  connect(zone: LandingZone): Promise<UsageReader>;
}

const readSurroundings = (): Surroundings => ({
  files: readProjectFiles(),
  usageFile: readUsageFile(),
  mostTried: 32,
  connect: (zone) => (require('./live/connect') as typeof import('./live/connect')).connect(zone),
});

/** As many changes as a person reads. */
const levers = 10;

type Screen = Pick<Context, 'refuse' | 'live' | 'width' | 'today'>;

/** What the stacks of today's files cost, what would save most, and what AWS or an older landing zone says beside it. */
export async function run(
  options: Options,
  { refuse, live, width, today }: Screen,
  { files, usageFile, mostTried, connect }: Surroundings = readSurroundings(),
): Promise<Answer> {
  const zone = resolveLandingZone(files);
  const { usage, problems } = readUsage(usageFile, options.usage, zone);
  refuse([...problems, ...problemsOf(options)]);
  const costing = (of: LandingZone): Estimate => withStacksOf(of, (stacks) => estimate(stacks, assume(usage, of)));
  const now = costing(zone);
  const found = options.quick
    ? undefined
    : findLevers({ files, zone, today: now, costing, count: levers, atMost: triesFor(zone, mostTried), report: live });
  const older = (folder: string) => estimate(stacksIn(folder), assume(usage, zone));
  const difference =
    options.before === undefined
      ? undefined
      : await withOlderSynth(options.before, async (folder) => differenceOf(older(folder), now), live);
  const month = options['cost-explorer'] ? monthBefore(today) : undefined;
  const compared = options.live ? await compareLive(now, zone, connect, month) : undefined;
  const report = costReport(now, usage, { levers: found, difference, live: compared });
  const atMost = options['at-most'];
  const over = atMost !== undefined && report.total.typical > atMost;
  const limit = over ? `\n\nThat is more than ${atMost} USD.` : '';
  return { text: `${describeCost(report, { all: options.all, width })}${limit}`, json: report, no: over };
}

async function compareLive(
  { charges }: Estimate,
  zone: LandingZone,
  connect: Surroundings['connect'],
  month: Month | undefined,
): Promise<Comparison> {
  const reader = await connect(zone);
  try {
    return await compare(charges, zone.regions, reader, month);
  } finally {
    reader.close();
  }
}

/** A landing zone of a thousand accounts takes eight seconds to build and to price, and one of ten takes less than one. */
const triesFor = ({ accounts }: LandingZone, most: number): number =>
  Math.min(most, Math.max(4, Math.floor(6_000 / accounts.length)));

/** Accounts are called by their names of today; one that is gone keeps its key. */
function assume(usage: Usage, { accounts }: LandingZone) {
  const names = new Map(accounts.map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? key;
  return { expected: expectedUsage(usage, nameOf), sandboxes: usage.sandboxes, nameOf };
}

const problemsOf = ({ before, live, 'cost-explorer': asksBill }: Options): readonly Problem[] => [
  ...olderSynthProblems('before', before),
  ...(asksBill && !live ? [optionProblem('cost-explorer', true, 'is about what --live asks', 'add --live')] : []),
];
