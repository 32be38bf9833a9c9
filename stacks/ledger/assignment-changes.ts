import { ownValue } from '../../schema/facts/own-value';
import type { Ledger } from '../../schema/forms/ledger';

type Assignments = Ledger['assignments'];
type Assigned = Assignments[string];

/** What goes into which document, a line for each of those that changes; and what moves back, which no order of Terraform's can cover. */
export const assignmentChanges = (before: Assignments, after: Assignments): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((name) => changesOf(name, ownValue(before, name) ?? {}, ownValue(after, name) ?? {}));

function changesOf(name: string, before: Assigned, after: Assigned): readonly string[] {
  const pairs = Object.entries(after).map(([key, to]) => ({ key, to, from: ownValue(before, key) }));
  const placed = pairs.filter(({ from }) => from === undefined);
  const gone = Object.keys(before).filter((key) => ownValue(after, key) === undefined);
  return [
    ...documentsOf(placed).map(([to, keys]) => `${name}-${to} gets ${listed(keys)}`),
    ...pairs.flatMap(({ key, from, to }) =>
      from === undefined || from === to
        ? []
        : [`${key} moves from ${name}-${from} to ${name}-${to}${warningOf(name, from, to)}`],
    ),
    ...documentsOf(gone.map((key) => ({ key, to: before[key] ?? 0 }))).map(
      ([from, keys]) => `${name}-${from} has no ${listed(keys)} any more`,
    ),
  ];
}

/** A pack that moves a rule makes it anew; a policy that moves a deny is saved too late where the numbers fall. */
function warningOf(name: string, from: number, to: number): string {
  if (name.startsWith('pack-')) return ': the rule is made anew, and its history ends';
  return to < from
    ? ': everything is packed anew, and while it is applied what it denies may be allowed for seconds'
    : '';
}

function documentsOf(
  items: readonly { readonly key: string; readonly to: number }[],
): readonly (readonly [number, readonly string[]])[] {
  const numbers = [...new Set(items.map(({ to }) => to))].sort((a, b) => a - b);
  return numbers.map((number) => [number, items.filter(({ to }) => to === number).map(({ key }) => key)]);
}

const shown = 3;

const listed = (keys: readonly string[]): string =>
  keys.length > shown ? `${keys.slice(0, shown).join(', ')} and ${keys.length - shown} more` : keys.join(', ');
