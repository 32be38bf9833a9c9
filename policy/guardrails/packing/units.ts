import type { CompiledStatement } from '../organization-policy';
import { Document } from './document';
import { listOf, normalForm } from './normal-form';

/** What stays together in one document: a control, or where a document has no room for all of it, a part of it. */
export interface Unit {
  /** The control's id; of a further part `id#2`. */
  readonly key: string;
  readonly statements: readonly CompiledStatement[];
}

/** A control's statements as units that a document of so many characters takes each, and the statements that none takes. */
export function unitsOf(
  id: string,
  statements: readonly CompiledStatement[],
  characters: number,
): { readonly units: readonly Unit[]; readonly tooLong: readonly CompiledStatement[] } {
  const fits = (some: readonly CompiledStatement[]) => new Document(characters).tryCost(some, 0) !== undefined;
  if (statements.length === 0) return { units: [], tooLong: [] };
  if (fits(statements)) return { units: [{ key: id, statements }], tooLong: [] };
  const tooLong: CompiledStatement[] = [];
  const parts: CompiledStatement[][] = [];
  for (const piece of statements.flatMap((statement) => cut(statement, fits))) {
    const last = parts.at(-1);
    if (!fits([piece])) tooLong.push(piece);
    else if (last && fits([...last, piece])) last.push(piece);
    else parts.push([piece]);
  }
  const units = parts.map((part, index) => ({ key: index === 0 ? id : `${id}#${index + 1}`, statements: part }));
  return { units, tooLong };
}

/** A statement that is longer than a document is cut between its actions. */
function cut(
  compiled: CompiledStatement,
  fits: (some: readonly CompiledStatement[]) => boolean,
): readonly CompiledStatement[] {
  if (fits([compiled])) return [compiled];
  const parts: string[][] = [];
  for (const action of listOf(compiled.statement.Action)) {
    const part = parts.at(-1);
    if (part && fits([withActions(compiled, [...part, action])])) part.push(action);
    else parts.push([action]);
  }
  return parts.length > 1 ? parts.map((actions) => withActions(compiled, actions)) : [compiled];
}

const withActions = ({ statement, controls }: CompiledStatement, Action: readonly string[]): CompiledStatement => ({
  statement: normalForm({ ...statement, Action }),
  controls,
});
