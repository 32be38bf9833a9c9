import { authorizationKinds } from '../../policy/guardrails/policy-kinds';
import { counted, describeTargets } from '../../policy/guardrails/policy-problems';
import type { Dead, Finding } from '../../proof/node-proof';
import type { Promised } from '../../proof/promises';
import type { ProvedNode, ProvedPromise } from '../../proof/zone-proof';
import type { Context } from '../kit/command';
import { table } from '../kit/table';
import { type Change, describeAnswer, describeChange, isTight, shortened } from './report-change';

/** What is known of a node, and how long it took to know it. */
export interface TimedNode extends ProvedNode {
  readonly seconds: number;
}

export interface ProofReport {
  readonly nodes: readonly TimedNode[];
  /** Promises that are asked nowhere. */
  readonly unasked: readonly Promised[];
  /** @default - nothing was compared */
  readonly change?: Change | undefined;
}

/** A promise that is refuted needs a written reason, and a reason needs a request. */
const isAsWritten = ({ answer, exception }: ProvedPromise): boolean =>
  exception === undefined ? answer.verdict === 'proved' : answer.verdict === 'refuted';

/** Whether everything is proved, but what is written down not to be; where nothing is denied, nothing is kept. */
export const isKept = ({ nodes, change }: ProofReport): boolean =>
  nodes.length > 0 &&
  (change === undefined || isTight(change)) &&
  nodes.every(({ findings, promises }) => findings.length === 0 && promises.every(isAsWritten));

/** Everything with the counts of each verdict. */
export const jsonReport = (report: ProofReport): object => ({
  kept: isKept(report),
  promises: countsOf(report.nodes.flatMap(({ promises }) => promises)),
  nodes: report.nodes.map(({ targets, ...node }) => ({ node: describeTargets(targets), ...node })),
  notAsked: report.unasked.map(({ control, by, that }) => ({ control, by, that })),
  ...report.change,
});

/** The report as a person reads it: a table, what is not proved with a request or a reason, and what could go. */
export function textReport(report: ProofReport, { width, colors }: Pick<Context, 'width' | 'colors'>): string {
  const { nodes, unasked, change } = report;
  const promises = nodes.flatMap((node) => node.promises.map((promise) => ({ node, promise })));
  const wrong = [
    ...nodes.flatMap((node) => node.findings.map((finding) => describeFinding(node, finding))),
    ...promises
      .filter(({ promise }) => !isAsWritten(promise))
      .map(({ node, promise }) => describePromise(node, promise)),
  ];
  const accepted = promises.filter(({ promise }) => isAsWritten(promise) && promise.exception !== undefined);
  const dead = nodes.flatMap((node) => node.dead.map((each) => describeDead(node, each)));
  return [
    tableOf(nodes, width),
    ...(nodes.length > 0 ? [] : [colors.red('No control denies anything anywhere: there is nothing to prove.')]),
    summary(promises.map(({ promise }) => promise)),
    ...wrong.map((text) => colors.red(text)),
    ...accepted.map(({ node, promise }) => describePromise(node, promise)),
    ...(dead.length > 0 ? [`Changes nothing, because others deny the same:\n${dead.join('\n')}`] : []),
    ...(unasked.length > 0 ? [describeUnasked(unasked)] : []),
    ...(change ? [describeChange(change)] : []),
    isKept(report) ? colors.green('Kept.') : colors.red('Not kept.'),
  ].join('\n\n');
}

const tableOf = (nodes: readonly TimedNode[], width: number | undefined): string =>
  table(
    {
      head: ['node', 'type', 'controls ask', 'documents', 'packing', 'promises', 'dead', 'seconds'],
      right: ['controls ask', 'documents', 'dead', 'seconds'],
      rows: nodes.map(({ targets, type, asked, packed, findings, promises, dead, seconds }) => [
        describeTargets(targets),
        authorizationKinds[type].label,
        counted(asked),
        counted(packed),
        findings.length === 0 ? 'proved equal' : `${findings.length} not proved`,
        describeCounts(countsOf(promises)),
        dead.length,
        seconds.toFixed(1),
      ]),
    },
    width,
  );

const countsOf = (promises: readonly ProvedPromise[]): Readonly<Record<string, number>> => {
  const of = (verdict: string) => promises.filter(({ answer }) => answer.verdict === verdict).length;
  return { proved: of('proved'), refuted: of('refuted'), 'not decided': of('not decided') };
};

const describeCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ') || 'none';

function summary(promises: readonly ProvedPromise[]): string {
  const own = promises.filter((promise) => promise.own);
  const controls = new Set(own.map(({ control }) => control)).size;
  return `Promises: ${describeCounts(countsOf(promises))}. ${own.length} are in words of their own, of ${controls} controls; the others follow from whom a control exempts.`;
}

const describeFinding = ({ targets, type }: TimedNode, { claim, controls, statement, answer }: Finding): string =>
  [
    `${describeTargets(targets)}, ${authorizationKinds[type].label}, ${controls.join(', ')}: not proved that ${claim}`,
    `  statement  ${shortened(statement)}`,
    describeAnswer(answer),
  ].join('\n');

function describePromise(
  { targets }: TimedNode,
  { control, that, assuming, answer, exception }: ProvedPromise,
): string {
  const outcome =
    answer.verdict === 'proved' ? 'proved, though an exception is written down: take it out' : answer.verdict;
  return [
    `${describeTargets(targets)}, ${control}: ${that}: ${outcome}`,
    ...assuming.map((assumption) => `  assuming  ${assumption.that}`),
    ...(answer.verdict === 'proved' ? [] : [describeAnswer(answer)]),
    ...(exception === undefined ? [] : [`  accepted  ${exception}`]),
  ].join('\n');
}

const describeDead = ({ targets }: TimedNode, { controls, statement, actions }: Dead): string =>
  `  ${describeTargets(targets)}, ${controls.join(', ')}: ${actions ? `${actions.join(', ')} of ` : ''}${shortened(statement)}`;

const describeUnasked = (unasked: readonly Promised[]): string =>
  [
    'Not asked, because the control is off or attached nowhere:',
    ...unasked.map(({ control, that }) => `  ${control}: ${that}`),
  ].join('\n');
