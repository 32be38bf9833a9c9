import { readQueries } from '../../queries';
import type { LandingZoneSpec } from '../../schema/settings';
import { accountId, find, reference, resource, resources, smallZone, synth } from '../support/synth';

const securityOf = (settings: Partial<LandingZoneSpec> = {}) => find(synth(smallZone(settings)), 'security');
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
      readQueries().map(({ name, sql }) => [`acme-ai-audit-${name}`, sql]),
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
