import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'data-bucket-default-encryption',
  title: 'Buckets encrypt what is stored in them',
  why: 'An object on a disk without encryption is readable for whoever gets hold of the disk.',
  fix: 'Nothing: Config turns default encryption on again. Use a KMS key where the data is confidential.',
  severity: 'medium',
  where: everyAccount,
  detect: { managed: 'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED', resourceTypes: ['AWS::S3::Bucket'] },
  respond: {
    document: 'AWS-EnableS3BucketEncryption',
    resourceParameter: 'BucketName',
    parameters: { SSEAlgorithm: 'AES256' },
    automatic: true,
    permissions: [
      { Action: ['s3:GetEncryptionConfiguration', 's3:PutEncryptionConfiguration'], Resource: 'arn:aws:s3:::*' },
    ],
  },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AU-9(3)', 'CP-9d', 'CP-9(8)', 'SC-8(3)', 'SC-13a'],
      'prowler: nist_800_53_revision_5_aws',
    ),
    published('hipaa', ['164.312(a)(2)(iv)', '164.312(c)(1)', '164.312(e)(2)(ii)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 32'], 'prowler: gdpr_aws'),
    published('soc-2', ['PI1.4'], 'prowler: soc2_aws'),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.2', 'A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a bucket has SSE-S3 as default encryption', compliant: true },
    { when: 'a bucket has neither default encryption nor a policy that refuses unencrypted uploads', compliant: false },
  ],
});
