import { InvalidLandingZone } from '../../schema/problems/problem';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { type Batch, batchesOf, halvesOf } from './batches';
import { effectOf, textsOf, tryContradiction } from './preview';
import { smallZone } from './small-zone';
import type { NamedChange } from './table';
import { inSmallZone, stepsOf, type TrialOptions } from './trial';
import { resolve, type Shipped, write } from './written';

export interface ChangesOptions extends TrialOptions {
  /** Rows of the table. */
  readonly changes: readonly NamedChange[];
  /** So many batches of what is applied, and no more. @default - all */
  readonly mostBatches?: number;
  /** Says what goes on now. */
  readonly onBegin?: ((text: string) => void) | undefined;
  /** Says what is over. */
  readonly onProgress?: (text: string) => void;
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
 * not touch each other. Every plan is judged, and the next one is empty. A batch that fails is halved when all have had
 * their turn, until the row is found; where it cannot be taken back, a new landing zone is made to stand.
 */
export async function rehearseChanges(options: ChangesOptions): Promise<ChangesResult> {
  const { shipped, mostBatches, onBegin = () => {}, onProgress = () => {} } = options;
  const started = performance.now();
  const failures: Failure[] = [];
  const fail = (failure: Failure): void => {
    failures.push(failure);
    onProgress(`${failure.field}: ${failure.why}`);
  };
  onBegin('compares what each change synthesizes to with the table');
  const planned = batchesOf(options.changes, (batch) => resolves(batch, shipped)).slice(0, mostBatches);
  const changes = [...planned.flat(), ...options.changes.filter(({ kind }) => kind !== 'live')];
  for (const contradiction of contradictionsIn(changes, shipped)) fail(contradiction);
  const sound = changes.filter(({ field }) => !failures.some((failure) => failure.field === field));
  const queue: Batch[] = planned
    .map((batch) => batch.filter((change) => sound.includes(change)))
    .filter(({ length }) => length > 0);
  const applied: string[] = [];
  let batches = 0;
  while (queue.length > 0) {
    onBegin('makes a small landing zone stand');
    await inSmallZone(options, async (tryOut) => {
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        batches += 1;
        onBegin(`batch ${batches} of ${batches + queue.length}, with ${batch.length} rows: forth and back`);
        const began = performance.now();
        const { wrong, stands } = await tryOut(batch);
        const seconds = ((performance.now() - began) / 1000).toFixed(0);
        onProgress(`${seconds} s, ${wrong === undefined ? 'as the table says' : `not: ${wrong}`}: ${namesOf(batch)}`);
        if (wrong === undefined) applied.push(...batch.map(({ field }) => field));
        else if (batch.length > 1) queue.push(...halvesOf(batch));
        else fail({ field: namesOf(batch), why: wrong });
        if (!stands) return;
      }
      onBegin('plans everything once more');
      const { wrong } = await tryOut([]);
      if (wrong !== undefined) fail({ field: 'everything, after every change was taken back', why: wrong });
    });
  }
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

const namesOf = (batch: Batch): string => batch.map(({ field }) => field).join(', ');
