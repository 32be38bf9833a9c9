import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'data-bucket-no-public-read',
  title: 'No bucket can be read by the public',
  why: 'Training data that anybody may download is a breach the moment it is found.',
  fix: 'Remove the statement or ACL that grants to everybody; name accounts or aws:PrincipalOrgID instead.',
  severity: 'critical',
  where: everyAccount,
  detect: { managed: 'S3_BUCKET_PUBLIC_READ_PROHIBITED', resourceTypes: ['AWS::S3::Bucket'] },
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)'], 'Security Hub: S3.2'),
    judged('hipaa', ['164.312(a)(1)', '164.502(b)']),
    judged('gdpr', ['Art. 5(1)(f)', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
  ],
  examples: [
    { when: 'the bucket policy grants s3:GetObject to principals of the organization', compliant: true },
    { when: "the bucket policy grants s3:GetObject to '*' and no public access block is on", compliant: false },
  ],
});
