import { isLoss } from '../../deployment/plan-judgement';
import type { StackResult } from '../../deployment/result';
import { countsOf, failuresText, summaryOf } from '../deploy/report';

/** Text of ours or of AWS as it stands in a cell: nothing in it begins another, or is read as Markdown. */
const cell = (text: string): string => text.replace(/[\\|<>*_`[\]]/g, '\\$&').replaceAll('\n', ' ');

/** What plans would do, as a comment of a pull request. */
export function plansMarkdown(results: readonly StackResult[]): string {
  const shown = results.filter(({ outcome }) => outcome !== 'unchanged');
  const rows = shown.map(({ stack, outcome, changes, link, reason = '' }) => {
    const [because = ''] = reason.split('\n', 1);
    return `| ${link ? `[${stack}](${link})` : stack} | ${outcome} | ${cell(summaryOf(changes))} | ${cell(because)} |`;
  });
  const losses = shown.flatMap(({ stack, changes }) =>
    changes.filter(isLoss).map(({ action, address }) => `- ${action} \`${stack}/${address}\``),
  );
  const failures = failuresText(results);
  return [
    `### Landing zone: ${countsOf(results)}`,
    ...(rows.length > 0
      ? [['| stack | outcome | changes | because |', '| --- | --- | --- | --- |', ...rows].join('\n')]
      : []),
    ...(losses.length > 0 ? [['**Goes away:**', ...losses].join('\n')] : []),
    ...(failures ? [`\`\`\`text\n${failures.replaceAll('```', "'''")}\n\`\`\``] : []),
  ].join('\n\n');
}
