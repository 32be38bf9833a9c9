import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'data-bucket-no-public-write',
  title: 'No bucket can be written by the public',
  why: 'Whoever can write to a training bucket can poison the model that learns from it.',
  fix: 'Remove the public grant; let outside senders upload through a presigned POST or an API of yours.',
  severity: 'critical',
  where: everyAccount,
  detect: { managed: 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED', resourceTypes: ['AWS::S3::Bucket'] },
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'SC-7', 'SC-7(3)'], 'Security Hub: S3.3'),
    judged('hipaa', ['164.312(a)(1)', '164.312(c)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'PI1.2']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15(5)']),
    judged('iso-42001', ['A.7.4']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'only a role of the account may put objects', compliant: true },
    { when: 'the ACL grants WRITE to AllUsers and public ACLs are not ignored', compliant: false },
  ],
});
