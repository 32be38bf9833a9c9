import { digestOf } from '../../schema/text/digest';
import type { NamedChange } from './table';

/** Which rows of the table are rehearsed. */
export interface Choice {
  /** Those whose field has this text in it. @default - all */
  readonly only?: string;
  /** Puts them into an order of its own. @default - that of the table */
  readonly seed?: number;
}

/** The rows that are chosen. */
export function choose(table: readonly NamedChange[], { only, seed }: Choice): readonly NamedChange[] {
  const named = table.filter(({ field }) => only === undefined || field.includes(only));
  if (seed === undefined) return named;
  const place = new Map(named.map((change) => [change, digestOf(`${seed} ${change.field}`)]));
  return [...named].sort((a, b) => ((place.get(a) ?? '') < (place.get(b) ?? '') ? -1 : 1));
}
