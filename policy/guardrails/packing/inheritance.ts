import { keyOf } from '../../../schema/organization-tree';
import type { CompiledStatement } from '../organization-policy';
import { coverOf } from './actions';
import { attributed } from './attributed';
import { listOf, normalForm } from './normal-form';
import type { PolicyNode } from './tree';

/** Statements of a node that differ in nothing but Sid and actions, and so are one in the end. */
interface Alike {
  readonly parts: CompiledStatement[];
  /** Whether they deny an action, once the node has all that its own controls ask for. */
  readonly denies: (action: string) => boolean;
}

/**
 * What each node has to deny, merged. What a node above denies already is not repeated: it is noted above which control asks for it
 * below.
 *
 * @param nodes what is above comes first
 * @param own of each node, the statements of its controls
 */
export function statementsOfNodes(
  nodes: readonly PolicyNode[],
  own: readonly (readonly CompiledStatement[])[],
): readonly (readonly CompiledStatement[])[] {
  const byTarget = new Map<string, ReadonlyMap<string, Alike>>();
  const settled = nodes.map(({ targets, above }, index) => {
    const inherited = above.flatMap((target) => byTarget.get(keyOf(target)) ?? []);
    const alike = settle(own[index] ?? [], inherited);
    for (const target of targets) byTarget.set(keyOf(target), alike);
    return alike;
  });
  // Only now is it known which nodes further down ask for what a node denies already.
  return settled.map((alike) => [...alike.values()].map(({ parts }) => merged(parts)));
}

/** The statements that are new at a node. What is denied above already is handed to the topmost node that denies it. */
function settle(
  own: readonly CompiledStatement[],
  above: readonly ReadonlyMap<string, Alike>[],
): ReadonlyMap<string, Alike> {
  const here = new Map<string, CompiledStatement[]>();
  for (const asked of own) {
    const terms = termsOf(asked);
    let left: CompiledStatement | undefined = asked;
    for (const alike of above.flatMap((node) => node.get(terms) ?? [])) left = left && handUp(left, alike);
    if (left) here.set(terms, [...(here.get(terms) ?? []), left]);
  }
  return new Map([...here].map(([terms, parts]) => [terms, { parts, denies: denialOf(parts) }]));
}

/** Whether statements deny an action. Most nodes have none below that asks, so patterns are compiled when one does. */
function denialOf(parts: readonly CompiledStatement[]): (action: string) => boolean {
  let denies: ((action: string) => boolean) | undefined;
  return (action) => {
    denies ??= coverOf(parts.flatMap(({ statement }) => listOf(statement.Action)));
    return denies(action);
  };
}

/** Adds to statements further up what they deny already, and returns what is left to deny. */
function handUp(asked: CompiledStatement, above: Alike): CompiledStatement | undefined {
  const actions = listOf(asked.statement.Action);
  const left = actions.filter((action) => !above.denies(action));
  if (left.length === 0) {
    above.parts.push(asked);
    return undefined;
  }
  const denied = actions.filter(above.denies);
  if (denied.length > 0) above.parts.push(withActions(asked, denied));
  return withActions(asked, left);
}

const withActions = (asked: CompiledStatement, Action: readonly string[]): CompiledStatement => ({
  ...asked,
  statement: { ...asked.statement, Action },
});

/** All of a statement but its Sid and its actions: where these are the same, statements can be one. */
const termsOf = ({ statement: { Sid: _, Action: __, ...terms } }: CompiledStatement): string => JSON.stringify(terms);

/** Statements that are alike as one, under a Sid where one control asks for all of them. */
function merged(parts: readonly CompiledStatement[]): CompiledStatement {
  const controls = new Set(parts.flatMap((part) => part.controls));
  const actions = parts.flatMap(({ statement }) => listOf(statement.Action));
  const { Sid: _, Action: __, ...terms } = parts[0]?.statement ?? { Effect: 'Deny' };
  const statement = normalForm({
    ...terms,
    ...(controls.size === 1 && { Sid: firstSid(parts) }),
    ...(actions.length > 0 && { Action: actions }),
  });
  return attributed(statement, parts);
}

/** The lowest of a control's Sids: `Name2` before `Name10`. */
const firstSid = (parts: readonly CompiledStatement[]): string | undefined =>
  parts.flatMap(({ statement }) => statement.Sid ?? []).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
