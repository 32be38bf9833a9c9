import type { Pattern } from './patterns';
import type { Quota } from './quotas';

const asOf = '2026-11-27';
const iam = 'IAM User Guide, "IAM and AWS STS quotas" (reference_iam-quotas)';
const eventBridge = 'EventBridge User Guide, "Amazon EventBridge quotas" (eb-quota)';

/** Quotas of what the stacks write: documents by their size, lists by their length. Those of organization policies and packs are in `quotas`. */
export const renderedQuotas = {
  /** Of all inline policies of a role together. IAM counts no white space, and our documents have none but in their texts. */
  inlineRolePolicies: { value: 10_240, unit: 'characters', asOf, source: iam },
  /** Service Quotas raises it to 4,096, one account at a time: nobody has done so in an account that is about to be made. */
  trustPolicy: { value: 2_048, unit: 'characters', asOf, source: iam },
  managedPolicy: { value: 6_144, unit: 'characters', asOf, source: iam },
  keyPolicy: {
    value: 32_768,
    unit: 'bytes',
    asOf,
    source: 'AWS KMS Developer Guide, "Resource quotas" (resource-limits): 32 KB',
  },
  topicPolicy: {
    value: 30_720,
    unit: 'bytes',
    asOf,
    source: 'SNS Developer Guide, "Policy quotas" (sns-access-policy-language-api-permissions-reference): 30 KB',
  },
  queuePolicy: {
    value: 8_192,
    unit: 'bytes',
    asOf,
    source: 'SQS Developer Guide, "Amazon SQS policy quotas" (quotas-policies): 8,192 bytes',
  },
  busPolicy: { value: 10_240, unit: 'characters', asOf, source: eventBridge },
  eventPattern: { value: 2_048, unit: 'characters', asOf, source: eventBridge },
  /** Of a target of a rule. */
  targetInput: { value: 8_192, unit: 'characters', asOf, source: 'EventBridge API Reference, Target: Input' },
  logPolicy: { value: 5_120, unit: 'characters', asOf, source: 'CloudWatch Logs API Reference, PutResourcePolicy' },
  modelGroupPolicy: {
    value: 20_480,
    unit: 'characters',
    asOf,
    source: 'SageMaker API Reference, PutModelPackageGroupPolicy',
  },
  lifecycleRules: {
    value: 1_000,
    unit: 'rules',
    asOf,
    source: 'S3 API Reference, PutBucketLifecycleConfiguration',
  },
  tags: { value: 50, unit: 'tags', asOf, source: 'Tagging AWS Resources User Guide, "Limits" (tag-editor)' },
  /** Of a Config rule: all of them as one JSON object. */
  ruleParameters: {
    value: 1_024,
    unit: 'characters',
    asOf,
    source: 'AWS Config API Reference, ConfigRule: InputParameters',
  },
  /** Of all conditions of all advanced event selectors of a trail together. */
  selectorValues: {
    value: 500,
    unit: 'values',
    asOf,
    source: 'CloudTrail User Guide, "Quotas in AWS CloudTrail" (WhatIsCloudTrail-Limits)',
  },
  namedQuery: { value: 262_144, unit: 'bytes', asOf, source: 'Athena API Reference, CreateNamedQuery' },
} as const satisfies Record<string, Quota>;

/** What AWS takes as a name: how long, and of which characters. */
export interface NameQuota extends Quota {
  readonly characters: Pattern;
}

const name = (value: number, source: string, regex: RegExp, rule: string): NameQuota => ({
  value,
  unit: 'characters',
  asOf,
  source,
  characters: { regex, rule },
});

const anything: readonly [RegExp, string] = [/^[^\p{Cc}]*$/u, 'has no control characters'];
const dotted: readonly [RegExp, string] = [/^[\w.-]*$/, "has letters, digits, '.', '_' and '-' only"];
const plain: readonly [RegExp, string] = [/^[\w-]*$/, "has letters, digits, '_' and '-' only"];
const hyphened: readonly [RegExp, string] = [
  /^[A-Za-z][A-Za-z0-9-]*$/,
  "begins with a letter, and has letters, digits and '-' only",
];

/** Names by service. Source: the service models of botocore 1.43, beside the pages that are named. */
export const nameQuotas = {
  role: name(64, iam, /^[\w+=,.@-]*$/, "has letters, digits and '+=,.@_-' only"),
  rolePolicy: name(128, iam, /^[\w+=,.@-]*$/, "has letters, digits and '+=,.@_-' only"),
  bucket: name(
    63,
    'S3 User Guide, "General purpose bucket naming rules" (bucketnamingrules)',
    /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
    "has lower-case letters, digits, '.' and '-' only, and 3 characters or more",
  ),
  function: name(64, 'Lambda API Reference, CreateFunction', ...plain),
  eventRule: name(64, 'EventBridge API Reference, PutRule', ...dotted),
  eventBus: name(256, 'EventBridge API Reference, CreateEventBus', ...dotted),
  queue: name(80, 'SQS API Reference, CreateQueue', ...plain),
  alarm: name(255, 'CloudWatch API Reference, PutMetricAlarm', ...anything),
  topic: name(256, 'SNS API Reference, CreateTopic', ...plain),
  keyAlias: name(
    256,
    'KMS API Reference, CreateAlias',
    /^alias\/[\w/-]+$/,
    "has letters, digits, '/', '_' and '-' only",
  ),
  glue: name(255, 'Glue API Reference, NameString', ...anything),
  workgroup: name(128, 'Athena API Reference, CreateWorkGroup', ...dotted),
  namedQuery: name(128, 'Athena API Reference, CreateNamedQuery', ...anything),
  budget: name(
    100,
    'Budgets API Reference, Budget',
    /^(?!.*\/action\/)[^:\\]*$/,
    "has no ':', no '\\' and no '/action/'",
  ),
  trail: name(128, 'CloudTrail API Reference, CreateTrail', ...dotted),
  pack: name(128, 'AWS Config API Reference, PutOrganizationConformancePack', ...hyphened),
  cloudFormationStack: name(128, 'CloudFormation API Reference, CreateStack', ...hyphened),
  guardDutyFilter: name(64, 'GuardDuty API Reference, CreateFilter', ...dotted),
  guardrail: name(50, 'Bedrock API Reference, CreateGuardrail', ...plain),
  inferenceProfile: name(
    64,
    'Bedrock API Reference, CreateInferenceProfile',
    /^([0-9a-zA-Z][ _-]?)+$/,
    "has letters and digits, and single spaces, '_' or '-' between them",
  ),
  automationDocument: name(128, 'Systems Manager API Reference, CreateDocument', ...dotted),
  modelPackageGroup: name(
    63,
    'SageMaker API Reference, CreateModelPackageGroup',
    /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
    "has letters, digits and, between them, '-'",
  ),
  macieJob: name(500, 'Macie API Reference, CreateClassificationJob', ...anything),
  macieIdentifier: name(128, 'Macie API Reference, CreateCustomDataIdentifier', ...anything),
  organizationPolicy: name(128, 'Organizations API Reference, CreatePolicy', ...anything),
  organizationalUnit: name(128, 'Organizations API Reference, CreateOrganizationalUnit', ...anything),
  account: name(50, 'Organizations API Reference, CreateAccount', ...anything),
  logGroup: name(
    512,
    'CloudWatch Logs API Reference, CreateLogGroup',
    /^[\w/.#-]*$/,
    "has letters, digits and '._-/#' only",
  ),
} as const satisfies Record<string, NameQuota>;
