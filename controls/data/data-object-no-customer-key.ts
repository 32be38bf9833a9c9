import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::training/part-0001' };
const key = 's3:x-amz-server-side-encryption-customer-algorithm';

export default defineControl({
  id: 'data-object-no-customer-key',
  title: 'No object is encrypted with a key that only its writer has',
  why: 'A thief with write access encrypts every object again with a key of their own, and sells it back.',
  fix: 'Upload with SSE-KMS and a key of the account (aws:kms), or leave encryption to the default of the bucket.',
  severity: 'high',
  where: everyAccount,
  prevent: { rcp: [{ Action: put.action, Condition: { Null: { [key]: 'false' } } }] },
  promises: [
    {
      that: 'No object is written under a key that comes with the request',
      by: 'rcp',
      deny: { Action: 's3:PutObject', Condition: { StringEquals: { [key]: 'AES256' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CP-9', 'SC-12', 'SC-28(1)']),
    judged('hipaa', ['164.308(a)(7)(ii)(A)', '164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(b)', 'Art. 32(1)(c)']),
    judged('soc-2', ['A1.2', 'CC6.1']),
    judged('eu-ai-act', ['Art. 15(5)']),
  ],
  examples: [
    { when: 'an upload brings its own key', ...put, context: { [key]: 'AES256' }, denied: true },
    { when: 'an upload names no key', ...put, denied: false },
    {
      when: 'an upload names a KMS key',
      ...put,
      context: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      denied: false,
    },
  ],
});
