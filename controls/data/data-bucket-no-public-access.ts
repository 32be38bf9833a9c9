import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'data-bucket-no-public-access',
  title: 'Each bucket blocks public access by itself',
  why: 'A bucket that relies on the account alone opens the day it is copied to an account without that block.',
  fix: 'Set all four public access block settings of the bucket, or start the remediation in the Config console.',
  severity: 'high',
  where: everyAccount,
  detect: { managed: 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED', resourceTypes: ['AWS::S3::Bucket'] },
  respond: {
    // All four settings are on by default in the document.
    document: 'AWSConfigRemediation-ConfigureS3BucketPublicAccessBlock',
    resourceParameter: 'BucketName',
    automatic: false,
    permissions: [
      { Action: ['s3:GetBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'], Resource: 'arn:aws:s3:::*' },
    ],
  },
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)'], 'Security Hub: S3.8'),
    published('pci-dss', ['1.4.4'], 'Security Hub: S3.8'),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
  ],
  examples: [
    { when: 'all four settings of a bucket are on', compliant: true },
    { when: 'RestrictPublicBuckets of a bucket is off', compliant: false },
  ],
});
