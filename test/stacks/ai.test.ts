import {
  accountId,
  find,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synth,
  synthOne,
} from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const stacks = synth(smallZone({}, ['models', 'acquired']));
const ai = find(stacks, 'ai-models');

describe('an account with models', () => {
  test.each(['training', 'models'])('keeps %s in a bucket that says what is in it', (domain) => {
    expect(resource(ai, 'aws_s3_bucket', `${domain}-bucket`)).toMatchObject({
      bucket: `acme-ai-data-${domain}-${accountId('models')}`,
      tags: { 'data-domain': domain, 'data-classification': 'confidential' },
    });
  });

  test.each(['training', 'models', 'access-log'])('closes, versions and guards the %s bucket', (name) => {
    expect(resource(ai, 'aws_s3_bucket_public_access_block', `${name}-public-access-block`)).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(resource(ai, 'aws_s3_bucket_versioning', `${name}-versioning`)).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(statements(resource(ai, 'aws_s3_bucket_policy', `${name}-policy`).policy).TlsOnly?.Effect).toBe('Deny');
  });

  test.each(['training', 'models'])('encrypts the %s bucket with its key and logs who reads it', (name) => {
    const { rule } = resource(ai, 'aws_s3_bucket_server_side_encryption_configuration', `${name}-encryption`);
    expect(rule[0].apply_server_side_encryption_by_default).toEqual({
      sse_algorithm: 'aws:kms',
      kms_master_key_id: reference('aws_kms_key.data-key.arn'),
    });
    expect(resource(ai, 'aws_s3_bucket_logging', `${name}-access-log`).target_bucket).toBe(
      reference('aws_s3_bucket.access-log-bucket.id'),
    );
  });

  test('locks models for as long as somebody asks to, in the same buckets, and nothing else', () => {
    const type = 'aws_s3_bucket_object_lock_configuration';
    const locked = synthOne(
      zoneOf({
        accounts: sampleAccounts()
          .filter(({ name, role }) => role || name === 'models')
          .map((account) => (account.ai ? { ...account, ai: { ...account.ai, modelLockDays: 30 } } : account)),
        controls: [],
      }),
      'ai-models',
    );
    expect(resources(ai, type)).toEqual({});
    expect(Object.keys(resources(locked, type))).toEqual(['models-object-lock']);
    expect(resource(locked, type, 'models-object-lock')).toMatchObject({
      bucket: reference('aws_s3_bucket.models-bucket.id'),
      rule: { default_retention: { mode: 'GOVERNANCE', days: 30 } },
    });
    expect(resource(locked, 'aws_s3_bucket', 'models-bucket')).toEqual(resource(ai, 'aws_s3_bucket', 'models-bucket'));
  });

  test('deletes access logs with the logs of the landing zone', () => {
    const accessLogs = Object.entries(resources(ai, 'aws_s3_bucket_lifecycle_configuration')).filter(([name]) =>
      name.startsWith('access-log'),
    );
    expect(accessLogs).not.toEqual([]);
    for (const [, { rule }] of accessLogs) expect(rule[0].expiration).toEqual([{ days: 2557 }]);
  });

  test('never deletes training data by age', () => {
    for (const domain of ['training', 'models'])
      expect(resource(ai, 'aws_s3_bucket_lifecycle_configuration', `${domain}-lifecycle`).rule[0]).not.toHaveProperty(
        'expiration',
      );
  });

  test('keeps a registry for each model, classified like its data', () => {
    expect(Object.values(resources(ai, 'aws_sagemaker_model_package_group'))).toEqual([
      expect.objectContaining({
        model_package_group_name: 'triage',
        model_package_group_description: 'Sorts referrals by urgency',
        tags: { 'data-classification': 'confidential' },
      }),
    ]);
    expect(ai.json.output.model_package_group_arns.value).toEqual({
      triage: reference('aws_sagemaker_model_package_group.model-package-group-triage.arn'),
    });
  });

  test('is the only kind of account with such a stack', () => {
    expect(Object.keys(stacks).filter((name) => name.startsWith('ai-'))).toEqual(['ai-models']);
  });
});
