import type { Difference } from '../../review/differences';
import type { Change } from '../../review/stack-changes';

/** What becomes of one stack. */
export interface ChangedStack {
  readonly stack: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
}

/** The changes for a person; stacks that change alike are shown once. */
export function describeChanges(stacks: readonly ChangedStack[]): string {
  if (stacks.length === 0) return 'Nothing changes.';
  const groups = new Map<string, string[]>();
  for (const each of stacks) {
    const text = describeStack(each);
    groups.set(text, [...(groups.get(text) ?? []), each.stack]);
  }
  return [...groups].map(([text, names]) => `${names.join(', ')}${text}`).join('\n\n');
}

function describeStack({ change, changes }: ChangedStack): string {
  if (change === 'added') return `\n  is a new stack with ${changes.length} resources, outputs and settings`;
  if (change === 'removed') return '\n  is no stack any more: what it deployed stays in AWS';
  return `\n${changes.flatMap(describeChange).join('\n')}`;
}

const signs = { added: '+', removed: '-', changed: '~' };

const describeChange = ({ address, change, differences }: Change): readonly string[] => [
  `  ${signs[change]} ${address}`,
  ...differences.map(describeDifference),
];

function describeDifference({ path, before, after }: Difference): string {
  if (before === undefined) return `      + ${path}  ${shown(after)}`;
  if (after === undefined) return `      - ${path}  ${shown(before)}`;
  return `      ~ ${path}  ${shown(before)} -> ${shown(after)}`;
}

/** More of a value than this is read in `--json`. */
const longest = 200;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
