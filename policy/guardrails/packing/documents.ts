import { type Assigned, assign } from '../../assignment/assign';
import { Document } from './document';
import type { PackedDocument } from './packed-node';
import type { Unit } from './units';

/** How documents are filled. */
export interface Filling {
  /** Of one document. */
  readonly characters: number;
  /** Documents that there is room for. */
  readonly slots: number;
  /** In which document each unit is, as the ledger remembers it. */
  readonly known: Assigned;
}

/** The part of a document that new units leave free, so that one more model or role moves nothing. */
const reserve = 0.1;

/**
 * Units in documents of at most so many characters. What is known stays where it is while it fits; the rest goes where it costs
 * least, the longest first. Only where that takes more documents than there is room for are new ones filled to the brim, and
 * only where that is not enough is everything packed anew. Independent of the order of the units.
 */
export function pack(units: readonly Unit[], { characters, slots, known }: Filling): readonly PackedDocument[] {
  const longestFirst = units
    .map((unit) => ({ unit, length: JSON.stringify(unit.statements).length }))
    .sort((a, b) => b.length - a.length || (a.unit.key < b.unit.key ? -1 : 1))
    .map(({ unit }) => unit);
  const filled = (from: Assigned, free: number): readonly PackedDocument[] =>
    assign(longestFirst, {
      keyOf: ({ key }) => key,
      known: from,
      reserve: free,
      open: () => {
        const document = new Document(characters);
        return {
          tryCost: ({ statements }: Unit, left) => document.tryCost(statements, left),
          add: ({ statements }: Unit) => document.add(statements),
          document,
        };
      },
    }).map(({ number, items, bin }) => ({
      number,
      units: items.map(({ key }) => key),
      statements: bin.document.statements,
    }));
  for (const free of [reserve, 0]) {
    const documents = filled(known, free);
    if (documents.length <= slots) return documents;
  }
  return filled({}, 0);
}
