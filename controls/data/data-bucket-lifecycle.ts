import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-bucket-lifecycle',
  title: 'Buckets of AI accounts say when their objects move or end',
  why: 'Personal data would be kept for longer than its purpose, because nobody ever deletes it.',
  fix: 'Add a lifecycle configuration: when objects expire, and when noncurrent versions do.',
  severity: 'low',
  where: aiAccounts,
  detect: { managed: 'S3_LIFECYCLE_POLICY_CHECK', resourceTypes: ['AWS::S3::Bucket'] },
  satisfies: [
    published('nist-800-53-r5', ['CP-6(2)', 'CP-9', 'CP-10'], 'Security Hub: S3.13'),
    judged('gdpr', ['Art. 5(1)(e)', 'Art. 17']),
    judged('soc-2', ['C1.2', 'P4.2']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a lifecycle rule expires objects after 400 days', compliant: true },
    { when: 'a bucket has no lifecycle configuration', compliant: false },
  ],
});
