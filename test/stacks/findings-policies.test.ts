import { accountId, reference, resource, smallZone, statements, synthOne } from '../support/synth';

const archive = synthOne(smallZone(), 'log-archive');
const bucketPolicy = (kind: string) => statements(resource(archive, 'aws_s3_bucket_policy', `${kind}-policy`).policy);
const keyPolicy = (kind: string) => statements(resource(archive, 'aws_kms_key', `${kind}-key`).policy);
const arnOf = (kind: string): string => `arn:aws:s3:::acme-ai-${kind}-${accountId('log-archive')}`;

const security = accountId('security');
const allow = { Effect: 'Allow' };
const onKey = { ...allow, Resource: '*' };

describe.each([
  {
    service: 'GuardDuty',
    Principal: { Service: 'guardduty.amazonaws.com' },
    sources: [`arn:aws:guardduty:*:${security}:detector/*`],
    keyActions: ['kms:GenerateDataKey'],
  },
  {
    service: 'Macie',
    Principal: { Service: 'macie.amazonaws.com' },
    sources: [
      `arn:aws:macie2:*:${security}:export-configuration:*`,
      `arn:aws:macie2:*:${security}:classification-job/*`,
    ],
    keyActions: ['kms:GenerateDataKey', 'kms:Encrypt'],
  },
])('$service', ({ service, Principal, sources, keyActions }) => {
  const policy = bucketPolicy('findings');
  const Condition = { StringEquals: { 'aws:SourceAccount': security }, ArnLike: { 'aws:SourceArn': sources } };

  test('may look at the bucket and write to it for the security account', () => {
    expect(policy[`${service}ChecksBucket`]).toMatchObject({
      ...allow,
      Principal,
      Action: 's3:GetBucketLocation',
      Resource: arnOf('findings'),
      Condition,
    });
    expect(policy[`${service}Writes`]).toMatchObject({
      ...allow,
      Principal,
      Action: 's3:PutObject',
      Resource: `${arnOf('findings')}/*`,
      Condition,
    });
  });

  test('may encrypt for the security account', () => {
    expect(keyPolicy('findings')[`${service}Encrypts`]).toMatchObject({
      ...onKey,
      Principal,
      Action: keyActions,
      Condition,
    });
  });
});

describe('findings', () => {
  test('are refused from GuardDuty when it encrypts them with anything but our key', () => {
    const deny = { Effect: 'Deny', Action: 's3:PutObject', Resource: `${arnOf('findings')}/*` };
    const Principal = { Service: 'guardduty.amazonaws.com' };
    expect(bucketPolicy('findings')).toMatchObject({
      GuardDutyEncrypts: {
        ...deny,
        Principal,
        Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
      },
      GuardDutyUsesOurKey: {
        ...deny,
        Principal,
        Condition: {
          StringNotEquals: {
            's3:x-amz-server-side-encryption-aws-kms-key-id': reference('aws_kms_key.findings-key.arn'),
          },
        },
      },
    });
  });

  test('come from GuardDuty and Macie alone', () => {
    const { TlsOnly: _tls, OutsideOrganization: _outside, ...policy } = bucketPolicy('findings');
    expect(Object.keys(policy).sort()).toEqual([
      'GuardDutyChecksBucket',
      'GuardDutyEncrypts',
      'GuardDutyUsesOurKey',
      'GuardDutyWrites',
      'MacieChecksBucket',
      'MacieWrites',
    ]);
    expect(Object.keys(keyPolicy('findings'))).toEqual([
      'OwnerByIam',
      'GuardDutyEncrypts',
      'MacieEncrypts',
      'MacieReads',
    ]);
  });
});

describe('access logs', () => {
  test('come from S3 for the buckets of the account', () => {
    const { TlsOnly: _tls, ...policy } = bucketPolicy('access-log');
    expect(Object.values(policy)).toEqual([
      {
        Sid: 'AccessLogDelivery',
        ...allow,
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${arnOf('access-log')}/*`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': accountId('log-archive') },
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-ai-*' },
        },
      },
    ]);
  });
});
