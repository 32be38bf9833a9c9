import type { CompiledStatement } from '../organization-policy';
import { coverOf } from './actions';
import { listOf, normalForm } from './normal-form';
import type { PackedNode } from './packed-node';

/** A statement with its text, which is what is measured and sorted. */
type Part = readonly [text: string, compiled: CompiledStatement];

/**
 * Statements in few documents of at most so many characters: the longest first, each into the first document that has room. A
 * statement that is longer than a document is cut between its actions. Independent of the order of the statements.
 */
export function pack(
  statements: readonly CompiledStatement[],
  characters: number,
): Pick<PackedNode, 'documents' | 'tooLong'> {
  const room = characters - contentOf([]).length;
  const parts = statements
    .flatMap((statement) => cut(statement, room))
    .map((compiled): Part => [textOf(compiled), compiled])
    .sort((a, b) => b[0].length - a[0].length || byText(a, b));
  const documents: { free: number; readonly parts: Part[] }[] = [];
  const tooLong: CompiledStatement[] = [];
  for (const part of parts) {
    const [{ length }, compiled] = part;
    // Every statement but the first has a comma before it.
    const document = documents.find(({ free }) => length + 1 <= free);
    if (document) {
      document.parts.push(part);
      document.free -= length + 1;
    } else if (length <= room) documents.push({ free: room - length, parts: [part] });
    else tooLong.push(compiled);
  }
  return { documents: documents.map((document) => finished(document.parts)), tooLong };
}

/** The document as AWS takes it, without white space, which AWS counts when a policy is saved by API. */
export const contentOf = (document: readonly CompiledStatement[]): string =>
  `{"Version":"2012-10-17","Statement":[${document.map(textOf).join(',')}]}`;

/** In the order of their texts, so that a document changes no more than the statement in it that changes. */
function finished(parts: readonly Part[]): readonly CompiledStatement[] {
  const sids = parts.map(([, { statement }]) => statement.Sid);
  return [...parts].sort(byText).map(([, compiled]) => {
    // A Sid is unique in a document. Where two are alike, as of two parts of one statement, neither says anything.
    const { Sid, ...unnamed } = compiled.statement;
    return sids.indexOf(Sid) === sids.lastIndexOf(Sid) ? compiled : { ...compiled, statement: unnamed };
  });
}

function cut(compiled: CompiledStatement, room: number): readonly CompiledStatement[] {
  if (textOf(compiled).length <= room) return [compiled];
  const parts: string[][] = [];
  for (const action of listOf(compiled.statement.Action)) {
    const part = parts.at(-1);
    if (part && textOf(withActions(compiled, [...part, action])).length <= room) part.push(action);
    else parts.push([action]);
  }
  return parts.length > 1 ? parts.map((actions) => withActions(compiled, actions)) : [compiled];
}

/** The statement with some of its actions, and the controls that ask for those. */
function withActions({ statement, controls, actionsOf }: CompiledStatement, actions: string[]): CompiledStatement {
  const narrowed = normalForm({ ...statement, Action: actions });
  if (!actionsOf) return { statement: narrowed, controls };
  const left = Object.entries(actionsOf)
    .map(([id, all]) => [id, all.filter(coverOf(actions))] as const)
    .filter(([, some]) => some.length > 0);
  return { statement: narrowed, controls: left.map(([id]) => id), actionsOf: Object.fromEntries(left) };
}

const byText = ([a]: Part, [b]: Part): number => (a < b ? -1 : 1);

const textOf = ({ statement }: CompiledStatement): string => JSON.stringify(statement);
