import { accountId, output, resource, smallZone, statements, synthOne } from '../support/synth';

const archive = synthOne(smallZone(), 'log-archive');
const bucketPolicy = (kind: string) => statements(resource(archive, 'aws_s3_bucket_policy', `${kind}-policy`).policy);
const keyPolicy = (kind: string) => statements(resource(archive, 'aws_kms_key', `${kind}-key`).policy);
const arnOf = (kind: string): string => `arn:aws:s3:::acme-ai-${kind}-${accountId('log-archive')}`;

const organizationId = output('management', 'organization_id');
const management = '111122223333';
const ownerControl = { 's3:x-amz-acl': 'bucket-owner-full-control' };
const anybody = { AWS: '*' };
const allow = { Effect: 'Allow' };
const onKey = { ...allow, Resource: '*' };

describe.each(['config', 'findings', 'trails'])('the policies of the %s bucket and its key', (kind) => {
  test('refuse everybody outside the organization who is no service of AWS', () => {
    expect(bucketPolicy(kind).OutsideOrganization).toEqual({
      Sid: 'OutsideOrganization',
      Effect: 'Deny',
      Principal: anybody,
      Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      Resource: [arnOf(kind), `${arnOf(kind)}/*`],
      Condition: {
        StringNotEquals: { 'aws:PrincipalOrgID': organizationId },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      },
    });
  });

  test('leave the key to the IAM of its account', () => {
    expect(keyPolicy(kind).OwnerByIam).toEqual({
      Sid: 'OwnerByIam',
      ...onKey,
      Principal: { AWS: `arn:aws:iam::${accountId('log-archive')}:root` },
      Action: 'kms:*',
    });
  });
});

describe('CloudTrail', () => {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const organizationTrail = `arn:aws:cloudtrail:eu-central-1:${management}:trail/acme-ai-organization`;
  const accountTrails = 'arn:aws:cloudtrail:eu-central-1:*:trail/acme-ai-ai-data-events';
  const ourTrails = { 'aws:SourceArn': [organizationTrail, accountTrails] };
  const { TlsOnly: _tls, OutsideOrganization: _outside, AuditorsRead: _reads, ...policy } = bucketPolicy('trails');

  test('may check the bucket for our trails', () => {
    expect(policy.TrailsCheckBucket).toMatchObject({
      ...allow,
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: arnOf('trails'),
      Condition: { ArnLike: ourTrails },
    });
  });

  test('may write for the organization trail, whose ARN is of the management account', () => {
    expect(policy.OrganizationTrailWrites).toMatchObject({
      ...allow,
      Principal,
      Action: 's3:PutObject',
      Resource: [`${arnOf('trails')}/AWSLogs/${management}/*`, `${arnOf('trails')}/AWSLogs/${organizationId}/*`],
      Condition: { StringEquals: { ...ownerControl, 'aws:SourceArn': organizationTrail } },
    });
  });

  test('may write for the trail of an account of the organization, into the folder of those trails', () => {
    expect(policy.AccountTrailsWrite).toMatchObject({
      ...allow,
      Principal,
      Action: 's3:PutObject',
      Resource: `${arnOf('trails')}/ai-data-events/AWSLogs/*`,
      Condition: {
        StringEquals: { ...ownerControl, 'aws:SourceOrgID': organizationId },
        ArnLike: { 'aws:SourceArn': accountTrails },
      },
    });
  });

  test('may do nothing else', () => {
    expect(Object.keys(policy)).toEqual(['TrailsCheckBucket', 'OrganizationTrailWrites', 'AccountTrailsWrite']);
  });

  test('may encrypt, and decrypt as a bucket with a bucket key needs it, for our trails only', () => {
    const { OwnerByIam: _owner, AuditorsDecrypt: _decrypts, MacieReads: _reads, ...key } = keyPolicy('trails');
    expect(Object.values(key)).toEqual([
      {
        Sid: 'TrailsEncrypt',
        ...onKey,
        Principal,
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Condition: {
          ArnLike: ourTrails,
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': [organizationTrail, accountTrails] },
        },
      },
      { Sid: 'TrailsDescribeKey', ...onKey, Principal, Action: 'kms:DescribeKey' },
    ]);
  });
});

describe('the audit role of the security account', () => {
  const Principal = { AWS: `arn:aws:iam::${accountId('security')}:root` };
  const auditors = { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${accountId('security')}:role/acme-ai-audit` } };

  test('alone may read the trails, and change nothing about them', () => {
    expect(bucketPolicy('trails').AuditorsRead).toEqual({
      Sid: 'AuditorsRead',
      ...allow,
      Principal,
      Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
      Resource: [arnOf('trails'), `${arnOf('trails')}/*`],
      Condition: auditors,
    });
  });

  test('may decrypt what it reads out of S3, and nothing else', () => {
    expect(keyPolicy('trails').AuditorsDecrypt).toEqual({
      Sid: 'AuditorsDecrypt',
      ...onKey,
      Principal,
      Action: 'kms:Decrypt',
      Condition: { ...auditors, StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
    });
  });
});

describe('Config', () => {
  const { TlsOnly: _tls, OutsideOrganization: _outside, ...policy } = bucketPolicy('config');
  const recorder = {
    StringEquals: { 'aws:PrincipalOrgID': organizationId },
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/acme-ai-config-recorder' },
  };
  const service = { Service: 'config.amazonaws.com' };
  const ofOrganization = { 'aws:SourceOrgID': organizationId };
  const history = `${arnOf('config')}/AWSLogs/*/Config/*`;

  test('may check the bucket and write by the recorder role of an account of the organization', () => {
    expect(policy.RecordersCheckBucket).toMatchObject({
      ...allow,
      Principal: anybody,
      Action: ['s3:GetBucketAcl', 's3:ListBucket'],
      Resource: arnOf('config'),
      Condition: recorder,
    });
    expect(policy.RecordersWrite).toMatchObject({
      ...allow,
      Principal: anybody,
      Action: 's3:PutObject',
      Resource: history,
      Condition: { ...recorder, StringEquals: { ...recorder.StringEquals, ...ownerControl } },
    });
  });

  test('may do so by itself for an account of the organization, which it falls back to', () => {
    expect(policy.ConfigChecksBucket).toMatchObject({
      ...allow,
      Principal: service,
      Action: ['s3:GetBucketAcl', 's3:ListBucket'],
      Resource: arnOf('config'),
      Condition: { StringEquals: ofOrganization },
    });
    expect(policy.ConfigWrites).toMatchObject({
      ...allow,
      Principal: service,
      Action: 's3:PutObject',
      Resource: history,
      Condition: { StringEquals: { ...ofOrganization, ...ownerControl } },
    });
  });

  test('may do nothing else', () => {
    expect(Object.keys(policy)).toEqual([
      'RecordersCheckBucket',
      'RecordersWrite',
      'ConfigChecksBucket',
      'ConfigWrites',
    ]);
  });

  test('may use the key in both ways', () => {
    const { OwnerByIam: _owner, MacieReads: _reads, ...key } = keyPolicy('config');
    const Action = ['kms:GenerateDataKey', 'kms:Decrypt'];
    expect(Object.values(key)).toEqual([
      { Sid: 'RecordersEncrypt', ...onKey, Principal: anybody, Action, Condition: recorder },
      { Sid: 'ConfigEncrypts', ...onKey, Principal: service, Action, Condition: { StringEquals: ofOrganization } },
    ]);
  });
});
