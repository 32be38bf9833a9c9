import type { Reader } from './reader';

type Readers = Readonly<Record<string, Reader>>;

/* Each service is loaded when a type of it is asked for: the clients of the SDK take most of the time of a short run. */
const services: readonly { readonly types: RegExp; readonly load: () => { readonly readers: Readers } }[] = [
  {
    types: /^aws_(organizations|ram|cloudtrail_organization)_/,
    load: () => require('./readers/organizations'),
  },
  { types: /^aws_iam_/, load: () => require('./readers/iam') },
  { types: /^aws_s3_/, load: () => require('./readers/s3') },
  { types: /^aws_kms_/, load: () => require('./readers/kms') },
  {
    types: /^aws_cloudtrail$/,
    load: () => require('./readers/cloudtrail'),
  },
  { types: /^aws_config_/, load: () => require('./readers/config') },
  {
    types: /^aws_guardduty_/,
    load: () => require('./readers/guardduty'),
  },
  { types: /^aws_macie2_/, load: () => require('./readers/macie2') },
  {
    types: /^aws_securityhub_/,
    load: () => require('./readers/securityhub'),
  },
  {
    types: /^aws_(cloudwatch_(log|metric)|sns|sqs)_/,
    load: () => require('./readers/messages'),
  },
  {
    types: /^aws_cloudwatch_event_/,
    load: () => require('./readers/events'),
  },
  { types: /^aws_bedrock_/, load: () => require('./readers/bedrock') },
  {
    types: /^aws_cloudformation_/,
    load: () => require('./readers/cloudformation'),
  },
  {
    types: /^aws_lakeformation_/,
    load: () => require('./readers/lakeformation'),
  },
  {
    types: /^aws_(glue|athena)_/,
    load: () => require('./readers/catalog'),
  },
  {
    types: /^aws_(lambda|default|sagemaker|ebs|ec2)_/,
    load: () => require('./readers/compute'),
  },
  {
    types: /^aws_(accessanalyzer|account|budgets|ce|servicequotas)_/,
    load: () => require('./readers/accounts'),
  },
];

/** The reader of a type of Terraform's; undefined where nothing here reads it. */
export const tryReader = (type: string): Reader | undefined =>
  services.find(({ types }) => types.test(type))?.load().readers[type];
