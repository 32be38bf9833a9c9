import type { RehearsalResult } from '../../rehearsal/rehearse';
import type { Step } from '../../rehearsal/run';
import type { Context } from '../kit/command';
import { table } from '../kit/table';
import { isKept, rulesText } from './rules-report';

/** Whether nothing was found that should not be. */
export const isGreen = ({ drift, leftovers, lost, lockouts, rules = [] }: RehearsalResult): boolean =>
  [drift, leftovers, lost, lockouts].every(({ length }) => length === 0) && rules.every(isKept);

/** A phase that is over, in a line. */
export const describeStep = ({ stack, phase, seconds, resources }: Step): string =>
  `${phase.padEnd(8)}${stack.padEnd(28)}${String(resources).padStart(4)} resources ${seconds.toFixed(1).padStart(7)} s`;

/** The result for a person: a row for each stack, everything that was found, and the verdict. */
export function resultText(result: RehearsalResult, { width, colors }: Pick<Context, 'width' | 'colors'>): string {
  const { drift, leftovers, staying, lost, lockouts, steps, requests, seconds } = result;
  const figures = `${steps.length} steps, ${requests} requests to AWS, ${seconds.toFixed(0)} s. Logs are in .rehearsal/`;
  const verdict = verdictOf(result);
  return [
    stackTable(result, width),
    ...drift.map(({ stack, plan }) => `The second plan of ${stack} is not empty:\n${plan}`),
    ...leftovers.map(({ account, resource }) => `left in account ${account}: ${resource}`),
    ...staying.map(({ account, resource }) => `stays on in the adopted account ${account}: ${resource}`),
    ...lost.map(({ account, resource }) => `adopted and destroyed in account ${account}: ${resource}`),
    ...lockouts.map(
      ({ account, action, region, controls }) =>
        `${controls.join(', ')} would deny ${action} in ${region} to the deploy role of ${account}`,
    ),
    ...(result.rules ? [rulesText(result.rules, width)] : []),
    `${isGreen(result) ? colors.green(verdict) : colors.red(verdict)}: ${figures}`,
  ].join('\n\n');
}

/** Of a teardown that was not run nothing is said. */
function verdictOf(result: RehearsalResult): string {
  if (!isGreen(result)) return 'Not green';
  return result.tornDown ? 'Green' : 'Deployed; second plans empty; not torn down';
}

function stackTable({ steps, drift, tornDown }: RehearsalResult, width: number | undefined): string {
  const teardown = tornDown ? ['release s', 'destroy s'] : [];
  const right = ['resources', 'deploy s', 'plan s', ...teardown];
  const rows = [...new Set(steps.map(({ stack }) => stack))].map((stack) => {
    const find = (phase: Step['phase']) => steps.find((step) => step.stack === stack && step.phase === phase);
    const seconds = (phase: Step['phase']) => find(phase)?.seconds.toFixed(1) ?? '-';
    const drifted = drift.some((each) => each.stack === stack);
    return [
      stack,
      find('deploy')?.resources ?? '-',
      seconds('deploy'),
      drifted ? 'NOT EMPTY' : 'empty',
      seconds('plan'),
      ...(tornDown ? [seconds('release'), seconds('destroy')] : []),
    ];
  });
  return table({ head: ['stack', 'resources', 'deploy s', 'second plan', 'plan s', ...teardown], rows, right }, width);
}
