import type { LandingZone } from '../../schema/landing-zone';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { type StandingZone, withStandingZone } from '../change';
import type { Tools } from '../tools';
import type { Batch } from './batches';
import { judge, lossesIn, madeIn, type Terms, unusedIn } from './judgement';
import { smallZone } from './small-zone';
import { resolve, type Shipped, type Write, write } from './written';

export interface TrialOptions {
  readonly tools: Tools;
  /** Emptied, then holds output, state and logs. */
  readonly folder: string;
  readonly shipped: Shipped;
  /** Makes the landing zone stand. @default - in the emulated AWS */
  readonly stand?: typeof withStandingZone;
}

/** How a batch went. */
interface Trial {
  /** Why it did not go as the table says. */
  readonly wrong?: string;
  /** Whether everything is as it was before the batch. */
  readonly stands: boolean;
}

/** Applies a batch to what stands and takes it back. An empty batch has every stack planned. */
type TryOut = (batch: Batch) => Promise<Trial>;

/** Makes the small landing zone stand, and has batches tried out on it. */
export async function inSmallZone(
  { tools, folder, shipped, stand = withStandingZone }: TrialOptions,
  work: (tryOut: TryOut) => Promise<void>,
): Promise<void> {
  let ledger = ledgerOf(resolve(smallZone, shipped));
  await stand(resolve(smallZone, shipped, ledger), { tools, folder }, (standing) => {
    const made = new Set<string>();
    /** What is wrong with a change. What comes after it is not applied where it takes away what is protected. */
    const change = async (writes: readonly Write[], batch: Batch, lost: string[]): Promise<readonly string[]> => {
      const zone = resolve(write(smallZone, writes), shipped, ledger);
      const { wrongs, losses } = await changeAndJudge(standing, zone, { ledger, batch, made });
      ledger = ledgerOf(zone);
      lost.push(...losses);
      return wrongs;
    };
    const tryOut: TryOut = async (batch) => {
      made.clear();
      const wrongs: string[] = [];
      try {
        const lost: string[] = [];
        for (const writes of stepsOf(batch)) wrongs.push(...(await change(writes, batch, lost)));
        const unused = unusedIn(batch, lost);
        if (unused.length > 0) wrongs.push(`it announces what is not lost: ${unused.join(', ')}`);
      } catch (error) {
        wrongs.push(messageOf(error));
      }
      if (wrongs.length === 0) return { stands: true };
      return { wrong: [...new Set(wrongs)].join('\n'), stands: batch.length > 0 && (await stands(change)) };
    };
    return work(tryOut);
  });
}

/** Whether nothing is left of what went wrong, when everything is as it was written first. */
async function stands(
  change: (writes: readonly Write[], batch: Batch, lost: string[]) => Promise<readonly string[]>,
): Promise<boolean> {
  try {
    // Whatever is left goes with the first; when everything is planned once more, nothing is.
    await change([], [], []);
    return (await change([], [], [])).length === 0;
  } catch {
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Error where a command fails, or a plan took away what is protected: the stacks after it are not applied then */
async function changeAndJudge(
  standing: StandingZone,
  zone: LandingZone,
  { made, ...terms }: Terms & { readonly made: Set<string> },
): Promise<{ readonly wrongs: readonly string[]; readonly losses: readonly string[] }> {
  const wrongs: string[] = [];
  const { plans, drift } = await standing.change(zone, {
    onlyChanged: terms.batch.length > 0,
    tryObjection: (stack, planned) => {
      const { forbidden, unannounced } = judge(stack, planned, { ...terms, made });
      wrongs.push(...unannounced);
      return forbidden.length === 0 ? undefined : [...forbidden, ...unannounced].join('\n');
    },
  });
  for (const [stack, plan] of Object.entries(drift))
    wrongs.push(`the plan of ${stack} is not empty afterwards:\n${plan}`);
  const all = Object.entries(plans);
  if (terms.batch.length === 0)
    for (const [stack, planned] of all)
      wrongs.push(...planned.map(({ action, address }) => `${action} ${stack}/${address}, though nothing is changed`));
  for (const address of all.flatMap(([name, planned]) => madeIn(name, planned))) made.add(address);
  return { wrongs, losses: all.flatMap(([name, planned]) => lossesIn(name, planned)) };
}

/** What is written in each step: the changes, what they leave by, and nothing at last. Of no change there is that last step alone. */
export function stepsOf(batch: Batch): readonly (readonly Write[])[] {
  if (batch.length === 0) return [[]];
  const live = batch.flatMap((change) => (change.kind === 'live' ? [change] : []));
  const leaving = Math.max(0, ...live.map(({ leaving = [] }) => leaving.length));
  return [
    unique(live.flatMap(({ writes }) => writes)),
    ...Array.from({ length: leaving }, (_, step) => unique(live.flatMap((change) => change.leaving?.[step] ?? []))),
    [],
  ];
}

/** Each write once: rows of a batch may share some. */
const unique = (writes: readonly Write[]): readonly Write[] => [
  ...new Map(writes.map((each) => [`${each.at} ${JSON.stringify(each.value)}`, each])).values(),
];
