import { review } from '../../review/review';
import type { Body, StackJson } from '../../review/stack-json';
import { worstOf } from '../../review/verdict';

const verdictOf = async (before: object, after: object) => {
  const { findings } = await review(new Map([['s', before as StackJson]]), new Map([['s', after as StackJson]]));
  return worstOf(findings.flatMap(({ effects }) => effects.map(({ verdict }) => verdict)));
};
const stackOf = (type: string, body: Body) => ({ resource: { [type]: { x: body } } });

describe('a value that weakens what the provider does by default', () => {
  it.each([
    ['aws_cloudtrail', { enable_logging: false }],
    ['aws_cloudtrail', { include_global_service_events: false }],
    ['aws_guardduty_detector', { enable: false }],
    ['aws_cloudwatch_event_rule', { state: 'DISABLED' }],
    ['aws_cloudwatch_event_rule', { is_enabled: false }],
    ['aws_macie2_account', { status: 'PAUSED' }],
    ['aws_ebs_encryption_by_default', { enabled: false }],
    ['aws_config_configuration_recorder', { recording_mode: { recording_frequency: 'DAILY' } }],
    ['aws_config_configuration_recorder', { recording_group: { all_supported: false } }],
    ['aws_kms_key', { is_enabled: false }],
    ['aws_securityhub_account', { auto_enable_controls: false }],
    ['aws_athena_workgroup', { configuration: { enforce_workgroup_configuration: false } }],
    ['aws_bedrock_model_invocation_logging_configuration', { logging_config: { text_data_delivery_enabled: false } }],
    ['aws_cloudwatch_log_group', { retention_in_days: 1 }],
  ])('of %s is weaker: nothing → %j', async (type, body) => {
    expect(await verdictOf(stackOf(type, {}), stackOf(type, body))).toBe('weaker');
  });
});

describe('a value that is taken away', () => {
  it.each([
    ['aws_iam_account_password_policy', { require_numbers: true }],
    ['aws_iam_account_password_policy', { max_password_age: 90 }],
    ['aws_iam_account_password_policy', { password_reuse_prevention: 24 }],
    ['aws_lakeformation_data_lake_settings', { parameters: { SET_CONTEXT: 'FALSE' } }],
    ['aws_lakeformation_resource', { hybrid_access_enabled: true }],
    ['aws_guardduty_detector', { finding_publishing_frequency: 'FIFTEEN_MINUTES' }],
    ['aws_macie2_account', { status: 'PAUSED' }],
    ['aws_sqs_queue', { sqs_managed_sse_enabled: false }],
    ['aws_kms_key', { rotation_period_in_days: 90 }],
    ['aws_s3_bucket_versioning', { versioning_configuration: { mfa_delete: 'Enabled' } }],
  ])('of %s is not judged, where the provider leaves what AWS has: %j → nothing', async (type, body) => {
    expect(await verdictOf(stackOf(type, body), stackOf(type, {}))).toBe('not judged');
  });

  it.each([
    ['aws_cloudtrail', { enable_log_file_validation: true }, 'weaker'],
    ['aws_cloudtrail', { include_global_service_events: false }, 'stronger'],
    ['aws_default_subnet', { map_public_ip_on_launch: false }, 'weaker'],
    ['aws_kms_key', { enable_key_rotation: true }, 'weaker'],
    ['aws_iam_account_password_policy', { minimum_password_length: 14 }, 'weaker'],
    ['aws_cloudwatch_event_rule', { state: 'DISABLED' }, 'stronger'],
    ['aws_ec2_instance_metadata_defaults', { http_tokens: 'required' }, 'weaker'],
    [
      'aws_bedrock_model_invocation_logging_configuration',
      { logging_config: { video_data_delivery_enabled: false } },
      'stronger',
    ],
  ] as const)('of %s is judged by what the provider sets then: %j → nothing is %s', async (type, body, verdict) => {
    expect(await verdictOf(stackOf(type, body), stackOf(type, {}))).toBe(verdict);
  });

  it.each([
    ['aws_iam_account_password_policy', { require_numbers: true }, 'stronger'],
    ['aws_lakeformation_data_lake_settings', { parameters: { SET_CONTEXT: 'FALSE' } }, 'weaker'],
    ['aws_sqs_queue', { sqs_managed_sse_enabled: false }, 'weaker'],
    ['aws_kms_key', { rotation_period_in_days: 2_560 }, 'weaker'],
    ['aws_s3_bucket_versioning', { versioning_configuration: { mfa_delete: 'Enabled' } }, 'stronger'],
  ] as const)(
    'is compared with what AWS does at first where it comes: %s nothing → %j is %s',
    async (type, body, verdict) => {
      expect(await verdictOf(stackOf(type, {}), stackOf(type, body))).toBe(verdict);
    },
  );

  it.each([
    ['aws_macie2_classification_job', { sampling_percentage: 10 }],
    ['aws_accessanalyzer_analyzer', { configuration: { unused_access: { unused_access_age: 300 } } }],
    ['aws_config_delivery_channel', { snapshot_delivery_properties: { delivery_frequency: 'Six_Hours' } }],
    ['aws_bedrock_model_invocation_logging_configuration', { logging_config: { audio_data_delivery_enabled: false } }],
  ])('or comes is not judged where nobody documents what holds without it: %s %j', async (type, body) => {
    expect(await verdictOf(stackOf(type, body), stackOf(type, {}))).toBe('not judged');
    expect(await verdictOf(stackOf(type, {}), stackOf(type, body))).toBe('not judged');
  });
});

describe('another thing in the place of one', () => {
  it.each([
    ['aws_sns_topic_subscription', 'endpoint', 'security@example.com', 'somebody@example.org'],
    ['aws_securityhub_configuration_policy_association', 'target_id', 'r-1', 'ou-1'],
    ['aws_securityhub_configuration_policy_association', 'policy_id', 'strict', 'off'],
    ['aws_organizations_delegated_administrator', 'service_principal', 'guardduty.amazonaws.com', 'sso.amazonaws.com'],
    ['aws_lakeformation_resource', 'arn', 'arn:aws:s3:::clinical', 'arn:aws:s3:::public'],
    ['aws_guardduty_organization_configuration_feature', 'name', 'S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION'],
    ['aws_iam_role_policy_attachment', 'role', '$' + '{aws_iam_role.backup.name}', '$' + '{aws_iam_role.people.name}'],
    ['aws_lambda_function', 'role', '$' + '{aws_iam_role.reader.arn}', '$' + '{aws_iam_role.admin.arn}'],
    ['aws_guardduty_member', 'account_id', '111122223333', '444455556666'],
    ['aws_cloudformation_stack', 'parameters', { GuardrailIdentifier: 'strict' }, { GuardrailIdentifier: 'lax' }],
    ['aws_cloudwatch_metric_alarm', 'dimensions', { QueueName: 'a' }, { QueueName: 'b' }],
    ['aws_kms_key', 'lifecycle', {}, { ignore_changes: ['policy'] }],
  ])('of %s is not judged: %s %j → %j', async (type, name, before, after) => {
    expect(await verdictOf(stackOf(type, { [name]: before }), stackOf(type, { [name]: after }))).toBe('not judged');
  });

  it('is none where the same thing has only moved', async () => {
    const attached = (role: string) => ({
      aws_iam_role: { [role]: { name: 'a' } },
      aws_iam_role_policy_attachment: { x: { role: `$\{aws_iam_role.${role}.name}`, policy_arn: 'b' } },
    });
    const moved = [{ from: 'aws_iam_role.a', to: 'aws_iam_role.b' }];
    expect(await verdictOf({ resource: attached('a') }, { resource: attached('b'), moved })).toBe('harmless');
    expect(await verdictOf({ resource: attached('a') }, { resource: attached('b') })).not.toBe('harmless');
  });
});

describe('what is new', () => {
  const added = (type: string, body: Body) => verdictOf({ resource: {} }, stackOf(type, body));

  it.each([
    ['aws_s3_account_public_access_block', { block_public_acls: false }],
    ['aws_cloudtrail', { name: 'x', enable_logging: false }],
    ['aws_lakeformation_data_lake_settings', { admins: ['arn:aws:iam::999988887777:role/somebody'] }],
    ['aws_cloudtrail', { name: 'x', made_up: true }],
    ['aws_cloudformation_stack', { template_body: '{"Resources":{"a":{"Type":"AWS::Made::Up"}}}' }],
  ])('and has a value that is off is not judged: %s %j', async (type, body) => {
    expect(await added(type, body)).toBe('not judged');
  });

  it.each([
    ['AWS::Bedrock::EnforcedGuardrailConfiguration', 'stronger', 'weaker'],
    ['AWS::Bedrock::ResourcePolicy', 'not judged', 'not judged'],
  ])('as a template of %s is %s, and where it is gone %s', async (Type, come, gone) => {
    const made = stackOf('aws_cloudformation_stack', { template_body: `Resources:\n  a:\n    Type: ${Type}\n` });
    expect(await verdictOf({ resource: {} }, made)).toBe(come);
    expect(await verdictOf(made, { resource: {} })).toBe(gone);
  });

  it('is not judged as a template that nobody can read', async () => {
    expect(await added('aws_cloudformation_stack', { template_body: ': :\n- }' })).toBe('not judged');
  });

  it('protects where none of its values is off', async () => {
    expect(await added('aws_s3_account_public_access_block', { block_public_acls: true })).toBe('stronger');
  });

  it('is not passed over as a role of services where its trust leaves out some alone', async () => {
    const trust = (who: object) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...who }] });
    const service = { Service: 'ec2.amazonaws.com' };
    expect(await added('aws_iam_role', { assume_role_policy: trust({ NotPrincipal: service }) })).toBe('not judged');
    expect(await added('aws_iam_role', { assume_role_policy: trust({ Principal: service }) })).toBe('harmless');
  });

  it('takes objects away sooner where it is a lifecycle of a bucket that stands', async () => {
    const bucket = { aws_s3_bucket: { logs: { bucket: 'logs' } } };
    const lifecycle = {
      aws_s3_bucket_lifecycle_configuration: {
        x: {
          bucket: '$' + '{aws_s3_bucket.logs.id}',
          rule: [{ id: 'all', status: 'Enabled', expiration: { days: 1 } }],
        },
      },
    };
    expect(await verdictOf({ resource: bucket }, { resource: { ...bucket, ...lifecycle } })).toBe('weaker');
    expect(await verdictOf({ resource: {} }, { resource: { ...bucket, ...lifecycle } })).toBe('harmless');
  });
});

describe('what a reference stands for', () => {
  const policy = (reference: string) => stackOf('aws_iam_role_policy', { role: 'r', policy: `$\{${reference}}` });

  it.each([
    [
      'data',
      { aws_iam_policy_document: { d: { statement: [{ actions: ['s3:GetObject'] }] } } },
      { aws_iam_policy_document: { d: { statement: [{ actions: ['*'] }] } } },
    ],
    ['locals', { document: 'a' }, { document: 'b' }],
    ['output', { role: { value: 'a' } }, { role: { value: 'b' } }],
  ])('is not judged where it changes in %s', async (key, before, after) => {
    const stack = policy(key === 'data' ? 'data.aws_iam_policy_document.d.json' : 'local.document');
    expect(await verdictOf({ ...stack, [key]: before }, { ...stack, [key]: after })).toBe('not judged');
  });

  it('is something else in another stack, under the same name', async () => {
    const reads = (stack: string) =>
      stackOf('aws_iam_role_policy', {
        role: 'r',
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: `$\{data.terraform_remote_state.${stack}.outputs.bucket_arn}/*`,
            },
          ],
        }),
      });
    expect(await verdictOf(reads('lab'), reads('log-archive'))).toBe('weaker');
  });
});

describe('the ARN of a role that another stack publishes', () => {
  /** CDKTF writes the quotes of a reference as they are, within text that is JSON itself. */
  const asCdktf = (document: object) =>
    JSON.stringify(document).replace(/\$\{[^}]*\}/g, (reference) => reference.replaceAll('\\"', '"'));
  const bucket = (...readers: readonly string[]) => ({
    resource: {
      aws_s3_bucket_policy: {
        p: {
          bucket: 'trails',
          policy: asCdktf({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: readers },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::trails/*',
              },
            ],
          }),
        },
      },
    },
  });
  const audit = '$' + '{data.terraform_remote_state.security.outputs.audit_role_arn}';
  const security = (name: string, value: unknown = '$' + '{aws_iam_role.audit.arn}') => ({
    provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] },
    resource: { aws_iam_role: { audit: { name } } },
    output: { audit_role_arn: { value } },
  });
  const reviewed = async (before: object, after: object, [was, is] = [security('audit'), security('audit')]) => {
    const stacks = (own: object, other: object) =>
      new Map([
        ['log-archive', own as StackJson],
        ['security', other as StackJson],
      ]);
    const { findings } = await review(stacks(before, was as object), stacks(after, is as object));
    return findings.filter(({ stack }) => stack === 'log-archive').flatMap(({ effects }) => effects);
  };

  it('is a principal by the name and account that its stack gives the role', async () => {
    const [effect] = await reviewed(
      bucket('arn:aws:iam::111122223333:role/other'),
      bucket('arn:aws:iam::111122223333:role/other', audit),
    );
    expect(effect).toMatchObject({ verdict: 'weaker', says: expect.stringContaining('audit') });
  });

  it('is the same as the role by its own ARN', async () => {
    expect(await reviewed(bucket('arn:aws:iam::111122223333:role/audit'), bucket(audit))).toEqual([]);
  });

  it('is picked out of a map by its key', async () => {
    const map = security('audit', { home: '$' + '{aws_iam_role.audit.arn}' });
    const home = '$' + '{data.terraform_remote_state.security.outputs.audit_role_arn["home"]}';
    expect(await reviewed(bucket('arn:aws:iam::111122223333:role/audit'), bucket(home), [map, map])).toEqual([]);
  });

  it('is nobody that is known where the role has another name in one of the versions', async () => {
    const effects = await reviewed(bucket('arn:aws:iam::111122223333:role/audit'), bucket(audit), [
      security('audit'),
      security('renamed'),
    ]);
    expect(effects).not.toEqual([]);
  });
});

describe('what SCPs allow at all', () => {
  const organization = (Action: string) => ({
    resource: {
      aws_organizations_policy: {
        p: {
          type: 'SERVICE_CONTROL_POLICY',
          content: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }),
        },
      },
      aws_organizations_policy_attachment: {
        a: {
          policy_id: '$' + '{aws_organizations_policy.p.id}',
          target_id: '$' + '{aws_organizations_account.lab.id}',
        },
      },
      aws_organizations_account: {
        lab: { parent_id: '$' + '{aws_organizations_organization.organization.roots[0].id}' },
      },
    },
  });

  it('is not judged where it is something else', async () => {
    expect(await verdictOf(organization('ec2:*'), organization('*'))).toBe('not judged');
  });
});

describe('a grant on a table that is new', () => {
  const lake = (tables: readonly string[]) => ({
    resource: {
      aws_glue_catalog_table: Object.fromEntries(
        tables.map((name) => [name, { name, database_name: 'd', storage_descriptor: { columns: [{ name: 'c' }] } }]),
      ),
      aws_lakeformation_permissions: Object.fromEntries(
        tables.map((name) => [name, { principal: 'p', permissions: ['SELECT'], table: { database_name: 'd', name } }]),
      ),
    },
  });

  it('is not judged: its objects may have been there before', async () => {
    expect(await verdictOf(lake(['a']), lake(['a', 'b']))).toBe('not judged');
  });
});
