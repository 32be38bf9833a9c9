import type { Price } from '../../schema/facts/price';
import { prices } from '../../schema/facts/prices';
import { type QuantityName, typicalUsage } from '../../schema/facts/typical-usage';
import type { Range } from '../../schema/facts/usage-range';
import { table } from '../kit/table';
import { dollars } from './dollars';
import type { Amount } from './estimate';
import type { CostReport, Group, UsedPrice } from './report';
import { describeDifference } from './text-difference';
import { describeLive } from './text-live';

interface Shown {
  readonly all: boolean;
  readonly width: number | undefined;
}

/** The report as a person reads it: one screen, and with `all` everything that is in it. */
export function describeCost(report: CostReport, { all, width }: Shown): string {
  const { difference, live } = report;
  return [
    headline(report),
    classes(report, width),
    ...levers(report, width),
    ...(difference ? [describeDifference(difference, width)] : []),
    ...(live ? [describeLive(live, width)] : []),
    ...(all ? everything(report, width) : []),
    footing(report, all),
  ].join('\n\n');
}

function headline({ total }: CostReport): string {
  return (
    `A month costs ${dollars(total.low)} to ${dollars(total.high)} USD, and usually ${dollars(total.typical)}: ` +
    `${dollars(total.fixed)} whatever happens, the rest by use.`
  );
}

const columns = ['whatever happens', 'quiet', 'usual', 'busy'];
const cells = ({ fixed, low, typical, high }: Amount): readonly string[] => [fixed, low, typical, high].map(dollars);

const classes = ({ classes: groups }: CostReport, width?: number): string =>
  table(
    {
      head: ['class', 'accounts', ...columns],
      right: ['accounts', ...columns],
      rows: groups.map(({ name, accounts, usd }) => [name, accounts, ...cells(usd)]),
    },
    width,
  );

function levers({ levers: found, clockwork }: CostReport, width?: number): readonly string[] {
  const { rules, places, evaluations, usd } = clockwork;
  const product =
    `Rules that run by the clock: ${rules} rules, in ${places} accounts and regions, are ${count(evaluations.fixed)} evaluations a month and more where ` +
    `there is more to look at: ${dollars(usd.low)} to ${dollars(usd.high)} USD.`;
  if (!found) return [product];
  const content = {
    head: ['saves', 'change', 'and gives up'],
    right: ['saves'],
    rows: found.levers.map(({ saves, file, field, change, givesUp }) => [
      dollars(saves.typical),
      `${file}: ${field}: ${change}`,
      givesUp,
    ]),
  };
  const left = found.left.length > 0 ? ` ${found.left.length} further fields were not tried: --json names them.` : '';
  return [
    product,
    `What would save most, each by itself, in a usual month; ${found.tried} changes were tried.${left}\n${table(content, width)}`,
  ];
}

const everything = (report: CostReport, width?: number): readonly string[] => [
  ...(['services', 'accounts', 'regions'] as const).map((by) => groupTable(by, report[by], width)),
  groupTable(
    'settings',
    report.settings.map(({ file, field, usd }) => ({ name: `${file}: ${field}`, usd })),
    width,
  ),
  assumptions(report, width),
  `Prices:\n${priceLines(report.prices).join('\n')}`,
];

const groupTable = (by: string, groups: readonly Group[], width?: number): string =>
  table({ head: [by, ...columns], right: columns, rows: groups.map(({ name, usd }) => [name, ...cells(usd)]) }, width);

function assumptions({ assumptions: expected, written }: CostReport, width?: number): string {
  const rows = (Object.keys(expected) as QuantityName[]).map((name) => {
    const { core, workload, ai, sandbox } = expected[name];
    return [
      written.includes(name) ? `${name} (yours)` : name,
      ...[core, workload, ai, sandbox].map(rangeText),
      typicalUsage[name].counts,
    ];
  });
  return `Expected of a month, quiet / usual / busy:\n${table({ head: ['quantity', 'core', 'workload', 'ai', 'sandbox', 'counts'], rows }, width)}`;
}

const rangeText = ({ low, typical, high }: Range): string =>
  low === high ? count(low) : [low, typical, high].map(count).join(' / ');

const count = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Each price once, with the regions where it is that of another one. */
function priceLines(used: readonly UsedPrice[]): readonly string[] {
  const groups = new Map<string, UsedPrice[]>();
  for (const price of used) {
    const key = `${price.name} ${price.usd} ${price.source}`;
    groups.set(key, [...(groups.get(key) ?? []), price]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { name, usd, per, further = [], asOf, source, read } = first;
    const { unit, service }: Price = prices[name];
    const steps = further.map((step) => `, ${step.usd} above ${count(step.above)}`).join('');
    const taken = [first, ...others].filter(({ ofRegion }) => !ofRegion).map(({ region }) => region);
    const elsewhere = taken.length > 0 ? `; of us-east-1, taken for ${taken.join(', ')}` : '';
    return [
      `  ${service}: ${usd} USD${steps} for ${per === 1 ? '' : `${count(per)} `}${unit} (${asOf}, ${read}: ${source}${elsewhere})`,
    ];
  });
}

function footing({ prices: used, freeTier, notCounted, notIncluded, written }: CostReport, all: boolean): string {
  const elsewhere = used.filter(({ ofRegion }) => !ofRegion).length;
  const quoted = new Set(used.filter(({ read }) => read === 'quote').map(({ name }) => name)).size;
  const names = new Set(used.map(({ name }) => name)).size;
  const newest =
    used
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '';
  return [
    `List prices, the newest of ${newest}: ${quoted} of ${names} are known only as somebody quotes them, and ${elsewhere} of ${used.length} are those of us-east-1 in ` +
      'place of the region, which are mostly lower.',
    `Not in it: ${[...notIncluded, ...(all ? notCounted : ['what workloads do'])].join('; ')}. What AWS gives for free each month is not taken off: at most ` +
      `${dollars(freeTier)} USD.`,
    written.length > 0
      ? `Usage is yours for ${written.join(', ')}, and typical for the rest.`
      : 'Usage is what is typical; write what you know into accounts/landing-zone.usage.ts.',
    ...(all
      ? []
      : ['--all shows services, accounts, regions, settings, what is expected, and each price with its source.']),
  ].join('\n');
}
