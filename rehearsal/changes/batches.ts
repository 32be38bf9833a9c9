import type { NamedChange } from './table';
import { collide } from './written';

/** Changes that are applied together. */
export type Batch = readonly NamedChange[];

/** The more are in a batch, the fewer batches there are, and the longer one takes that fails until the row is found. */
const mostRows = 60;

/**
 * Puts changes that are applied into as few batches as it can: no two of a batch write at the same place, what goes alone has one of its
 * own, and what does not go with the others waits for a later one.
 *
 * @param holds whether a batch makes a landing zone that is right
 */
export function batchesOf(
  changes: readonly NamedChange[],
  holds: (batch: Batch) => boolean = () => true,
): readonly Batch[] {
  const batches: Batch[] = [];
  let rest = changes.filter(({ kind }) => kind === 'live');
  while (rest.length > 0) {
    const batch = thatHold(firstBatch(rest), holds);
    batches.push(batch);
    rest = rest.filter((change) => !batch.includes(change));
  }
  return batches;
}

function firstBatch(changes: readonly NamedChange[]): Batch {
  const batch: NamedChange[] = [];
  for (const change of changes)
    if (batch.length === 0 || (batch.length < mostRows && batch.every((other) => fits(change, other))))
      batch.push(change);
  return batch;
}

/** The batch without those that do not go with the ones before them. */
function thatHold(batch: Batch, holds: (batch: Batch) => boolean): Batch {
  let kept = batch;
  while (kept.length > 1 && !holds(kept)) {
    // So many hold, and so many do not.
    let [most, least] = [1, kept.length];
    while (least - most > 1) {
      const middle = Math.floor((most + least) / 2);
      if (holds(kept.slice(0, middle))) most = middle;
      else least = middle;
    }
    kept = kept.filter((_, index) => index !== most);
  }
  return kept;
}

/** Halves of a batch that failed, to find what it failed for. */
export const halvesOf = (batch: Batch): readonly Batch[] => {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
};

const writesOf = (change: NamedChange) =>
  change.kind === 'live' ? [...change.writes, ...(change.leaving ?? []).flat()] : [];

const fits = (change: NamedChange, other: NamedChange): boolean =>
  !isAlone(change) &&
  !isAlone(other) &&
  !writesOf(change).some((one) => writesOf(other).some((two) => collide(one, two)));

const isAlone = (change: NamedChange): boolean => change.kind === 'live' && change.alone === true;
