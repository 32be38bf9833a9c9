import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-bucket-versioning',
  title: 'Buckets of AI accounts keep earlier versions of their objects',
  why: 'A training set that was overwritten cannot be shown to an auditor, nor the model trained again on it.',
  fix: 'Enable versioning and let a lifecycle rule end old versions, or start the remediation in Config.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'S3_BUCKET_VERSIONING_ENABLED', resourceTypes: ['AWS::S3::Bucket'] },
  respond: {
    document: 'AWS-ConfigureS3BucketVersioning',
    resourceParameter: 'BucketName',
    parameters: { VersioningState: 'Enabled' },
    // Versions cost money and cannot be undone, only suspended: a person decides.
    automatic: false,
    permissions: [{ Action: ['s3:GetBucketVersioning', 's3:PutBucketVersioning'], Resource: 'arn:aws:s3:::*' }],
  },
  satisfies: [
    published('nist-800-53-r5', ['AU-9(2)', 'CP-6', 'CP-9', 'CP-10', 'SI-12'], 'Security Hub: S3.14'),
    judged('hipaa', ['164.308(a)(7)(ii)(A)', '164.312(c)(1)']),
    judged('gdpr', ['Art. 32(1)(c)']),
    judged('soc-2', ['A1.2', 'PI1.5']),
    judged('eu-ai-act', ['Art. 10', 'Art. 18']),
    judged('iso-42001', ['A.7.5']),
    judged('nist-ai-rmf', ['MAP 4.1']),
  ],
  examples: [
    { when: 'versioning is enabled', compliant: true },
    { when: 'versioning was suspended', compliant: false },
  ],
});
