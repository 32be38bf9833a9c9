import { defineControl, judged, published } from '../../schema/forms/control';
import { saysTrueOrFalse } from '../shared/assumptions';
import { everyAccount } from '../where';

const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::training/part-0001' };

export default defineControl({
  id: 'data-bucket-tls-only',
  title: 'Buckets are reached by TLS only',
  why: 'Objects and signatures that travel in the clear can be read and replayed on the way.',
  fix: 'Call the https endpoint. Add the statement that denies aws:SecureTransport false to the bucket policy.',
  severity: 'high',
  where: everyAccount,
  // The RCP holds for every bucket at once. The rule reads bucket policies only: it shows who relies on the RCP alone.
  prevent: { rcp: [{ Action: 's3:*', Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }] },
  detect: { managed: 'S3_BUCKET_SSL_REQUESTS_ONLY', resourceTypes: ['AWS::S3::Bucket'] },
  promises: [
    {
      that: 'No object is read or written in the clear, by nobody at all',
      by: 'rcp',
      deny: {
        Action: ['s3:GetObject', 's3:PutObject'],
        Condition: { StringNotEquals: { 'aws:SecureTransport': 'true' } },
      },
      assuming: [saysTrueOrFalse('aws:SecureTransport')],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['AC-17(2)', 'IA-5(1)', 'SC-8', 'SC-8(1)', 'SC-13', 'SC-23'], 'Security Hub: S3.5'),
    published('pci-dss', ['4.2.1'], 'Security Hub: S3.5'),
    judged('hipaa', ['164.312(e)(1)', '164.312(e)(2)(i)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.7']),
    judged('eu-ai-act', ['Art. 15']),
  ],
  examples: [
    { when: 'an object is read over http', ...get, context: { 'aws:SecureTransport': 'false' }, denied: true },
    { when: 'an object is read over https', ...get, denied: false },
  ],
});
