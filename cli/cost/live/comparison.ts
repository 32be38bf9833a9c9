import type { Answer } from '../../../live/answer';
import type { PriceName } from '../../../schema/facts/prices';
import { type Amount, type Charge, sum } from '../estimate';
import type { Dollars, Month, UsageReader } from './usage-reader';

/** One line of the estimate beside what AWS says. */
interface ComparedLine {
  readonly service: string;
  /** What it is for, as AWS calls it; a service as a whole where the bill says no more. */
  readonly line: string;
  readonly region: string;
  /** Of a month, at list prices. */
  readonly estimated: Amount;
  readonly actual: number;
  readonly verdict: 'within' | 'more' | 'less';
}

/** The estimate beside what AWS says, line by line. */
export interface Comparison {
  readonly lines: readonly ComparedLine[];
  /** What AWS did not answer, with its reason. */
  readonly unknown: readonly { readonly service: string; readonly region: string; readonly reason: string }[];
  /** What was paid for asking. */
  readonly paidRequests: number;
  /** The month of the bill, where it was asked for. */
  readonly month?: Month;
}

/** What GuardDuty calls what is billed (`UsageFeature` of its API), by the prices of the estimate. */
const featuresBy: readonly { readonly prices: readonly PriceName[]; readonly features: readonly string[] }[] = [
  { prices: ['analyzedCall'], features: ['CLOUD_TRAIL'] },
  { prices: ['analyzedTraffic'], features: ['FLOW_LOGS', 'DNS_LOGS'] },
  { prices: ['analyzedDataEvent'], features: ['S3_DATA_EVENTS'] },
  { prices: ['analyzedClusterEvent'], features: ['EKS_AUDIT_LOGS'] },
  { prices: ['scannedVolume'], features: ['EBS_MALWARE_PROTECTION'] },
  {
    prices: ['watchedDatabase'],
    features: ['RDS_LOGIN_EVENTS', 'RDS_DBI_PROTECTION_PROVISIONED', 'RDS_DBI_PROTECTION_SERVERLESS'],
  },
  { prices: ['analyzedFunctionTraffic'], features: ['LAMBDA_NETWORK_LOGS'] },
  {
    prices: ['watchedRuntime'],
    features: ['EKS_RUNTIME_MONITORING', 'EC2_RUNTIME_MONITORING', 'FARGATE_RUNTIME_MONITORING'],
  },
];

/** What Macie calls what is billed (`UsageType` of its API). Automated discovery is not estimated. */
const metricsBy: typeof featuresBy = [
  { prices: ['watchedBucket'], features: ['DATA_INVENTORY_EVALUATION'] },
  { prices: ['inspectedData'], features: ['SENSITIVE_DATA_DISCOVERY'] },
  { prices: [], features: ['AUTOMATED_SENSITIVE_DATA_DISCOVERY', 'AUTOMATED_OBJECT_MONITORING'] },
];

/**
 * Asks AWS what was used, and puts it beside the estimate.
 *
 * @param month of the bill @default - the bill is not asked for, because that costs
 */
export async function compare(
  charges: readonly Charge[],
  regions: readonly string[],
  reader: UsageReader,
  month?: Month,
): Promise<Comparison> {
  const lines: ComparedLine[] = [];
  const unknown: Comparison['unknown'][number][] = [];
  const take = (service: string, region: string, answer: Answer<Dollars>, groups: typeof featuresBy): void => {
    if (answer.state === 'unknown') unknown.push({ service, region, reason: answer.reason });
    const said = answer.state === 'found' ? answer.value : {};
    if (answer.state !== 'unknown')
      lines.push(...groups.flatMap((group) => lineOf(charges, service, region, group, said)));
  };
  for (const region of regions) {
    const [guardDuty, macie] = await Promise.all([reader.guardDuty(region), reader.macie(region)]);
    take('Amazon GuardDuty', region, guardDuty, featuresBy);
    take('Amazon Macie', region, macie, metricsBy);
  }
  if (month) {
    const bill = await reader.bill(month);
    if (bill.state === 'unknown') unknown.push({ service: 'AWS Cost Explorer', region: '', reason: bill.reason });
    if (bill.state === 'found') lines.push(...billed(charges, bill.value));
  }
  return { lines, unknown, paidRequests: reader.paidRequests, month };
}

function lineOf(
  charges: readonly Charge[],
  service: string,
  region: string,
  { prices, features }: (typeof featuresBy)[number],
  said: Dollars,
): readonly ComparedLine[] {
  const estimated = sum(
    charges.filter((charge) => charge.region === region && prices.includes(charge.price)).map(({ usd }) => usd),
  );
  const actual = features.reduce((total, feature) => total + (said[feature] ?? 0), 0);
  if (estimated.high === 0 && actual === 0) return [];
  return [{ service, line: features.join(', '), region, estimated, actual, verdict: verdictOf(estimated, actual) }];
}

/** The bill counts workloads too, so that it may be more than an estimate of the landing zone alone. */
function billed(
  charges: readonly Charge[],
  bill: readonly { readonly service: string; readonly region: string; readonly usd: number }[],
): readonly ComparedLine[] {
  const places = new Map(charges.map(({ service, region }) => [`${service} ${region}`, { service, region }]));
  return [...places.values()].map(({ service, region }) => {
    const isHere = (each: { readonly service: string; readonly region: string }) =>
      each.service === service && each.region === region;
    const estimated = sum(charges.filter(isHere).map(({ usd }) => usd));
    const actual = bill.filter(isHere).reduce((total, { usd }) => total + usd, 0);
    return {
      service,
      line: 'the bill, workloads among it',
      region,
      estimated,
      actual,
      verdict: verdictOf(estimated, actual),
    };
  });
}

/** A cent is not worth a word. */
const verdictOf = ({ low, high }: Amount, actual: number): ComparedLine['verdict'] =>
  actual > high + 0.01 ? 'more' : actual < low - 0.01 ? 'less' : 'within';

/** The last whole month before a day. */
export function monthBefore(today: string): Month {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const firstOf = (months: number): string =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return { Start: firstOf(-1), End: firstOf(0) };
}
