import { type Price, prices } from '../../schema/facts/prices';
import { table } from '../kit/table';
import type { Charge, Charges } from './charges';
import { always, byUse } from './free';
import { type Usage, usageOptions } from './options';

/** What a month costs, and how the sum was found. */
export interface CostReport extends Charges {
  readonly currency: 'USD';
  /** What is charged by the piece, whatever happens. */
  readonly fixed: number;
  readonly assumed: number;
  readonly total: number;
  readonly assumptions: Usage;
  /** The day of the newest price. */
  readonly pricesAsOf: string;
  readonly notCounted: readonly string[];
}

export function costReport({ charges, uncounted }: Charges, assumptions: Usage): CostReport {
  const { fixed, assumed, total } = sumOf(charges);
  const days = Object.values(prices).map(({ asOf }) => asOf);
  return {
    currency: 'USD',
    fixed,
    assumed,
    total,
    pricesAsOf: days.sort().at(-1) ?? '',
    assumptions,
    notCounted: [...new Set(uncounted.map((type) => byUse[type] ?? type)), ...always],
    charges: charges.map((charge) => ({ ...charge, usd: cents(charge.usd) })),
    uncounted,
  };
}

/** The report as a person reads it: what costs most stands first. */
export function describeCost(report: CostReport, width?: number): string {
  const { charges, assumptions, pricesAsOf, notCounted } = report;
  const written = Object.entries(assumptions).map(
    ([name, value]) => `  --${name} ${value}: ${usageOptions[name as keyof Usage].describe}`,
  );
  const quoted = Object.values<Price>(prices).filter(({ read }) => read === 'quote');
  return [
    ...(['service', 'account', 'region'] as const).map((by) => tableBy(by, charges, width)),
    `A month: ${usd(report.total)} USD, of which ${usd(report.fixed)} whatever happens and ${usd(report.assumed)} assumed.`,
    `Assumed of each month:\n${written.join('\n')}`,
    `Not counted:\n${notCounted.map((each) => `  ${each}`).join('\n')}`,
    `List prices of us-east-1, of ${pricesAsOf}; other regions have others. ${quoted.length} of ${Object.keys(prices).length} are known ` +
      'only as somebody quotes them: schema/facts/prices.ts says which.',
  ].join('\n\n');
}

function tableBy(by: 'service' | 'account' | 'region', charges: readonly Charge[], width?: number): string {
  const names = [...new Set(charges.map((charge) => charge[by]))];
  const rows = names
    .map((name) => ({ name, ...sumOf(charges.filter((charge) => charge[by] === name)) }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  return table(
    {
      head: [by, 'whatever happens', 'assumed', 'USD a month'],
      right: ['whatever happens', 'assumed', 'USD a month'],
      rows: rows.map(({ name, fixed, assumed, total }) => [name, usd(fixed), usd(assumed), usd(total)]),
    },
    width,
  );
}

function sumOf(charges: readonly Charge[]) {
  const sum = (of: readonly Charge[]): number => cents(of.reduce((total, each) => total + each.usd, 0));
  const fixed = sum(charges.filter((each) => !each.assumed));
  const total = sum(charges);
  return { fixed, assumed: cents(total - fixed), total };
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;
const usd = (amount: number): string => amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
