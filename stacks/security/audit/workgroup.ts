import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup';
import { names } from '../../../schema/facts/names';
import type { AuditContext } from './context';
import type { Results } from './results';

/**
 * The workgroup of the auditors: whoever asks in it cannot send the answer elsewhere, leave it unencrypted, or scan without limit.
 *
 * @returns its name
 */
export function auditWorkgroup({ scope, zone, here }: AuditContext, { bucketName, keyArn }: Results): string {
  return new AthenaWorkgroup(scope, 'audit-workgroup', {
    ...here.home,
    name: names.audit(zone),
    description: 'Questions about the trails of every account',
    // Saved queries go with it.
    forceDestroy: zone.protection === 'off',
    configuration: {
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: zone.audit.scanLimitGigabytes * 1_000_000_000,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: `s3://${bucketName}/`,
        expectedBucketOwner: here.accountId,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
      },
    },
  }).name;
}
