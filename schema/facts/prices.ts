/** What AWS asks for something: data with a date. */
export interface Price {
  /** As Cost Explorer names it. */
  readonly service: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly usd: number;
  /** For so many units. @default 1 */
  readonly per?: number;
  /** What each further unit costs from this one on, as `usd`. @default - all cost the same */
  readonly further?: readonly { readonly above: number; readonly usd: number }[];
  /** When the source was read, ISO date. */
  readonly asOf: string;
  /** AWS's page where it was at hand, and who quotes it where it was not. */
  readonly source: string;
  /** Whether AWS's own page was read, in a stored copy; otherwise look there before you rely on the price. */
  readonly read: boolean;
}

const asOf = '2026-11-28';
const read = (page: string) => ({ asOf, read: true, source: `aws.amazon.com/${page}/pricing, a stored copy` });
const quoted = (page: string, by: string) => ({
  asOf,
  read: false,
  source: `aws.amazon.com/${page}/pricing as ${by} quotes it`,
});
/** Nobody was at hand who quotes it: the price that stood there for years. */
const unread = (page: string) => ({
  asOf,
  read: false,
  source: `aws.amazon.com/${page}/pricing, neither read nor quoted on that day`,
});

const config = { service: 'AWS Config', ...quoted('config', 'vantage.sh') };
const guardDuty = { service: 'Amazon GuardDuty', ...quoted('guardduty', 'factualminds.com (2026-06)') };
const macie = { service: 'Amazon Macie', ...unread('macie') };
const lambda = { service: 'AWS Lambda', ...quoted('lambda', 'a page of 2026-05') };
const cloudWatch = { service: 'AmazonCloudWatch' };

/** List prices of `us-east-1` in US dollars, without free tiers, trials and discounts. Other regions have others, mostly higher ones. */
export const prices = {
  key: { service: 'AWS Key Management Service', unit: 'keys', usd: 1, ...read('kms') },
  dataEvent: { service: 'AWS CloudTrail', unit: 'data events', usd: 0.1, per: 100_000, ...read('cloudtrail') },
  configurationItem: { ...config, unit: 'configuration items', usd: 0.003 },
  dailyConfigurationItem: {
    ...config,
    ...quoted('config', 'cloudgauge.app'),
    unit: 'configuration items, once a day',
    usd: 0.012,
  },
  packEvaluation: {
    ...config,
    unit: 'evaluations of rules',
    usd: 0.001,
    further: [
      { above: 100_000, usd: 0.0008 },
      { above: 500_000, usd: 0.0005 },
    ],
  },
  securityCheck: {
    service: 'AWS Security Hub',
    unit: 'security checks',
    usd: 0.001,
    further: [
      { above: 100_000, usd: 0.0008 },
      { above: 500_000, usd: 0.0005 },
    ],
    ...quoted('security-hub', "AWS's security guide for China on GitBook"),
  },
  analyzedCall: { ...guardDuty, unit: 'management events', usd: 4, per: 1_000_000 },
  analyzedTraffic: { ...guardDuty, unit: 'GB of flow and DNS logs', usd: 1 },
  analyzedDataEvent: { ...guardDuty, ...unread('guardduty'), unit: 'data events of S3', usd: 0.8, per: 1_000_000 },
  watchedBucket: { ...macie, unit: 'buckets', usd: 0.1 },
  inspectedData: { ...macie, unit: 'GB inspected', usd: 1 },
  unusedAccess: {
    service: 'AWS IAM Access Analyzer',
    unit: 'roles and users',
    usd: 0.2,
    ...quoted('iam/access-analyzer', 'geeksforgeeks.org'),
  },
  alarm: { ...cloudWatch, unit: 'alarms', usd: 0.1, ...quoted('cloudwatch', 'c3x.dev') },
  logIngestion: { ...cloudWatch, unit: 'GB of logs', usd: 0.5, ...unread('cloudwatch') },
  deliveredEvent: {
    service: 'Amazon EventBridge',
    unit: 'events to another account',
    usd: 1,
    per: 1_000_000,
    ...quoted('eventbridge', 'cloudburn.io (2026-03)'),
  },
  invocation: { ...lambda, unit: 'invocations', usd: 0.2, per: 1_000_000 },
  /** On Arm. */
  computing: { ...lambda, unit: 'GB-seconds', usd: 0.0000133334 },
  storage: { service: 'Amazon Simple Storage Service', unit: 'GB', usd: 0.023, ...unread('s3') },
  scannedData: { service: 'Amazon Athena', unit: 'GB scanned', usd: 5, per: 1_000, ...unread('athena') },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof prices;

/** What so many units cost. */
export function usdOf({ usd, per = 1, further = [] }: Price, quantity: number): number {
  const steps = [{ above: 0, usd }, ...further];
  return steps.reduce((sum, step, index) => {
    const end = steps[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    return sum + (Math.max(0, Math.min(quantity, end) - step.above) * step.usd) / per;
  }, 0);
}
