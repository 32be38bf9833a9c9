import type { AccessRequest } from '../../policy/guardrails/simulation/request';
import type { SettingsSpec } from '../../schema/forms/settings';
import { controlsDenying, evaluatorOf } from '../support/proofs';
import { accountId, reference, resource, resources, smallZone, synthOne } from '../support/synth';
import { writtenQueries } from '../support/written-queries';
import { zoneOf } from '../support/zone';

const securityOf = (settings: Partial<SettingsSpec> = {}) => synthOne(smallZone(settings), 'security');
const security = securityOf();

describe('the workgroup of the auditors', () => {
  test('encrypts every answer into one bucket, whatever its users wish, and ends a query that scans too much', () => {
    expect(resource(security, 'aws_athena_workgroup', 'audit-workgroup')).toMatchObject({
      name: 'acme-ai-audit',
      force_destroy: false,
      configuration: {
        enforce_workgroup_configuration: true,
        publish_cloudwatch_metrics_enabled: true,
        bytes_scanned_cutoff_per_query: 200_000_000_000,
        engine_version: { selected_engine_version: 'Athena engine version 3' },
        result_configuration: {
          output_location: `s3://${reference('aws_s3_bucket_policy.audit-results-policy.bucket')}/`,
          expected_bucket_owner: accountId('security'),
          encryption_configuration: {
            encryption_option: 'SSE_KMS',
            kms_key_arn: reference('aws_kms_key.audit-key.arn'),
          },
        },
      },
    });
  });

  test('has every query of the folder, as it is written', () => {
    const saved = Object.values(resources(security, 'aws_athena_named_query'));
    expect(saved.map(({ name, query }) => [name, query])).toEqual(
      writtenQueries().map(({ name, sql }) => [`acme-ai-audit-${name}`, sql]),
    );
    for (const { workgroup, database } of saved) {
      expect(workgroup).toBe(reference('aws_athena_workgroup.audit-workgroup.name'));
      expect(database).toBe(reference('aws_glue_catalog_database.audit-database.name'));
    }
  });

  test('keeps answers for as long as the settings say', () => {
    const { rule } = resource(
      securityOf({ audit: { resultRetentionDays: 7 } }),
      'aws_s3_bucket_lifecycle_configuration',
      'audit-results-lifecycle',
    );
    expect(rule[0].expiration).toEqual([{ days: 7 }]);
  });
});

describe('the store of the audit', () => {
  const evaluator = evaluatorOf(zoneOf());
  const place = 'eu-central-1:222233334444';
  const denied = (request: Omit<AccessRequest, 'account'>) =>
    controlsDenying(evaluator, { account: 'security', ...request });
  const named = (type: string, field = 'name'): readonly string[] =>
    Object.values(resources(security, type)).map((body) => body[field]);

  test('has no workgroup, database or table that the service control policies leave open', () => {
    const [workgroup] = named('aws_athena_workgroup');
    const [database] = named('aws_glue_catalog_database');
    const tables = named('aws_glue_catalog_table');
    expect(tables).toHaveLength(2);
    const changes = [
      { action: 'athena:UpdateWorkGroup', resource: `arn:aws:athena:${place}:workgroup/${workgroup}` },
      { action: 'glue:UpdateDatabase', resource: `arn:aws:glue:${place}:database/${database}` },
      ...tables.map((table) => ({
        action: 'glue:UpdateTable',
        resource: `arn:aws:glue:${place}:table/${database}/${table}`,
      })),
    ];
    for (const change of changes) expect(denied(change)).toEqual(['logging-audit-queries']);
  });

  test('has no bucket and no key that they leave open', () => {
    const buckets = named('aws_s3_bucket', 'bucket');
    const aliases = named('aws_kms_alias').filter((alias) => alias.includes('audit'));
    expect(buckets).toHaveLength(2);
    expect(aliases).toHaveLength(1);
    for (const bucket of buckets)
      expect(denied({ action: 's3:DeleteBucket', resource: `arn:aws:s3:::${bucket}` })).toEqual([
        'logging-log-buckets',
      ]);
    for (const alias of aliases)
      expect(denied({ action: 'kms:DisableKey', context: { 'kms:ResourceAliases': alias } })).toEqual([
        'logging-log-keys',
      ]);
  });
});
