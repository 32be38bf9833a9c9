import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { type StandingZone, withStandingZone } from '../change';
import type { Tools } from '../tools';
import { type Batch, batchesOf, halvesOf } from './batches';
import { lossesIn, madeIn, objectionTo, type Terms, unusedIn } from './judgement';
import { effectOf, textsOf, tryContradiction } from './preview';
import { smallZone } from './small-zone';
import type { NamedChange } from './table';
import { resolve, type Shipped, type Write, write } from './written';

export interface ChangesOptions {
  readonly tools: Tools;
  /** Emptied, then holds output, state and logs. */
  readonly folder: string;
  readonly shipped: Shipped;
  /** Rows of the table. */
  readonly changes: readonly NamedChange[];
  /** So many batches of what is applied, and no more. @default - all */
  readonly mostBatches?: number;
  /** Says what is over. */
  readonly onProgress?: (text: string) => void;
  /** Makes the landing zone stand. @default - in the emulated AWS */
  readonly stand?: typeof withStandingZone;
}

/** A row that did not go as the table says, and how it went. */
interface Failure {
  readonly field: string;
  readonly why: string;
}

/** What the rehearsal of changes showed. It is green where `failures` is empty. */
export interface ChangesResult {
  readonly fields: number;
  /** Rows that were applied and taken back. */
  readonly applied: readonly string[];
  /** Rows that synth refuses, as it should. */
  readonly refused: readonly string[];
  /** Rows that change no stack, as it should be. */
  readonly words: readonly string[];
  /** Rows that nothing here can show, with the reason. */
  readonly unrehearsed: readonly Failure[];
  readonly batches: number;
  readonly failures: readonly Failure[];
  readonly seconds: number;
}

/**
 * Makes a small landing zone stand in the emulated AWS, and applies each change to it and takes it back, in batches of changes that do
 * not touch each other. Every plan is judged before it is applied, and is empty afterwards. A batch that fails is halved, each half on a
 * new landing zone, until the row is found.
 */
export async function rehearseChanges(options: ChangesOptions): Promise<ChangesResult> {
  const { shipped, mostBatches, onProgress = () => {} } = options;
  const started = performance.now();
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    onProgress(`${failure.field}: ${failure.why}`);
  };
  const planned = batchesOf(options.changes, (batch) => resolves(batch, shipped)).slice(0, mostBatches);
  const changes = [...planned.flat(), ...options.changes.filter(({ kind }) => kind !== 'live')];
  for (const contradiction of contradictionsIn(changes, shipped)) fail(contradiction);
  const sound = changes.filter(({ field }) => !failures.some((failure) => failure.field === field));
  const queue: Batch[] = planned
    .map((batch) => batch.filter((change) => sound.includes(change)))
    .filter(({ length }) => length > 0);
  const applied: string[] = [];
  let batches = 0;
  while (queue.length > 0)
    await inSmallZone(options, async (tryFailure) => {
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        batches += 1;
        const began = performance.now();
        const why = await tryFailure(batch);
        const seconds = ((performance.now() - began) / 1000).toFixed(0);
        onProgress(`${seconds} s, ${why === undefined ? 'as the table says' : `not: ${why}`}: ${namesOf(batch)}`);
        if (why === undefined) applied.push(...batch.map(({ field }) => field));
        else if (batch.length > 1) queue.unshift(...halvesOf(batch));
        else fail({ field: namesOf(batch), why });
        // What a failure leaves behind would be in the way of whatever comes next.
        if (why !== undefined) return;
      }
      const why = await tryFailure([]);
      if (why !== undefined) fail({ field: 'everything, after every change was taken back', why });
    });
  return resultOf({ changes, sound, applied, batches, failures, seconds: (performance.now() - started) / 1000 });
}

function resultOf({
  changes,
  sound,
  ...figures
}: Pick<ChangesResult, 'applied' | 'batches' | 'failures' | 'seconds'> & {
  readonly changes: readonly NamedChange[];
  readonly sound: readonly NamedChange[];
}): ChangesResult {
  const soundOf = (kind: NamedChange['kind']) =>
    sound.filter((change) => change.kind === kind).map(({ field }) => field);
  return {
    fields: changes.length,
    refused: soundOf('refused'),
    words: soundOf('words'),
    unrehearsed: changes.flatMap((change) =>
      change.kind === 'unrehearsed' ? [{ field: change.field, why: change.why }] : [],
    ),
    ...figures,
  };
}

/** Whether changes go together, as far as the landing zone is right with all of them. */
function resolves(batch: Batch, shipped: Shipped): boolean {
  try {
    resolve(write(smallZone, stepsOf(batch)[0] ?? []), shipped);
    return true;
  } catch (error) {
    if (error instanceof InvalidLandingZone) return false;
    throw error;
  }
}

/** Rows that synthesize to something else than they say. */
function contradictionsIn(changes: readonly NamedChange[], shipped: Shipped): readonly Failure[] {
  const ledger = ledgerOf(resolve(smallZone, shipped));
  const before = textsOf(resolve(smallZone, shipped, ledger));
  return changes.flatMap((change) => {
    if (change.kind === 'unrehearsed') return [];
    const effect = effectOf(before, () => resolve(write(smallZone, change.writes), shipped, ledger));
    const why = tryContradiction(change, effect);
    return why === undefined ? [] : [{ field: change.field, why }];
  });
}

/** Applies a batch to what stands and takes it back; answers why it did not go as it should. An empty batch has every stack planned. */
type TryFailure = (batch: Batch) => Promise<string | undefined>;

async function inSmallZone(
  { tools, folder, shipped, stand = withStandingZone }: ChangesOptions,
  work: (tryFailure: TryFailure) => Promise<void>,
): Promise<void> {
  let ledger = ledgerOf(resolve(smallZone, shipped));
  await stand(resolve(smallZone, shipped, ledger), { tools, folder }, (standing) =>
    work(async (batch) => {
      try {
        const lost: string[] = [];
        const made = new Set<string>();
        for (const writes of stepsOf(batch)) {
          const zone = resolve(write(smallZone, writes), shipped, ledger);
          lost.push(...(await changeAndJudge(standing, zone, { ledger, batch, made })));
          ledger = ledgerOf(zone);
        }
        const unused = unusedIn(batch, lost);
        return unused.length === 0 ? undefined : `it announces what is not lost: ${unused.join(', ')}`;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }),
  );
}

/** @throws Error where a plan must not be applied, or is not empty afterwards */
async function changeAndJudge(
  standing: StandingZone,
  zone: LandingZone,
  { made, ...terms }: Terms & { readonly made: Set<string> },
): Promise<readonly string[]> {
  const { plans, drift } = await standing.change(zone, {
    onlyChanged: terms.batch.length > 0,
    tryObjection: (stack, planned) => objectionTo(stack, planned, { ...terms, made }),
  });
  const [[stack, plan] = []] = Object.entries(drift);
  if (stack !== undefined) throw new Error(`the plan of ${stack} is not empty afterwards:\n${plan}`);
  const all = Object.entries(plans);
  for (const address of all.flatMap(([name, planned]) => madeIn(name, planned))) made.add(address);
  return all.flatMap(([name, planned]) => lossesIn(name, planned));
}

/** What is written in each step: the changes, what they leave by, and nothing at last. Of no change there is that last step alone. */
function stepsOf(batch: Batch): readonly (readonly Write[])[] {
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

const namesOf = (batch: Batch): string => batch.map(({ field }) => field).join(', ');
