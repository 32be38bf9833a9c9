import type { CompiledStatement, PolicyStatement } from '../organization-policy';
import { withoutCovered } from './actions';
import { listOf, normalForm } from './normal-form';

/** All of a statement but its Sid and its actions: where these are the same, statements can be one. */
export const termsOf = ({ statement: { Sid: _, Action: __, ...terms } }: CompiledStatement): string =>
  JSON.stringify(terms);

/** Statements of the same terms as one, under a Sid where one control asks for all of them. */
export function merged(parts: readonly CompiledStatement[]): CompiledStatement {
  const controls = [...new Set(parts.flatMap((part) => part.controls))].sort();
  const actions = parts.flatMap(({ statement }) => listOf(statement.Action));
  const { Sid: _, Action: __, ...terms } = parts[0]?.statement ?? { Effect: 'Deny' };
  const statement = normalForm({
    ...terms,
    ...(controls.length === 1 && { Sid: firstSid(parts) }),
    ...(actions.length > 0 && { Action: actions }),
  });
  return { statement, controls, ...attribution(statement, controls, parts) };
}

/** Where several controls ask for actions, which of them each asks for. */
function attribution(
  statement: PolicyStatement,
  controls: readonly string[],
  parts: readonly CompiledStatement[],
): Pick<CompiledStatement, 'actionsOf'> {
  if (controls.length === 1 || statement.Action === undefined) return {};
  const askedBy = (id: string) =>
    parts.flatMap((part) => (part.controls.includes(id) ? listOf(part.statement.Action) : []));
  return { actionsOf: Object.fromEntries(controls.map((id) => [id, withoutCovered(askedBy(id))])) };
}

/** The lowest of a control's Sids: `Name2` before `Name10`. */
const firstSid = (parts: readonly CompiledStatement[]): string | undefined =>
  parts.flatMap(({ statement }) => statement.Sid ?? []).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
