import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-bucket-logging',
  title: 'Buckets of AI accounts log who reached them',
  why: 'After a leak of training data nobody could say which objects were read, and by whom.',
  fix: 'Turn on server access logging. The bucket that takes the logs needs none itself: accept its finding.',
  severity: 'medium',
  where: aiAccounts,
  // AWS-ConfigureS3BucketLogging grants by ACL, which a bucket with owner enforced refuses: a person repairs it.
  detect: { managed: 'S3_BUCKET_LOGGING_ENABLED', resourceTypes: ['AWS::S3::Bucket'] },
  satisfies: [
    published('nist-800-53-r5', ['AC-2(4)', 'AC-6(9)', 'AU-2', 'AU-3', 'AU-12', 'CA-7'], 'Security Hub: S3.9'),
    published('pci-dss', ['10.2.1'], 'Security Hub: S3.9'),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 33']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 10', 'Art. 12']),
    judged('iso-42001', ['A.6.2.8']),
  ],
  examples: [
    { when: 'server access logging names a target bucket', compliant: true },
    { when: 'a bucket has no logging configuration', compliant: false },
  ],
});
