import type { CompiledStatement, PolicyStatement } from '../organization-policy';
import { withoutCovered } from './actions';
import { listOf } from './normal-form';

/** A statement with every control that any of its parts keeps, and where these are several, what each of them asks for. */
export function attributed(statement: PolicyStatement, parts: readonly CompiledStatement[]): CompiledStatement {
  const controls = [...new Set(parts.flatMap((part) => part.controls))].sort();
  if (controls.length === 1 || statement.Action === undefined) return { statement, controls };
  const askedBy = (id: string) => parts.flatMap((part) => (part.controls.includes(id) ? actionsOf(part, id) : []));
  return {
    statement,
    controls,
    actionsOf: Object.fromEntries(controls.map((id) => [id, withoutCovered(askedBy(id))])),
  };
}

/** What a control asks for in a statement that it may share with others. */
const actionsOf = (part: CompiledStatement, id: string): readonly string[] =>
  part.actionsOf?.[id] ?? listOf(part.statement.Action);
