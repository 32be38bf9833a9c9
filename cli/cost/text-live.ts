import { table } from '../kit/table';
import { dollars } from './dollars';
import type { Comparison } from './live/comparison';

const verdicts = { within: 'as expected', more: 'more than a busy month', less: 'less than a quiet month' };

/** The estimate beside what AWS says, for a person. */
export function describeLive({ lines, unknown, paidRequests, month }: Comparison, width?: number): string {
  const rows = lines.map(({ service, line, region, estimated, actual, verdict }) => [
    service,
    line,
    region,
    `${dollars(estimated.low)} to ${dollars(estimated.high)}`,
    dollars(actual),
    verdicts[verdict],
  ]);
  const right = ['estimated', 'AWS says'];
  return [
    'Beside what AWS says of the last 30 days, trials among them:',
    table({ head: ['service', 'line', 'region', ...right, ''], right, rows }, width),
    ...unknown.map(
      ({ service, region, reason }) => `Not known: ${[service, region].filter(Boolean).join(', ')}: ${reason}`,
    ),
    month
      ? `The bill is that of ${month.Start} to ${month.End}; asking took ${paidRequests} requests, ${dollars(paidRequests * 0.01)} USD.`
      : 'The bill was not asked for: each request to Cost Explorer costs 0.01 USD. --cost-explorer asks.',
  ].join('\n');
}
