import type { RuleResult } from '../../rehearsal/rules/judge-zone';
import { table } from '../kit/table';

/** Whether a rule found nothing to mend, or nothing was to be expected of it. */
export const isKept = ({ outcome, isExpected }: RuleResult): boolean => outcome !== 'failed' && isExpected;

const outcomes = ['passed', 'nothing', 'exempt', 'failed', 'not judged'] as const;
const heads = ['passed', 'nothing to judge', 'exempt', 'failed', 'not judged'];

/** What came of the rules, account by account, and below it every reason: what failed, what is exempt, what nobody judged. */
export function rulesText(results: readonly RuleResult[], width?: number): string {
  if (results.length === 0) return 'No conformance pack is deployed, so that no rule judges anything.';
  const accounts = [...new Set(results.map(({ account }) => account))];
  const rows = [...accounts, 'all'].map((account) => {
    const here = results.filter((each) => account === 'all' || each.account === account);
    return [account, here.length, ...outcomes.map((outcome) => here.filter((each) => each.outcome === outcome).length)];
  });
  const right = ['rules', ...heads];
  return [
    table({ head: ['account', ...right], rows, right }, width),
    ...section('Failed', results, ({ outcome }) => outcome === 'failed', faultsOf),
    ...section('Could not be judged', results, ({ isExpected }) => !isExpected, reasonsOf),
    ...section('Exempt', results, ({ outcome }) => outcome === 'exempt' || outcome === 'failed', exemptionsOf),
    ...section(
      'Not judged here',
      results,
      ({ outcome, isExpected }) => outcome === 'not judged' && isExpected,
      reasonsOf,
    ),
  ].join('\n\n');
}

/** A line for each rule and reason, with how often it is so. */
function section(
  title: string,
  results: readonly RuleResult[],
  isMeant: (result: RuleResult) => boolean,
  linesOf: (result: RuleResult) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of results.filter(isMeant).flatMap(linesOf)) counts.set(line, (counts.get(line) ?? 0) + 1);
  if (counts.size === 0) return [];
  const lines = [...counts].map(([line, count]) => `  ${line}${count > 1 ? ` (${count})` : ''}`).sort();
  return [`${title}:\n${lines.join('\n')}`];
}

/** What has to be mended is said place by place. */
const faultsOf = ({ rule, account, region, reports }: RuleResult): readonly string[] =>
  reports
    .filter(({ because }) => because === undefined)
    .map(({ resource, fault }) => `${rule} in ${account}, ${region}: ${resource}: ${fault}`);

const exemptionsOf = ({ rule, reports }: RuleResult): readonly string[] =>
  reports.flatMap(({ because }) => (because === undefined ? [] : [`${rule}: ${because}`]));

const reasonsOf = ({ rule, reason }: RuleResult): readonly string[] => [`${rule}: ${reason}`];
