import type { AccessRequest } from '../../policy/guardrails/simulation/request';
import type { SettingsSpec } from '../../schema/forms/settings';
import { controlsDenying, evaluatorOf } from '../support/proofs';
import { accountId, output, reference, resource, resources, smallZone, statements, synthOne } from '../support/synth';
import { zoneOf } from '../support/zone';

const archiveOf = (logs?: SettingsSpec['logs']) => synthOne(smallZone({ logs }), 'log-archive');

const archive = archiveOf();
const encrypted = ['config', 'findings', 'prompts', 'trails'];
const every = ['access-log', ...encrypted];
const bucketOf = (kind: string): string => reference(`aws_s3_bucket.${kind}-bucket.id`);
const nameOf = (kind: string): string => `acme-ai-${kind}-${accountId('log-archive')}`;

describe.each(every)('the %s bucket', (kind) => {
  const part = (type: string, suffix: string) => {
    const found = resource(archive, `aws_s3_bucket_${type}`, `${kind}-${suffix}`);
    expect(found.bucket).toBe(bucketOf(kind));
    return found;
  };

  test('is called after the landing zone, what it holds, and the account that holds it', () => {
    expect(resource(archive, 'aws_s3_bucket', `${kind}-bucket`).bucket).toBe(nameOf(kind));
  });

  test('says how confidential it is', () => {
    const { tags } = resource(archive, 'aws_s3_bucket', `${kind}-bucket`);
    expect(tags['data-classification']).toBe(kind === 'prompts' ? 'restricted' : 'confidential');
  });

  test('blocks public access four times', () => {
    expect(part('public_access_block', 'public-access-block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  test('keeps every version', () => {
    expect(part('versioning', 'versioning').versioning_configuration).toEqual({ status: 'Enabled' });
  });

  test('owns every object in it', () => {
    expect(part('ownership_controls', 'ownership').rule).toEqual({ object_ownership: 'BucketOwnerEnforced' });
  });

  test('archives after half a year where Athena still reads it, deletes after seven, and keeps no upload that was given up', () => {
    expect(part('lifecycle_configuration', 'lifecycle').rule).toEqual([
      {
        id: 'retention',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        transition: [{ days: 180, storage_class: 'GLACIER_IR' }],
        expiration: [{ days: 2557 }],
        noncurrent_version_expiration: [{ noncurrent_days: 90 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  test('refuses every request that does not come by TLS', () => {
    const arn = reference(`aws_s3_bucket.${kind}-bucket.arn`);
    expect(statements(part('policy', 'policy').policy).TlsOnly).toEqual({
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test('gets its policy after it is closed to the public', () => {
    const block = `aws_s3_bucket_public_access_block.${kind}-public-access-block`;
    expect(part('policy', 'policy').depends_on).toEqual([block]);
  });
});

describe.each(encrypted)('the %s bucket', (kind) => {
  test('encrypts with a key of its own, which rotates', () => {
    const key = resource(archive, 'aws_kms_key', `${kind}-key`);
    expect(key).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
    const { bucket, rule } = resource(
      archive,
      'aws_s3_bucket_server_side_encryption_configuration',
      `${kind}-encryption`,
    );
    expect(bucket).toBe(bucketOf(kind));
    expect(rule).toEqual([
      {
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: reference(`aws_kms_key.${kind}-key.arn`),
        },
        bucket_key_enabled: kind !== 'trails',
      },
    ]);
  });

  test('writes who read it to the access log, in a folder of its own', () => {
    expect(resource(archive, 'aws_s3_bucket_logging', `${kind}-access-log`)).toMatchObject({
      bucket: bucketOf(kind),
      target_bucket: bucketOf('access-log'),
      target_prefix: `${nameOf(kind)}/`,
      depends_on: ['aws_s3_bucket_policy.access-log-policy'],
    });
  });
});

describe('the access log', () => {
  test('encrypts with SSE-S3 and is not logged itself, because S3 delivers it in no other way', () => {
    const { rule } = resource(archive, 'aws_s3_bucket_server_side_encryption_configuration', 'access-log-encryption');
    expect(rule).toEqual([{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }]);
    expect(Object.keys(resources(archive, 'aws_s3_bucket_logging'))).not.toContain('access-log-access-log');
  });
});

describe('the log archive', () => {
  test('publishes each bucket by its policy, so that a reader who knows the name may write', () => {
    const published = {
      config_bucket: 'config',
      findings_bucket: 'findings',
      prompt_bucket: 'prompts',
      trail_bucket: 'trails',
    };
    for (const [name, kind] of Object.entries(published))
      expect(archive.json.output[name].value).toBe(reference(`aws_s3_bucket_policy.${kind}-policy.bucket`));
  });

  test('keeps logs for as long as the settings say', () => {
    const { rule } = resource(
      archiveOf({ retentionDays: 400, archiveAfterDays: 30 }),
      'aws_s3_bucket_lifecycle_configuration',
      'trails-lifecycle',
    );
    expect(rule).toEqual([
      expect.objectContaining({
        transition: [{ days: 30, storage_class: 'GLACIER_IR' }],
        expiration: [{ days: 400 }],
      }),
    ]);
  });

  test('locks nothing unless asked to', () => {
    expect(resources(archive, 'aws_s3_bucket_object_lock_configuration')).toEqual({});
  });

  test('locks the trails when asked to, and nothing that Config or S3 could not write to any more', () => {
    const locked = archiveOf({ objectLock: { mode: 'GOVERNANCE', days: 365 } });
    const locks = resources(locked, 'aws_s3_bucket_object_lock_configuration');
    expect(Object.keys(locks)).toEqual(['trails-object-lock']);
    expect(locks['trails-object-lock']).toMatchObject({
      bucket: bucketOf('trails'),
      rule: { default_retention: { mode: 'GOVERNANCE', days: 365 } },
      depends_on: ['aws_s3_bucket_versioning.trails-versioning'],
    });
  });

  test('are the same buckets with and without a lock: the argument of a bucket would replace it', () => {
    const locked = archiveOf({ objectLock: { mode: 'GOVERNANCE', days: 365 } });
    expect(resources(locked, 'aws_s3_bucket')).toEqual(resources(archive, 'aws_s3_bucket'));
  });

  test('has no bucket and no key that the service control policies leave open', () => {
    const evaluator = evaluatorOf(zoneOf());
    const denied = (request: Omit<AccessRequest, 'account'>) =>
      controlsDenying(evaluator, { account: 'log-archive', ...request });
    for (const { bucket } of Object.values(resources(archive, 'aws_s3_bucket')))
      expect(denied({ action: 's3:DeleteBucket', resource: `arn:aws:s3:::${bucket}` })).toContain(
        'logging-log-buckets',
      );
    const aliases = Object.values(resources(archive, 'aws_kms_alias')).map(({ name }) => name);
    expect(aliases).toHaveLength(encrypted.length);
    for (const alias of aliases)
      expect(denied({ action: 'kms:DisableKey', context: { 'kms:ResourceAliases': alias } })).toContain(
        'logging-log-keys',
      );
  });

  test('knows the organization and its accounts from the management stack only', () => {
    expect(archive.dependencies).toEqual(['management']);
    expect(JSON.stringify(archive.json)).toContain(output('management', 'organization_id'));
  });
});
