import { isLoss, type PlannedAction, type PlannedChange } from '../../deployment/plan-judgement';
import { isDone, type StackOutcome, type StackResult } from '../../deployment/result';
import { table } from '../kit/table';

/** What became of the stacks, for a person: a row for each that something is said of, and how many there were of each. */
export function resultText(results: readonly StackResult[], width: number | undefined): string {
  const said = results.filter(({ outcome }) => outcome !== 'unchanged');
  const rows = said.map(({ stack, outcome, changes, seconds, reason = '' }) => [
    stack,
    outcome,
    summaryOf(changes),
    seconds.toFixed(0),
    firstLines(reason),
  ]);
  const shown = table({ head: ['stack', 'outcome', 'changes', 'seconds', 'because'], rows, right: ['seconds'] }, width);
  return [...(rows.length > 0 ? [shown] : []), countsOf(results)].join('\n');
}

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

/** Plans that wait for approval: a line for each stack, and one for each thing that goes. */
export const waitingText = (
  plans: readonly { readonly stack: string; readonly changes: readonly PlannedChange[]; readonly link?: string }[],
): string =>
  plans
    .flatMap(({ stack, changes, link }) => [
      `  ${stack}: ${summaryOf(changes) || 'what it was made of'}`,
      ...(link ? [`    ${link}`] : []),
      ...changes.filter(isLoss).map(({ action, address }) => `    ${action} ${address}`),
    ])
    .join('\n');

/** Every change of every stack, one a line. */
export const changesText = (results: readonly StackResult[]): string =>
  results
    .filter(({ changes }) => changes.length > 0)
    .map(({ stack, changes }) =>
      [
        `${stack}:`,
        ...changes.map(({ action, address, from }) => `  ${action} ${address}${from ? ` (was ${from})` : ''}`),
      ].join('\n'),
    )
    .join('\n\n');

/** What went wrong, in full; nothing where all is done. */
export const failuresText = (results: readonly StackResult[]): string =>
  results
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'refused')
    .map(
      ({ stack, outcome, reason = '' }) =>
        `${stack} ${outcome === 'failed' ? 'failed' : 'was refused'}:\n${reason}${adviceOn(reason)}`,
    )
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
  if (reason.includes('Saved plan is stale'))
    return '\n  todo: somebody has applied something else since: deploy again';
  return '';
}

const firstLines = (reason: string): string => reason.split('\n').filter(Boolean).slice(0, 2).join(' ').slice(0, 160);

const order: readonly StackOutcome[] = ['unchanged', 'as it should be', 'planned', 'applied', 'drifted'];
const orderOf = (outcome: StackOutcome): number => (order.includes(outcome) ? order.indexOf(outcome) : order.length);
