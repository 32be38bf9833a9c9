import type { Json } from './json';
import { allResources, type NamedResource, resources, type Stack, statements } from './synth';

/** What a rule of AWS Config looks at in one account and region. */
export interface Placed {
  /** Everything that the landing zone makes there, with the stack that it is in. */
  readonly made: readonly (NamedResource & { readonly stack: Stack })[];
}

/** The resources that a rule would report, by address; of a setting of the account what is missing. */
export type Judge = (place: Placed) => readonly string[];

/** Judges each resource of a type by itself. */
const each =
  (type: string, passes: (body: Json, resource: Placed['made'][number]) => boolean): Judge =>
  ({ made }) =>
    made
      .filter((resource) => resource.type === type && !passes(resource.body, resource))
      .map(({ stack, name }) => `${stack.name} ${type}.${name}`);

/** A setting of the account that has to be there. */
const there =
  (type: string, passes: (body: Json) => boolean = () => true): Judge =>
  ({ made }) =>
    made.some((resource) => resource.type === type && passes(resource.body)) ? [] : [`no ${type}`];

/** Judges a bucket by a resource that is written of it. */
const bucketHas = (type: string, passes: (body: Json) => boolean = () => true): Judge =>
  each('aws_s3_bucket', (_, { name, stack }) =>
    Object.values(resources(stack, type)).some(
      (body) => body.bucket === `\${aws_s3_bucket.${name}.id}` && passes(body),
    ),
  );

const blocked = (body: Json): boolean =>
  body.block_public_acls && body.block_public_policy && body.ignore_public_acls && body.restrict_public_buckets;
const closed = bucketHas('aws_s3_bucket_public_access_block', blocked);

const encryption = (type: RegExp): Judge =>
  bucketHas('aws_s3_bucket_server_side_encryption_configuration', ({ rule: [rule] }) =>
    type.test(rule.apply_server_side_encryption_by_default.sse_algorithm),
  );

const classes = ['public', 'internal', 'confidential', 'restricted'];

/** A statement that lets everybody in, whoever they are and wherever they come from. */
const opens = ({ Effect, Principal, Condition }: Json): boolean =>
  Effect === 'Allow' &&
  (Principal === '*' || Principal?.AWS === '*') &&
  !/PrincipalOrgID|SourceAccount|PrincipalArn/.test(JSON.stringify(Condition ?? {}));

/** AWS makes the workgroup `primary` in each account and region, with neither encryption nor metrics. */
const workgroups =
  (passes: (configuration: Json) => boolean): Judge =>
  (place) => [
    ...each('aws_athena_workgroup', ({ configuration }) => passes(configuration))(place),
    ...(there('aws_athena_workgroup', ({ name }) => name === 'primary')(place).length > 0
      ? ['primary as AWS made it']
      : []),
  ];

const trail = (passes: (body: Json) => boolean): Judge => each('aws_cloudtrail', passes);

/** Managed rules by their identifiers, and what they ask for. Source: AWS Config Developer Guide, managed-rules-by-aws-config. */
export const judges: Readonly<Record<string, Judge>> = {
  ATHENA_WORKGROUP_ENCRYPTED_AT_REST: workgroups(({ result_configuration: result }) =>
    Boolean(result.encryption_configuration),
  ),
  ATHENA_WORKGROUP_ENFORCE_WORKGROUP_CONFIGURATION: workgroups((body) => body.enforce_workgroup_configuration),
  ATHENA_WORKGROUP_LOGGING_ENABLED: workgroups((body) => body.publish_cloudwatch_metrics_enabled),
  CLOUD_TRAIL_ENCRYPTION_ENABLED: trail((body) => Boolean(body.kms_key_id)),
  CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED: trail((body) => body.enable_log_file_validation),
  CMK_BACKING_KEY_ROTATION_ENABLED: each('aws_kms_key', (body) => body.enable_key_rotation),
  EC2_EBS_ENCRYPTION_BY_DEFAULT: there('aws_ebs_encryption_by_default', (body) => body.enabled),
  IAM_PASSWORD_POLICY: there('aws_iam_account_password_policy', (body) => body.minimum_password_length >= 14),
  // Whatever AWS manages that allows all of something: more than the rule is given.
  IAM_POLICY_BLACKLISTED_CHECK: each(
    'aws_iam_role_policy_attachment',
    ({ policy_arn: arn }) => !/^arn:aws:iam::aws:policy\/.*FullAccess$/.test(arn),
  ),
  IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS: each('aws_iam_policy', ({ policy }) =>
    Object.values(statements(policy)).every(
      ({ Effect, Action, Resource }: Json) => Effect !== 'Allow' || Action !== '*' || Resource !== '*',
    ),
  ),
  KMS_KEY_POLICY_NO_PUBLIC_ACCESS: each('aws_kms_key', ({ policy }) => !Object.values(statements(policy)).some(opens)),
  REQUIRED_TAGS: each('aws_s3_bucket', ({ tags }) => classes.includes(tags['data-classification'])),
  S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC: there('aws_s3_account_public_access_block', blocked),
  S3_BUCKET_DEFAULT_LOCK_ENABLED: bucketHas('aws_s3_bucket_object_lock_configuration'),
  S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED: closed,
  S3_BUCKET_LOGGING_ENABLED: bucketHas('aws_s3_bucket_logging'),
  S3_BUCKET_PUBLIC_READ_PROHIBITED: closed,
  S3_BUCKET_PUBLIC_WRITE_PROHIBITED: closed,
  S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED: encryption(/./),
  S3_BUCKET_SSL_REQUESTS_ONLY: bucketHas('aws_s3_bucket_policy', ({ policy }) =>
    Object.values(statements(policy)).some(
      ({ Effect, Action, Condition }: Json) =>
        Effect === 'Deny' && Action === 's3:*' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
    ),
  ),
  S3_BUCKET_VERSIONING_ENABLED: bucketHas(
    'aws_s3_bucket_versioning',
    ({ versioning_configuration: { status } }) => status === 'Enabled',
  ),
  S3_DEFAULT_ENCRYPTION_KMS: encryption(/^aws:kms$/),
  S3_LIFECYCLE_POLICY_CHECK: bucketHas('aws_s3_bucket_lifecycle_configuration', ({ rule }) =>
    rule.some(({ status }: Json) => status === 'Enabled'),
  ),
  SECURITY_ACCOUNT_INFORMATION_PROVIDED: there(
    'aws_account_alternate_contact',
    (body) => body.alternate_contact_type === 'SECURITY',
  ),
  SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED: there('aws_default_subnet', (body) => body.map_public_ip_on_launch === false),
  VPC_DEFAULT_SECURITY_GROUP_CLOSED: there(
    'aws_default_security_group',
    ({ ingress, egress }) => ingress.length + egress.length === 0,
  ),
  VPC_FLOW_LOGS_ENABLED: there('aws_flow_log'),
  // Our own checks, as far as a stack shows what they ask: whatever else they look at is made by people.
  'bedrock-guardrail-strength': each(
    'aws_bedrock_guardrail',
    ({ content_policy_config: content = [], sensitive_information_policy_config: sensitive = [] }) =>
      content.some(({ filters_config: filters }: Json) =>
        filters.some((filter: Json) => filter.type === 'PROMPT_ATTACK' && filter.input_strength === 'HIGH'),
      ) && sensitive.length > 0,
  ),
  'bedrock-own-keys': each('aws_bedrock_guardrail', (body) => Boolean(body.kms_key_arn)),
};

/** The Terraform type of a CloudFormation type: `aws_sagemaker_notebook_instance` of `AWS::SageMaker::NotebookInstance`. */
export const terraformType = (type: string): string => {
  const [, service = '', thing = ''] = type.split('::');
  return `aws_${service.toLowerCase()}_${thing.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()}`;
};

/** Everything that stacks make in a place. */
export const madeIn = (stacks: readonly Stack[], isThere: (stack: Stack, body: Json) => boolean): Placed['made'] =>
  stacks.flatMap((stack) =>
    allResources(stack)
      .filter(({ body }) => isThere(stack, body))
      .map((resource) => ({ ...resource, stack })),
  );
