import type { CompiledStatement } from '../organization-policy';
import { covers } from './actions';
import { listOf, normalForm } from './normal-form';

/** A policy document with the statements that it was made of. */
export interface PackedDocument {
  readonly statements: readonly CompiledStatement[];
  /** Without white space, which AWS counts when a policy is saved by API. */
  readonly content: string;
}

export interface Packing {
  readonly documents: readonly PackedDocument[];
  /** Statements that no document takes, and that have no list of actions to be cut at. */
  readonly tooLong: readonly CompiledStatement[];
}

interface Piece {
  readonly compiled: CompiledStatement;
  readonly text: string;
}

/**
 * Statements in few documents of at most so many characters: the longest first, each into the first document that has room. A
 * statement that is longer than a document is cut between its actions. Independent of the order of the statements.
 */
export function pack(statements: readonly CompiledStatement[], characters: number): Packing {
  const room = characters - documentOf([]).length;
  const pieces = statements
    .flatMap((statement) => cut(statement, room))
    .map((compiled): Piece => ({ compiled, text: textOf(compiled) }))
    .sort((a, b) => b.text.length - a.text.length || byText(a, b));
  const bins: { free: number; pieces: Piece[] }[] = [];
  const tooLong: CompiledStatement[] = [];
  for (const piece of pieces) {
    // Every statement but the first has a comma before it.
    const { length } = piece.text;
    const bin = bins.find(({ free }) => length + 1 <= free);
    if (bin) {
      bin.pieces.push(piece);
      bin.free -= length + 1;
    } else if (length <= room) bins.push({ free: room - length, pieces: [piece] });
    else tooLong.push(piece.compiled);
  }
  return { documents: bins.map(({ pieces }) => toDocument(pieces)), tooLong };
}

/** By their text, so that a document changes no more than the statement in it that changes. */
function toDocument(pieces: readonly Piece[]): PackedDocument {
  const sids = pieces.map(({ compiled }) => compiled.statement.Sid);
  const statements = [...pieces].sort(byText).map(({ compiled }) => {
    // A Sid is unique in a document. Where two are alike, as of two parts of one statement, neither says anything.
    const { Sid, ...unnamed } = compiled.statement;
    return sids.indexOf(Sid) === sids.lastIndexOf(Sid) ? compiled : { ...compiled, statement: unnamed };
  });
  return { statements, content: documentOf(statements.map(textOf)) };
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
    .map(([id, all]) => [id, all.filter((each) => actions.some((action) => covers(action, each)))] as const)
    .filter(([, some]) => some.length > 0);
  return { statement: narrowed, controls: left.map(([id]) => id), actionsOf: Object.fromEntries(left) };
}

const byText = (a: Piece, b: Piece): number => (a.text < b.text ? -1 : 1);

const textOf = ({ statement }: CompiledStatement): string => JSON.stringify(statement);

const documentOf = (statements: readonly string[]): string =>
  `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`;
