import { digestOf } from '../../schema/text/digest';
import { batchesOf } from './batches';
import type { NamedChange } from './table';

/** Which rows of the table are rehearsed. */
export interface Choice {
  /** Those whose field has this text in it. @default - all */
  readonly only?: string;
  /** So many batches of what is applied, filled in an order that the seed decides. @default - all, in the order of the table */
  readonly batches?: number;
  readonly seed: number;
}

/** The rows that are chosen. Rows that are not applied cost next to nothing, so a limit of batches leaves them in. */
export function choose(table: readonly NamedChange[], { only, batches, seed }: Choice): readonly NamedChange[] {
  const named = table.filter(({ field }) => only === undefined || field.includes(only));
  if (batches === undefined) return named;
  const place = new Map(named.map((change) => [change, digestOf(`${seed} ${change.field}`)]));
  const shuffled = [...named].sort((a, b) => ((place.get(a) ?? '') < (place.get(b) ?? '') ? -1 : 1));
  return [...batchesOf(shuffled).slice(0, batches).flat(), ...named.filter(({ kind }) => kind !== 'live')];
}
