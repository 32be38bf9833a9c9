import { accountId, output, reference, resource, smallZone, statements, synthOne } from '../support/synth';

const security = synthOne(smallZone({ audit: { readers: ['Auditor', 'teams/*Revision'] } }), 'security');
const here = `arn:aws:iam::${accountId('security')}`;
const trails = output('log-archive', 'trail_bucket');
const role = statements(resource(security, 'aws_iam_role_policy', 'audit-role-policy').policy);
const throughAthena = { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } };

describe('the audit role', () => {
  test('is assumed by the readers of the settings, and by nobody outside the security account', () => {
    const trust = statements(resource(security, 'aws_iam_role', 'audit-role').assume_role_policy);
    expect(trust).toEqual({
      Readers: {
        Sid: 'Readers',
        Effect: 'Allow',
        Principal: { AWS: `${here}:root` },
        Action: 'sts:AssumeRole',
        Condition: { ArnLike: { 'aws:PrincipalArn': [`${here}:role/Auditor`, `${here}:role/teams/*Revision`] } },
      },
    });
  });

  test('is called as the log archive knows it', () => {
    expect(resource(security, 'aws_iam_role', 'audit-role').name).toBe('acme-ai-audit');
  });

  test('reads and decrypts trails through Athena only', () => {
    expect(role.ReadTrails).toMatchObject({
      Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
      Resource: [`arn:aws:s3:::${trails}`, `arn:aws:s3:::${trails}/*`],
      Condition: throughAthena,
    });
    expect(role.DecryptTrails).toMatchObject({
      Action: 'kms:Decrypt',
      Resource: output('log-archive', 'trail_key_arn'),
      Condition: throughAthena,
    });
  });

  test('asks in its own workgroup, of its own tables', () => {
    const place = `eu-central-1:${accountId('security')}`;
    expect(role.Ask?.Resource).toBe(`arn:aws:athena:${place}:workgroup/acme-ai-audit`);
    // The console and drivers list databases.
    expect(role.ReadCatalog?.Action).toContain('glue:GetDatabases');
    expect(role.ReadCatalog?.Resource).toEqual([
      `arn:aws:glue:${place}:catalog`,
      `arn:aws:glue:${place}:database/default`,
      `arn:aws:glue:${place}:database/acme_ai_audit`,
      `arn:aws:glue:${place}:table/acme_ai_audit/*`,
    ]);
  });

  test('changes nothing but the answers', () => {
    const actions = Object.values(role).flatMap(({ Action }) => Action as string | string[]);
    const reading = /:(Get|List|BatchGet|Decrypt)/;
    expect(actions.filter((action) => !reading.test(action))).toEqual([
      'athena:StartQueryExecution',
      'athena:StopQueryExecution',
      's3:AbortMultipartUpload',
      's3:PutObject',
      'kms:GenerateDataKey',
    ]);
    expect(role.KeepResults?.Condition).toEqual(role.ReadTrails?.Condition);
    expect(role.KeepResults?.Resource).toBe(`${reference('aws_s3_bucket.audit-results-bucket.arn')}/*`);
    expect(role.EncryptResults?.Resource).toBe(reference('aws_kms_key.audit-key.arn'));
  });
});

describe('the bucket of answers', () => {
  test('shows them to the audit role alone', () => {
    const policy = statements(resource(security, 'aws_s3_bucket_policy', 'audit-results-policy').policy);
    expect(policy.OnlyAuditors).toEqual({
      Sid: 'OnlyAuditors',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      Resource: `arn:aws:s3:::acme-ai-audit-results-${accountId('security')}/*`,
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': `${here}:role/acme-ai-audit` } },
    });
  });

  test('has a key of its own and an access log', () => {
    const { rule } = resource(
      security,
      'aws_s3_bucket_server_side_encryption_configuration',
      'audit-results-encryption',
    );
    expect(rule[0].apply_server_side_encryption_by_default.kms_master_key_id).toBe(
      reference('aws_kms_key.audit-key.arn'),
    );
    expect(resource(security, 'aws_s3_bucket_logging', 'audit-results-access-log').target_bucket).toBe(
      reference('aws_s3_bucket.audit-access-log-bucket.id'),
    );
  });
});
