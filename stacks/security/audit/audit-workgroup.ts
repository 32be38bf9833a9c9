import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup';
import type { Construct } from 'constructs';
import { names } from '../../../schema/facts/names';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import type { AuditResults } from './audit-results';

/** The workgroup of the auditors: whoever asks in it cannot send the answer elsewhere, leave it unencrypted, or scan without limit. */
export class AuditWorkgroup extends AthenaWorkgroup {
  constructor(scope: Construct, id: string, { bucketName, keyArn }: AuditResults) {
    const { zone, here, protection } = LandingZoneStack.of(scope);
    super(scope, id, {
      ...here.home,
      name: names.audit(zone),
      description: 'Questions about the trails of every account',
      // Saved queries go with it.
      forceDestroy: protection.forceDestroy,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: zone.audit.scanLimitGigabytes * 1_000_000_000,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${bucketName}/`,
          expectedBucketOwner: here.id,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
        },
      },
    });
  }
}
