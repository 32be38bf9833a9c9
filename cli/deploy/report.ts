import { isLoss, type PlannedAction, type PlannedChange } from '../../deployment/plan-judgement';
import { isDone, type StackOutcome, type StackResult } from '../../deployment/result';
import { mostNames, someNames } from '../../schema/text/some-names';
import { table } from '../kit/table';

/** What became of the stacks, for a person: a row for each that something is said of, or for many alike, and how many there were of each. */
export function resultText(results: readonly StackResult[], width: number | undefined): string {
  const said = results.filter(({ outcome }) => outcome !== 'unchanged');
  const cellsOf = ({ outcome, changes, reason = '' }: StackResult) => [outcome, summaryOf(changes), firstLines(reason)];
  const rows = alike(said, (result) => cellsOf(result).join('\n')).map((group) => {
    const [outcome = '', changes = '', because = ''] = cellsOf(group[0]);
    const longest = Math.max(...group.map(({ seconds }) => seconds));
    return [namesOf(group), outcome, changes, longest.toFixed(0), because];
  });
  const shown = table({ head: ['stack', 'outcome', 'changes', 'seconds', 'because'], rows, right: ['seconds'] }, width);
  const cut =
    rows.length < said.length ? ['Where many are alike, the seconds are those of the longest; --json has each.'] : [];
  return [...(rows.length > 0 ? [shown] : []), ...cut, countsOf(results)].join('\n');
}

/** Those of which the same is said, together where they are many. A few are easier to find each by itself. */
function alike<T>(items: readonly T[], saidOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(saidOf(item));
    if (group) group.push(item);
    else groups.set(saidOf(item), [item]);
  }
  return [...groups.values()].flatMap((group): readonly [T, ...T[]][] =>
    group.length > mostNames ? [group] : group.map((item): [T] => [item]),
  );
}

const namesOf = (group: readonly { readonly stack: string }[]): string => someNames(group.map(({ stack }) => stack));

/** `12 unchanged, 1 applied`, what went wrong last. */
export function countsOf(results: readonly StackResult[]): string {
  const outcomes = [...new Set(results.map(({ outcome }) => outcome))].sort((a, b) => orderOf(a) - orderOf(b));
  const counts = outcomes.map((name) => `${results.filter(({ outcome }) => outcome === name).length} ${name}`);
  return counts.join(', ') || 'no stack was chosen';
}

/** `3 create, 1 replace`; what nobody asked for by another name stands last. */
export function summaryOf(changes: readonly PlannedChange[]): string {
  const actions: readonly PlannedAction[] = ['create', 'import', 'move', 'update', 'forget', 'replace', 'destroy'];
  const counts = actions.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count > 0 ? [`${count} ${action}`] : [];
  });
  return counts.join(', ');
}

interface Changing {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  readonly link?: string;
}

/** Plans that wait for approval: a line for each stack or many alike, and one for each thing that goes. */
export function waitingText(plans: readonly Changing[]): string {
  const saidOf = ({ changes, link }: Changing): string =>
    [
      summaryOf(changes) || 'what it was made of',
      ...(link ? [`    ${link}`] : []),
      ...changes.filter(isLoss).map(({ action, address }) => `    ${action} ${address}`),
    ].join('\n');
  return alike(plans, saidOf)
    .map((group) => `  ${namesOf(group)}: ${eachOf(group)}${saidOf(group[0])}`)
    .join('\n');
}

/** Every change, one a line, of each stack or of many alike. */
export function changesText(results: readonly Changing[]): string {
  const saidOf = ({ changes }: Changing): string =>
    changes.map(({ action, address, from }) => `  ${action} ${address}${from ? ` (was ${from})` : ''}`).join('\n');
  const changing = results.filter(({ changes }) => changes.length > 0);
  return alike(changing, saidOf)
    .map((group) => `${namesOf(group)}${group.length > 1 ? ', each' : ''}:\n${saidOf(group[0])}`)
    .join('\n\n');
}

const eachOf = (group: readonly unknown[]): string => (group.length > 1 ? 'each ' : '');

/** What went wrong, in full, with every stack that it went wrong in; nothing where all is done. */
export const failuresText = (results: readonly StackResult[]): string =>
  alike(
    results.filter(({ outcome }) => outcome === 'failed' || outcome === 'refused'),
    ({ outcome, reason }) => `${outcome}\n${reason}`,
  )
    .map((group) => {
      const [{ outcome, reason = '' }] = group;
      const names = group.map(({ stack }) => stack).join(', ');
      const what = outcome === 'failed' ? 'failed' : group.length > 1 ? 'were refused' : 'was refused';
      return `${names} ${what}:\n${reason}${adviceOn(reason)}`;
    })
    .join('\n\n');

/** What failed, was refused or had to be skipped; what was skipped only because somebody said no is no failure. */
export function wrongIn(results: readonly StackResult[]): readonly StackResult[] {
  const saidNo = results.some(({ outcome }) => outcome === 'not approved');
  const wrong = results.filter((result) => !isDone(result) && result.outcome !== 'not approved');
  return saidNo && wrong.every(({ outcome }) => outcome === 'skipped') ? [] : wrong;
}

/** @throws Error where something of it went wrong */
export function refuseFailures(results: readonly StackResult[], goOn: string): void {
  const wrong = wrongIn(results);
  if (wrong.length === 0) return;
  throw new Error([`${countsOf(wrong)}. ${goOn}`, failuresText(results)].filter(Boolean).join('\n\n'));
}

function adviceOn(reason: string): string {
  if (reason.includes('Error acquiring the state lock'))
    return '\n  todo: another run holds the state. If none is under way any more, terraform force-unlock ID in the folder of the stack';
  if (/EMAIL_ALREADY_EXISTS|Duplicate\w+Exception|AlreadyExists/.test(reason))
    return '\n  todo: it exists and is not in the state: docs/recovery.md';
  if (reason.includes('Instance cannot be destroyed'))
    return '\n  todo: where it is tainted, an apply did not read it to the end: deploy --resume completes it, or docs/recovery.md';
  if (reason.includes('Saved plan is stale'))
    return '\n  todo: somebody has applied something else since: deploy again';
  return '';
}

const firstLines = (reason: string): string => reason.split('\n').filter(Boolean).slice(0, 2).join(' ').slice(0, 160);

const order: readonly StackOutcome[] = ['unchanged', 'as it should be', 'planned', 'applied', 'drifted'];
const orderOf = (outcome: StackOutcome): number => (order.includes(outcome) ? order.indexOf(outcome) : order.length);
