import { settingsFile } from '../../schema/forms/settings';
import type { Target } from '../../schema/organization-tree';
import type { Problem } from '../../schema/problems/problem';
import type { CompiledStatement } from './organization-policy';
import { contentOf } from './packing/documents';
import type { PackedNode } from './packing/packed-node';
import { authorizationKinds, type QuotaSet } from './policy-kinds';

/** What does not fit: nodes with more documents than AWS takes, and statements that no document takes. */
export const budgetProblems = (nodes: readonly PackedNode[], quotaSet: QuotaSet): readonly Problem[] => [
  ...nodes.filter(({ documents, room }) => documents.length > room.slots).map((node) => fullNode(node, quotaSet)),
  ...nodes.flatMap((node) => node.tooLong.map((statement) => longStatement(node, statement, quotaSet))),
];

/** The characters of all the documents of a node. */
export const charactersOfDocuments = ({ documents }: PackedNode): number =>
  documents.reduce((sum, document) => sum + contentOf(document).length, 0);

/** The node by name; of accounts that are alike, the first and how many more. */
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

function fullNode(node: PackedNode, quotaSet: QuotaSet): Problem {
  const { targets, documents, room, own } = node;
  const { characters, perTarget, taken, slots } = room;
  const needed = charactersOfDocuments(node);
  return {
    ...inSettings(node, quotaSet),
    rule:
      `${describeTargets(targets)} takes ${slots} documents of ${counted(characters.value)} characters, which is ` +
      `${perTarget.value} ${perTarget.unit} less ${taken} of AWS and others (${perTarget.source}, ${perTarget.asOf}); ` +
      `its controls need ${documents.length} documents with ${counted(needed)} characters`,
    fix:
      "give one of its controls a narrower where, or mode 'detect' in controls; characters of each alone: " +
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
