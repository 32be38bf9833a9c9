import { settingsFile } from '../../schema/forms/settings';
import { keyOf, type Target } from '../../schema/organization-tree';
import type { Problem } from '../../schema/problems/problem';
import type { CompiledStatement } from './organization-policy';
import { contentOf } from './packing/document';
import type { PackedNode } from './packing/packed-node';
import { authorizationKinds, type QuotaSet } from './policy-kinds';

/** What does not fit: nodes with more documents than AWS takes, and statements that no document takes. */
export function budgetProblems(nodes: readonly PackedNode[], quotaSet: QuotaSet): readonly Problem[] {
  const attached = attachedTo(nodes);
  return [
    ...nodes
      .filter((node) => node.documents.length > 0 && attached(node) > node.room.slots)
      .map((node) => fullNode(node, attached(node), quotaSet)),
    ...nodes.flatMap((node) => node.tooLong.map((statement) => longStatement(node, statement, quotaSet))),
  ];
}

/** How many documents are attached to the fullest target of a node: an account may have the tags of several. */
export function attachedTo(nodes: readonly PackedNode[]): (node: PackedNode) => number {
  const keysOf = ({ type, targets }: PackedNode) => targets.map((target) => `${type} ${keyOf(target)}`);
  const counts = new Map<string, number>();
  for (const node of nodes)
    for (const key of keysOf(node)) counts.set(key, (counts.get(key) ?? 0) + node.documents.length);
  return (node) => keysOf(node).reduce((most, key) => Math.max(most, counts.get(key) ?? 0), 0);
}

/** The characters of all the documents of a node. */
export const charactersOfDocuments = ({ documents }: PackedNode): number =>
  documents.reduce((sum, { statements }) => sum + contentOf(statements).length, 0);

/** The node by name; of accounts with the same tags, the first and how many more. */
export const describeTargets = ([first, ...more]: readonly Target[]): string =>
  `${first?.name ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`;

/** A number as a person reads it: `12,345`. */
export const counted = (value: number): string => value.toLocaleString('en-US');

/** The field to look at: the one that chooses the quota, where one does. */
function inSettings({ type }: PackedNode, quotaSet: QuotaSet): Pick<Problem, 'file' | 'field' | 'value'> {
  const { quotaSetting, plural } = authorizationKinds[type];
  return {
    file: settingsFile,
    ...(quotaSetting ? { field: quotaSetting, value: quotaSet } : { field: 'controls', value: plural }),
  };
}

function fullNode(node: PackedNode, attached: number, quotaSet: QuotaSet): Problem {
  const { targets, room, own } = node;
  const { characters, perTarget, taken, slots } = room;
  const needed = charactersOfDocuments(node);
  return {
    ...inSettings(node, quotaSet),
    rule:
      `${describeTargets(targets)} takes ${slots} documents of ${counted(characters.value)} characters, which is ` +
      `${perTarget.value} ${perTarget.unit} less ${taken} of AWS and others (${perTarget.source}, ${perTarget.asOf}); ` +
      `its controls need ${attached} documents with ${counted(needed)} characters`,
    fix:
      'give one of its controls a narrower where, or leave its policies out by a mode in controls; characters of each alone: ' +
      charactersOf(own)
        .map(([id, own]) => `${id} ${counted(own)}`)
        .join(', '),
  };
}

function longStatement(node: PackedNode, { statement, controls }: CompiledStatement, quotaSet: QuotaSet): Problem {
  const { characters } = node.room;
  return {
    ...inSettings(node, quotaSet),
    rule:
      `a document has at most ${counted(characters.value)} characters (${characters.source}, ${characters.asOf}); one statement ` +
      `for ${describeTargets(node.targets)} has ${counted(JSON.stringify(statement).length)}, and no list of actions to be cut at`,
    fix: `write it as several, or name fewer resources and values in it; it keeps ${controls.join(', ')}`,
  };
}

/** What the statements of each control take before they are merged, the most first. */
function charactersOf(own: readonly CompiledStatement[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { statement, controls } of own)
    for (const id of controls) sums.set(id, (sums.get(id) ?? 0) + JSON.stringify(statement).length);
  return [...sums].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}
