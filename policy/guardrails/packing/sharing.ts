import type { Target } from '../../../schema/organization-tree';
import type { CompiledStatement } from '../organization-policy';
import { withoutCovered } from './actions';
import type { PackedDocument } from './documents';
import { listOf } from './normal-form';

/** One of the documents of a node. */
export interface PlacedDocument extends PackedDocument {
  readonly target: Target;
  /** Which of the target's documents it is, from 1. */
  readonly number: number;
}

/** A document with every target that needs it; the first of them gives it its name. */
export interface SharedDocument extends PlacedDocument {
  readonly targets: readonly Target[];
}

/** Each document once. Its targets are in the order of the tree: root, OUs by path, accounts by name. */
export function sharedDocuments(placed: readonly PlacedDocument[]): readonly SharedDocument[] {
  const alike = new Map<string, [PlacedDocument, ...PlacedDocument[]]>();
  for (const document of [...placed].sort((a, b) => inTreeOrder(a.target, b.target))) {
    const found = alike.get(document.content);
    if (found) found.push(document);
    else alike.set(document.content, [document]);
  }
  return [...alike.values()].map((documents) => ({
    ...documents[0],
    targets: documents.map(({ target }) => target),
    statements: withEveryControl([...new Set(documents.map(({ statements }) => statements))]),
  }));
}

const kinds: readonly Target['kind'][] = ['root', 'organizational unit', 'account'];

const inTreeOrder = (a: Target, b: Target): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name < b.name ? -1 : 1);

/** The statements of documents with the same text, each with the controls that it keeps in any of them. */
function withEveryControl(documents: readonly (readonly CompiledStatement[])[]): readonly CompiledStatement[] {
  const [first = [], ...others] = documents;
  if (others.length === 0) return first;
  return first.map(({ statement }, index) => {
    const alike = documents.flatMap((statements) => statements[index] ?? []);
    const controls = [...new Set(alike.flatMap((each) => each.controls))].sort();
    if (controls.length === 1 || statement.Action === undefined) return { statement, controls };
    const asked = (id: string) =>
      alike.flatMap((each) => (each.controls.includes(id) ? (each.actionsOf?.[id] ?? listOf(statement.Action)) : []));
    return {
      statement,
      controls,
      actionsOf: Object.fromEntries(controls.map((id) => [id, withoutCovered(asked(id))])),
    };
  });
}
