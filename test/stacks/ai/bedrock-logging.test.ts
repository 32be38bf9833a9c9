import { stacksWithBedrock } from '../../support/bedrock';
import {
  accountId,
  everyRegion,
  find,
  output,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synth,
  synthOne,
} from '../../support/synth';
import { zoneOf } from '../../support/zone';

const stacks = synth(zoneOf({ controls: [] }));
const ai = find(stacks, 'ai-models');
const archive = find(stacks, 'log-archive');
const account = accountId('models');
const bucketOf = (region: string) => `acme-ai-data-prompts-${account}-${region}`;
const written = `prompts/AWSLogs/${account}/BedrockModelInvocationLogs/*`;

const withLogging = (invocationLogging: object) => stacksWithBedrock({ invocationLogging });

describe.each(everyRegion)('the record of model invocations in %s', (region) => {
  const part = (type: string, name: string) => resource(ai, type, name);
  const source = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:${region}:${account}:*` },
  };

  test('goes to a bucket of the same account and region, all of it, once Bedrock may write there', () => {
    const destination = {
      bucket_name: reference(`aws_s3_bucket.prompts-${region}-bucket.bucket`),
      key_prefix: 'prompts',
    };
    const configuration = part('aws_bedrock_model_invocation_logging_configuration', `invocation-logging-${region}`);
    expect(configuration.logging_config).toEqual([
      {
        text_data_delivery_enabled: true,
        image_data_delivery_enabled: true,
        embedding_data_delivery_enabled: true,
        video_data_delivery_enabled: true,
        s3_config: [destination],
        cloudwatch_config: [
          expect.objectContaining({
            log_group_name: reference(`aws_cloudwatch_log_group.model-invocations-${region}.name`),
            large_data_delivery_s3_config: [destination],
          }),
        ],
      },
    ]);
    expect(configuration.depends_on).toContain(`aws_s3_bucket_policy.prompts-${region}-policy`);
    expect(part('aws_s3_bucket', `prompts-${region}-bucket`)).toMatchObject({
      bucket: bucketOf(region),
      tags: { 'data-domain': 'prompts', 'data-classification': 'restricted' },
    });
  });

  test('is written by Bedrock for this account and region only, under a key of its own', () => {
    const { BedrockWrites } = statements(part('aws_s3_bucket_policy', `prompts-${region}-policy`).policy);
    expect(BedrockWrites).toMatchObject({
      Principal: { Service: 'bedrock.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${bucketOf(region)}/${written}`,
      Condition: source,
    });
    const { BedrockEncrypts, MacieReads } = statements(part('aws_kms_key', `prompts-key-${region}`).policy);
    expect(MacieReads?.Action).toBe('kms:Decrypt');
    expect(BedrockEncrypts).toMatchObject({ Action: 'kms:GenerateDataKey', Condition: source });
  });

  test('is deleted by nobody but the landing zone and the break-glass role, until it is old enough', () => {
    const { RecordsStay } = statements(part('aws_s3_bucket_policy', `prompts-${region}-policy`).policy);
    expect(RecordsStay).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      Condition: {
        ArnNotLike: {
          'aws:PrincipalArn': ['OrganizationAccountAccessRole', 'BreakGlass'].map(
            (role) => `arn:aws:iam::${account}:role/${role}`,
          ),
        },
      },
    });
    const { rule } = part('aws_s3_bucket_lifecycle_configuration', `prompts-${region}-lifecycle`);
    expect(rule[0].expiration).toEqual([{ days: 365 }]);
  });

  test('is read by nobody but its readers, break glass, Macie and what copies it', () => {
    const { ReadersOnly } = statements(part('aws_s3_bucket_policy', `prompts-${region}-policy`).policy);
    expect(ReadersOnly).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:GetObject*' });
    const macie = 'aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie';
    expect(ReadersOnly?.Condition.ArnNotLike['aws:PrincipalArn']).toEqual(
      ['BreakGlass', 'acme-ai-prompt-replication', macie].map((role) => `arn:aws:iam::${account}:role/${role}`),
    );
  });

  test('is logged by S3 too, in the region where S3 can', () => {
    const home = region === 'eu-central-1';
    expect(part('aws_s3_bucket_logging', `prompts-${region}-access-log`).target_bucket).toBe(
      reference(`aws_s3_bucket.${home ? 'access-log' : `access-log-${region}`}-bucket.id`),
    );
  });

  test('is copied to the log archive, which owns and encrypts the copies, and not deleted there', () => {
    const replication = part('aws_s3_bucket_replication_configuration', `prompt-replication-${region}`);
    expect(replication.rule).toEqual([
      expect.objectContaining({
        status: 'Enabled',
        delete_marker_replication: { status: 'Disabled' },
        source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
        destination: {
          account: accountId('log-archive'),
          bucket: `arn:aws:s3:::${output('log-archive', 'prompt_bucket')}`,
          access_control_translation: { owner: 'Destination' },
          encryption_configuration: { replica_kms_key_id: output('log-archive', 'prompt_key_arn') },
        },
      }),
    ]);
    expect(replication.depends_on).toEqual([
      `aws_s3_bucket_versioning.prompts-${region}-versioning`,
      'aws_iam_role_policy.prompt-replication-policy',
    ]);
  });
});

describe('the record of model invocations', () => {
  test('has names that S3 takes, however long landing zone and region are called', () => {
    const [name = ''] = Object.values(resources(ai, 'aws_s3_bucket'))
      .map(({ bucket }) => bucket as string)
      .filter((bucket) => bucket.includes('-prompts-'));
    const longest = name
      .replace('acme-ai', 'x'.repeat(20))
      .replace(account, '111122223333')
      .replace(new RegExp(`(${everyRegion.join('|')})$`), 'ap-southeast-1');
    expect(longest).toMatch(/^[a-z0-9-]{3,63}$/);
  });

  test('is copied by a role that reads its buckets, and writes only the folder of its account', () => {
    const all = statements(resource(ai, 'aws_iam_role_policy', 'prompt-replication-policy').policy);
    expect(all.WriteCopies).toMatchObject({
      Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
      Resource: `arn:aws:s3:::${output('log-archive', 'prompt_bucket')}/prompts/AWSLogs/${account}/*`,
    });
    expect(Object.values(all).flatMap(({ Action }) => Action)).not.toContain('s3:ReplicateDelete');
    for (const { Resource } of Object.values(all)) expect(Resource).not.toBe('*');
  });

  test('goes to CloudWatch Logs by a role that can write nothing else', () => {
    const { Write } = statements(resource(ai, 'aws_iam_role_policy', 'model-invocations-role-policy').policy);
    expect(Write?.Resource).toBe(
      `arn:aws:logs:*:${account}:log-group:acme-ai-model-invocations:log-stream:aws/bedrock/modelinvocations`,
    );
  });

  test('stays in the account where it is not archived, and the stack does not read the log archive then', () => {
    const alone = find(withLogging({ archive: false }), 'ai-models');
    expect(resources(alone, 'aws_s3_bucket_replication_configuration')).toEqual({});
    expect(alone.dependencies).not.toContain('log-archive');
  });

  test('is not made where it is switched off', () => {
    const off = find(withLogging({ on: false }), 'ai-models');
    expect(resources(off, 'aws_bedrock_model_invocation_logging_configuration')).toEqual({});
    expect(Object.keys(resources(off, 'aws_s3_bucket')).join()).not.toContain('prompts');
  });
});

describe('the log archive', () => {
  const policy = statements(resource(archive, 'aws_s3_bucket_policy', 'prompts-policy').policy);

  test('takes prompts from the replication role of an account of the organization, into its own folder only', () => {
    expect(policy.ReplicationWrites).toEqual({
      Sid: 'ReplicationWrites',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
      // Terraform writes one dollar sign for two.
      Resource: `arn:aws:s3:::acme-ai-prompts-${accountId('log-archive')}/prompts/AWSLogs/$\${aws:PrincipalAccount}/*`,
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': output('management', 'organization_id') },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/acme-ai-prompt-replication' },
      },
    });
    const role = resource(ai, 'aws_iam_role', 'prompt-replication').name;
    expect(policy.ReplicationWrites?.Condition.ArnLike['aws:PrincipalArn']).toBe(`arn:aws:iam::*:role/${role}`);
  });

  test('are copied by S3 for the account, and for no other where it says for which', () => {
    const { Service } = statements(resource(ai, 'aws_iam_role', 'prompt-replication').assume_role_policy);
    expect(Service?.Principal).toEqual({ Service: 's3.amazonaws.com' });
    expect(Service?.Condition).toEqual({ StringEqualsIfExists: { 'aws:SourceAccount': account } });
  });

  test('lets the same roles encrypt, through S3 only', () => {
    const { ReplicationEncrypts } = statements(resource(archive, 'aws_kms_key', 'prompts-key').policy);
    expect(ReplicationEncrypts).toMatchObject({
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Condition: {
        StringEquals: {
          'aws:PrincipalOrgID': output('management', 'organization_id'),
          'kms:ViaService': 's3.eu-central-1.amazonaws.com',
        },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/acme-ai-prompt-replication' },
      },
    });
  });

  test('keeps the prompts of an account for as long as the account does', () => {
    const { rule } = resource(
      find(withLogging({ retentionDays: 200 }), 'log-archive'),
      'aws_s3_bucket_lifecycle_configuration',
      'prompts-lifecycle',
    );
    expect(rule[1]).toEqual({
      id: 'models',
      status: 'Enabled',
      filter: [{ prefix: `prompts/AWSLogs/${account}/` }],
      expiration: [{ days: 200 }],
    });
  });

  test('has the bucket before any account uses it, so that it outlives the last one', () => {
    expect(resource(synthOne(smallZone(), 'log-archive'), 'aws_s3_bucket', 'prompts-bucket').tags).toEqual({
      'data-domain': 'prompts',
      'data-classification': 'restricted',
    });
  });
});
