import type { Deviation, Finding, Status, Verification } from '../../live/finding';
import { table } from '../kit/table';
import type { Colors } from '../kit/terminal';

interface Look {
  readonly all: boolean;
  readonly width: number | undefined;
  readonly colors: Colors;
}

const statuses: readonly Status[] = ['holds', 'differs', 'unknown'];

/** What came of each account, and below it what differs and what is unknown, each with how to mend it. */
export function tableOf({ findings, calls, began, ended }: Verification, look: Look): string {
  const accounts = [...new Set(findings.map(({ account }) => account))].sort();
  const count = (account: string, status: Status): number =>
    findings.filter((each) => (account === 'all' || each.account === account) && each.status === status).length;
  const rows = [...accounts, 'all'].map((account) => [account, ...statuses.map((status) => count(account, status))]);
  const seconds = ((Date.parse(ended) - Date.parse(began)) / 1000).toFixed(1);
  const controls = new Set(findings.flatMap((finding) => finding.controls));
  return [
    table({ head: ['account', ...statuses], rows, right: [...statuses] }, look.width),
    ...section('Differs', findings, 'differs', look.colors.red),
    ...unknowns(findings, look.colors.yellow),
    ...(look.all ? section('Holds', findings, 'holds', look.colors.green) : []),
    `${findings.length} checks of ${controls.size} controls and the baseline, ${calls} calls, ${seconds} s`,
  ].join('\n\n');
}

function section(
  title: string,
  findings: readonly Finding[],
  status: Status,
  color: (text: string) => string,
): readonly string[] {
  const here = findings.filter((each) => each.status === status);
  return here.length === 0 ? [] : [[color(`${title}:`), ...here.map(status === 'holds' ? shortly : fully)].join('\n')];
}

/** One cause may hide a thousand answers, such as a role that cannot be assumed: it is told once. */
function unknowns(findings: readonly Finding[], color: (text: string) => string): readonly string[] {
  const byReason = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ status }) => status === 'unknown'))
    byReason.set(finding.reason ?? '', [...(byReason.get(finding.reason ?? '') ?? []), finding]);
  if (byReason.size === 0) return [];
  const told = [...byReason].map(([reason, here]) =>
    [
      `  ${reason}`,
      ...here.slice(0, shownOfOneCause).map(({ id, account, region }) => `    ${id} in ${account}, ${region}`),
      ...(here.length > shownOfOneCause ? [`    and ${here.length - shownOfOneCause} more`] : []),
      `    mend: ${here[0]?.mend}`,
    ].join('\n'),
  );
  return [[color('Unknown:'), ...told].join('\n')];
}

const shownOfOneCause = 3;

const shortly = ({ id, account, region, promise }: Finding): string => `  ${id} in ${account}, ${region}: ${promise}`;

const fully = (finding: Finding): string =>
  [
    shortly(finding),
    ...(finding.controls.length > 0 ? [`    controls: ${few(finding.controls)}`] : []),
    ...(finding.reason === undefined ? [] : [`    why:  ${finding.reason}`]),
    ...finding.deviations.map((deviation) => `    ${described(deviation)}`),
    ...(finding.mend === undefined ? [] : [`    mend: ${finding.mend}`]),
  ].join('\n');

const few = (controls: readonly string[]): string =>
  controls.length > 5 ? `${controls.slice(0, 5).join(', ')} and ${controls.length - 5} more` : controls.join(', ');

/** What is expected and what was found, in one line. */
export const described = ({ path, expected, found }: Deviation): string =>
  `${path}: expected ${shown(expected)}, found ${shown(found)}`;

/** More of a value than this is read in `--json`. */
const longest = 160;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
