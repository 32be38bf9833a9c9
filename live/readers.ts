import type { Reader } from './reader';

type Readers = Readonly<Record<string, Reader>>;

/* Each service is loaded when a type of it is asked for: the clients of the SDK take most of the time of a short run. */
const services: readonly { readonly types: RegExp; readonly load: () => Readers }[] = [
  {
    types: /^aws_(organizations|ram|cloudtrail_organization)_/,
    load: () => (require('./readers/organizations') as typeof import('./readers/organizations')).readers,
  },
  { types: /^aws_iam_/, load: () => (require('./readers/iam') as typeof import('./readers/iam')).readers },
  { types: /^aws_s3_/, load: () => (require('./readers/s3') as typeof import('./readers/s3')).readers },
  { types: /^aws_kms_/, load: () => (require('./readers/kms') as typeof import('./readers/kms')).readers },
  {
    types: /^aws_cloudtrail$/,
    load: () => (require('./readers/cloudtrail') as typeof import('./readers/cloudtrail')).readers,
  },
  { types: /^aws_config_/, load: () => (require('./readers/config') as typeof import('./readers/config')).readers },
  {
    types: /^aws_guardduty_/,
    load: () => (require('./readers/guardduty') as typeof import('./readers/guardduty')).readers,
  },
  { types: /^aws_macie2_/, load: () => (require('./readers/macie2') as typeof import('./readers/macie2')).readers },
  {
    types: /^aws_securityhub_/,
    load: () => (require('./readers/securityhub') as typeof import('./readers/securityhub')).readers,
  },
  {
    types: /^aws_(cloudwatch_(log|metric)|sns|sqs)_/,
    load: () => (require('./readers/messages') as typeof import('./readers/messages')).readers,
  },
  {
    types: /^aws_cloudwatch_event_/,
    load: () => (require('./readers/events') as typeof import('./readers/events')).readers,
  },
  { types: /^aws_bedrock_/, load: () => (require('./readers/bedrock') as typeof import('./readers/bedrock')).readers },
  {
    types: /^aws_cloudformation_/,
    load: () => (require('./readers/cloudformation') as typeof import('./readers/cloudformation')).readers,
  },
  {
    types: /^aws_lakeformation_/,
    load: () => (require('./readers/lakeformation') as typeof import('./readers/lakeformation')).readers,
  },
  {
    types: /^aws_(glue|athena)_/,
    load: () => (require('./readers/catalog') as typeof import('./readers/catalog')).readers,
  },
  {
    types: /^aws_(lambda|default|sagemaker|ebs|ec2)_/,
    load: () => (require('./readers/compute') as typeof import('./readers/compute')).readers,
  },
  {
    types: /^aws_(accessanalyzer|account|budgets|ce|servicequotas)_/,
    load: () => (require('./readers/accounts') as typeof import('./readers/accounts')).readers,
  },
];

/** The reader of a type of Terraform's; undefined where nothing here reads it. */
export const tryReader = (type: string): Reader | undefined =>
  services.find(({ types }) => types.test(type))?.load()[type];
