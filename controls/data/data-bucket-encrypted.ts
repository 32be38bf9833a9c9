import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-bucket-encrypted',
  title: 'Buckets of AI accounts encrypt with a KMS key by default',
  why: 'With S3 managed keys, whoever may read the bucket reads the data; a KMS key requires a second permission.',
  fix: 'Set default encryption to aws:kms. A bucket for server access logs cannot have it: accept its finding.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'S3_DEFAULT_ENCRYPTION_KMS', resourceTypes: ['AWS::S3::Bucket'] },
  satisfies: [
    published('nist-800-53-r5', ['AU-9', 'SC-12(2)', 'SC-13', 'SC-28', 'SC-28(1)'], 'Security Hub: S3.17'),
    published('pci-dss', ['3.5.1'], 'Security Hub: S3.17'),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'the default encryption is aws:kms', compliant: true },
    { when: 'the default encryption is AES256, the setting of every new bucket', compliant: false },
  ],
});
