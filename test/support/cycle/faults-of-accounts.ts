import { type Fault, policyOf, region } from './fault';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const anybody = { Effect: 'Allow', Principal: { AWS: '*' } };
const group = 'arn:aws:sagemaker:eu-central-1:{accountId}:model-package-group/{model_package_group_name}';
const analyst = 'DataLakePrincipalIdentifier={ai-models/aws_iam_role.lake-role-Analyst:arn}';
const totals = { Table: { DatabaseName: 'figures', Name: 'totals' } };

const logs: readonly Fault[] = [
  {
    what: 'the bucket of the trails may be opened to the public',
    at: 'log-archive/aws_s3_bucket_public_access_block.trails-public-access-block',
    aws: 's3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false',
    field: 'block_public_policy',
  },
  {
    what: 'the bucket of the findings is read by anybody who has an account',
    at: 'log-archive/aws_s3_bucket_policy.findings-policy',
    aws: 's3api put-bucket-policy --bucket {bucket} --policy',
    document: policyOf({ ...anybody, Action: 's3:GetObject', Resource: 'arn:aws:s3:::{bucket}/*' }),
    field: 'policy.Statement',
  },
  {
    what: 'the bucket of the trails keeps no versions',
    at: 'log-archive/aws_s3_bucket_versioning.trails-versioning',
    aws: 's3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Suspended',
    field: 'versioning_configuration.status',
  },
  {
    what: 'requests to the bucket of the trails are not logged',
    at: 'log-archive/aws_s3_bucket_logging.trails-access-log',
    aws: 's3api put-bucket-logging --bucket {bucket} --bucket-logging-status',
    document: {},
    field: 'target_bucket',
  },
  {
    what: 'the key of the trails is open to everybody',
    at: 'log-archive/aws_kms_key.trails-key',
    aws: 'kms put-key-policy --key-id {key_id} --policy-name default --policy',
    document: policyOf({ ...anybody, Action: 'kms:*', Resource: '*' }),
    field: 'policy.Statement',
  },
  {
    what: 'a key is not rotated',
    at: 'log-archive/aws_kms_key.prompts-key',
    aws: 'kms disable-key-rotation --key-id {key_id}',
    field: 'enable_key_rotation',
  },
  {
    what: 'the log of the rules is kept for a day',
    at: `account-models/aws_cloudwatch_log_group.config-rules-log-${region}`,
    aws: 'logs put-retention-policy --log-group-name {name} --retention-in-days 1',
    field: 'retention_in_days',
  },
];

const accounts: readonly Fault[] = [
  {
    what: 'the buckets of an account may be opened to the public',
    at: 'account-models/aws_s3_account_public_access_block.s3-public-access-block',
    aws: 's3control delete-public-access-block --account-id {accountId}',
    field: 'aws_s3_account_public_access_block',
  },
  {
    what: 'volumes are not encrypted',
    at: `account-models/aws_ebs_encryption_by_default.ebs-encryption-${region}`,
    aws: 'ec2 disable-ebs-encryption-by-default',
    field: 'enabled',
  },
  {
    what: 'passwords may be short',
    at: 'account-security/aws_iam_account_password_policy.password-policy',
    aws: 'iam delete-account-password-policy',
    field: 'aws_iam_account_password_policy',
  },
  {
    what: 'anybody may assume the role of the responders',
    at: 'account-security/aws_iam_role.exempt-role-SecurityResponder',
    aws: 'iam update-assume-role-policy --role-name {name} --policy-document',
    document: policyOf({ ...anybody, Action: 'sts:AssumeRole' }),
    field: 'assume_role_policy.Statement',
  },
  {
    what: 'the role of the auditors is an administrator',
    at: 'security/aws_iam_role.audit-role',
    aws: 'iam attach-role-policy --role-name {name} --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    field: 'managed_policies',
    mend: 'iam detach-role-policy --role-name {name} --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  },
  {
    what: 'the role of the rules may do everything',
    at: 'account-models/aws_iam_role_policy.config-rules-role-policy',
    aws: 'iam put-role-policy --role-name {role} --policy-name {name} --policy-document',
    document: policyOf(everything),
    field: 'policy.Statement',
  },
];

const workloads: readonly Fault[] = [
  {
    what: 'calls of models are not logged',
    at: `ai-models/aws_bedrock_model_invocation_logging_configuration.invocation-logging-${region}`,
    aws: 'bedrock delete-model-invocation-logging-configuration',
    field: 'aws_bedrock_model_invocation_logging_configuration',
  },
  {
    what: 'a guardrail is gone',
    at: `ai-models/aws_bedrock_guardrail.guardrail-trials-${region}`,
    aws: 'bedrock delete-guardrail --guardrail-identifier {guardrail_id}',
    field: 'aws_bedrock_guardrail',
  },
  {
    what: 'training data are encrypted without the key',
    at: 'ai-models/aws_s3_bucket_server_side_encryption_configuration.training-encryption',
    aws: 's3api put-bucket-encryption --bucket {bucket} --server-side-encryption-configuration',
    document: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    field: 'rule',
  },
  {
    what: 'a grant of the data lake is added',
    at: 'ai-models/grants',
    aws: `lakeformation grant-permissions --principal ${analyst} --permissions SELECT --resource`,
    document: totals,
    field: 'grant to ',
    mend: `lakeformation revoke-permissions --principal ${analyst} --permissions SELECT --resource`,
  },
  {
    what: 'the model registry is open to another account',
    at: 'ai-models/aws_sagemaker_model_package_group.model-package-group-triage',
    aws: 'sagemaker put-model-package-group-policy --model-package-group-name {model_package_group_name} --resource-policy',
    document: policyOf({
      Sid: 'Others',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::999988887777:root' },
      Action: 'sagemaker:DescribeModelPackageGroup',
      Resource: group,
    }),
    field: 'is_shared',
    mend: 'sagemaker delete-model-package-group-policy --model-package-group-name {model_package_group_name}',
  },
];

/** What is kept, allowed and made in accounts, in groups of which each is done in its order. */
export const faultsOfAccounts: readonly (readonly Fault[])[] = [logs, accounts, workloads];
