import type { Gathered, Group } from './gathered';
import { type DigestRequest, digestSeverities } from './request';

/** What is shown of one group: more of it are the same. */
const titlesOfGroup = 10;

/** SNS takes 256 KB: SNS API Reference, Publish. A person reads less, and mail gateways cut off large texts. */
const mostBytes = 60_000;

export interface Mail {
  /** ASCII, and less than 100 characters: SNS API Reference, Publish. */
  readonly subject: string;
  readonly text: string;
}

/** Plain text: what happened, the worst first, by kind and account, with how often, and what is left out. */
export function mailOf(request: DigestRequest, gathered: Gathered, more: boolean): Mail {
  const { zone, route, every } = request;
  const { count, groups, first, last } = gathered;
  const summary = summaryOf(groups);
  const head = [
    `${zone}: what was found in the last ${every}, for the route ${route}`,
    '',
    ...(count === 0
      ? ['Nothing was found. That this mail came shows that the way from the findings bus to you is open.']
      : [`${counted(count, 'event')}: ${summary}`, ...(first && last ? [`From ${first} to ${last}`] : [])]),
    ...(more ? ['', 'More is waiting than one mail can tell of: the rest comes with the next one.'] : []),
  ];
  return {
    subject: `${zone} ${route}: ${count === 0 ? 'nothing' : summary} in the last ${every}`.slice(0, 99),
    text: [...head, ...bodyOf(groups), '', ...(count === 0 ? [] : whereItIs)].join('\n'),
  };
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `2 critical, 10 low` */
const summaryOf = (groups: readonly Group[]): string =>
  digestSeverities
    .map((severity) => ({ severity, count: sum(groups.filter((group) => group.severity === severity)) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`)
    .join(', ');

const sum = (groups: readonly Group[]): number => groups.reduce((total, { count }) => total + count, 0);

/** Group after group while there is room; what has none is counted. */
function bodyOf(groups: readonly Group[]): readonly string[] {
  const lines: string[] = [];
  let bytes = 0;
  for (const [index, group] of groups.entries()) {
    const isFirst = groups[index - 1]?.severity !== group.severity;
    const block = [...(isFirst ? ['', group.severity.toUpperCase()] : []), '', ...linesOf(group)];
    bytes += Buffer.byteLength(block.join('\n')) + 1;
    if (bytes > mostBytes) return [...lines, '', leftOut(groups.slice(index))];
    lines.push(...block);
  }
  return lines;
}

const leftOut = (groups: readonly Group[]): string =>
  `Left out, for want of room: ${counted(sum(groups), 'event')} (${summaryOf(groups)}).`;

function linesOf({ kind, account, count, titles }: Group): readonly string[] {
  const shown = [...titles].sort(([, a], [, b]) => b - a).slice(0, titlesOfGroup);
  const rest = count - shown.reduce((total, [, times]) => total + times, 0);
  return [
    `${kind}${account && `, account ${account}`}: ${count}`,
    ...shown.map(([title, times]) => `- ${title}${times > 1 ? `, ${times} times` : ''}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
}

const whereItIs = [
  'Everything is where it was found: compliance in the aggregator of AWS Config, findings in GuardDuty, Macie, Access',
  'Analyzer and Security Hub of the security account, calls in the trail of the organization.',
];
