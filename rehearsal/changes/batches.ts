import type { NamedChange } from './table';
import { collide } from './written';

/** Changes that are applied together. */
export type Batch = readonly NamedChange[];

/** The more are in a batch, the fewer batches there are, and the longer one takes that fails until the row is found. */
const mostRows = 60;

/**
 * Puts changes that are applied into as few batches as it can: no two of a batch write at the same place, and what goes alone has one
 * of its own.
 */
export function batchesOf(changes: readonly NamedChange[]): readonly Batch[] {
  const batches: NamedChange[][] = [];
  for (const change of changes) {
    if (change.kind !== 'live') continue;
    const room = change.alone
      ? undefined
      : batches.find(
          (batch) => batch.length < mostRows && batch.every((other) => !isAlone(other) && fits(change, other)),
        );
    if (room) room.push(change);
    else batches.push([change]);
  }
  return batches;
}

/** Halves of a batch that failed, to find what it failed for. */
export const halvesOf = (batch: Batch): readonly Batch[] => {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
};

const writesOf = (change: NamedChange) =>
  change.kind === 'live' ? [...change.writes, ...(change.leaving ?? []).flat()] : [];

const fits = (change: NamedChange, other: NamedChange): boolean =>
  !writesOf(change).some((one) => writesOf(other).some((two) => collide(one, two)));

const isAlone = (change: NamedChange): boolean => change.kind === 'live' && change.alone === true;
