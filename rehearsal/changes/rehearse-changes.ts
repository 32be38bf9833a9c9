import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { type StandingZone, withStandingZone } from '../change';
import type { Tools } from '../tools';
import { type Batch, batchesOf, halvesOf } from './batches';
import { judge, lossesIn, madeIn, type Terms, unusedIn } from './judgement';
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
 * not touch each other. Every plan is judged before it is applied, and is empty afterwards. A batch that fails is halved when all have had
 * their turn, until the row is found; where it cannot be taken back, a new landing zone is made to stand.
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
    await inSmallZone(options, async (tryOut) => {
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        batches += 1;
        const began = performance.now();
        const { wrong, stands } = await tryOut(batch);
        const seconds = ((performance.now() - began) / 1000).toFixed(0);
        onProgress(`${seconds} s, ${wrong === undefined ? 'as the table says' : `not: ${wrong}`}: ${namesOf(batch)}`);
        if (wrong === undefined) applied.push(...batch.map(({ field }) => field));
        else if (batch.length > 1) queue.push(...halvesOf(batch));
        else fail({ field: namesOf(batch), why: wrong });
        if (!stands) return;
      }
      const { wrong } = await tryOut([]);
      if (wrong !== undefined) fail({ field: 'everything, after every change was taken back', why: wrong });
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

/** How a batch went. */
interface Trial {
  /** Why it did not go as the table says. */
  readonly wrong?: string;
  /** Whether everything is as it was before the batch. */
  readonly stands: boolean;
}

/** Applies a batch to what stands and takes it back. An empty batch has every stack planned. */
type TryOut = (batch: Batch) => Promise<Trial>;

async function inSmallZone(
  { tools, folder, shipped, stand = withStandingZone }: ChangesOptions,
  work: (tryOut: TryOut) => Promise<void>,
): Promise<void> {
  let ledger = ledgerOf(resolve(smallZone, shipped));
  await stand(resolve(smallZone, shipped, ledger), { tools, folder }, (standing) => {
    const made = new Set<string>();
    /** What is wrong with a change, which is applied all the same unless it takes away what is protected. */
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
  // What is left may be unannounced; when everything is planned once more, nothing is.
  for (const attempt of ['take back', 'plan again'])
    try {
      const wrongs = await change([], [], []);
      if (attempt === 'plan again') return wrongs.length === 0;
    } catch {
      return false;
    }
  return false;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Error where a command fails, or a plan would take away what is protected: it is not applied then */
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
  for (const address of all.flatMap(([name, planned]) => madeIn(name, planned))) made.add(address);
  return { wrongs, losses: all.flatMap(([name, planned]) => lossesIn(name, planned)) };
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
