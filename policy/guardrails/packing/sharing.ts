import type { Target } from '../../../schema/organization-tree';
import type { CompiledStatement, OrganizationPolicy } from '../organization-policy';
import { attributed } from './attributed';
import { contentOf } from './documents';
import type { PackedNode } from './packed-node';

/**
 * The documents of nodes, each once, with every target that needs it and its number among those of the first target. All are in the
 * order of the tree: root, OUs by path, accounts by name.
 */
export function sharedDocuments(
  nodes: readonly PackedNode[],
): readonly (Pick<OrganizationPolicy, 'targets' | 'statements' | 'content'> & { readonly number: number })[] {
  const placed = nodes
    .flatMap(({ targets, documents }) =>
      documents.flatMap((statements, index) => {
        const content = contentOf(statements);
        return targets.map((target) => ({ target, statements, content, number: index + 1 }));
      }),
    )
    .sort((a, b) => inTreeOrder(a.target, b.target) || a.number - b.number);
  const byContent = new Map<string, typeof placed>();
  for (const document of placed) {
    const same = byContent.get(document.content);
    if (same) same.push(document);
    else byContent.set(document.content, [document]);
  }
  return [...byContent].map(([content, same]) => ({
    content,
    number: same[0]?.number ?? 1,
    targets: same.map(({ target }) => target),
    statements: withEveryControl([...new Set(same.map(({ statements }) => statements))]),
  }));
}

const kinds: readonly Target['kind'][] = ['root', 'organizational unit', 'account'];

const inTreeOrder = (a: Target, b: Target): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name === b.name ? 0 : a.name < b.name ? -1 : 1);

/** The statements of documents with the same text, each with the controls that it keeps in any of them. */
function withEveryControl(documents: readonly (readonly CompiledStatement[])[]): readonly CompiledStatement[] {
  const [first = [], ...others] = documents;
  if (others.length === 0) return first;
  return first.map(({ statement }, index) =>
    attributed(
      statement,
      documents.flatMap((statements) => statements[index] ?? []),
    ),
  );
}
