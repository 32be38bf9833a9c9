import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::training/part-0001' };
const age = 's3:signatureAge';

export default defineControl({
  id: 'data-presigned-url-age',
  title: 'A presigned URL of an object, or of a version of it, works for an hour',
  why: 'A link in a chat or a notebook keeps giving training data away for up to a week.',
  fix: 'Sign again when the link is used, or let the reader assume a role.',
  severity: 'medium',
  where: everyAccount,
  prevent: {
    // Milliseconds since the request was signed. Requests that are not presigned are minutes old at most.
    rcp: [
      {
        Action: ['s3:DeleteObject*', 's3:GetObject*', 's3:PutObject*'],
        Condition: { NumericGreaterThan: { [age]: '3600000' } },
      },
    ],
  },
  promises: [
    {
      that: 'No object, and no version of one, is read by a link of yesterday',
      by: 'rcp',
      deny: {
        Action: ['s3:GetObject', 's3:GetObjectVersion'],
        Condition: { NumericGreaterThanEquals: { [age]: '86400000' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-12', 'IA-5']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'the URL was signed two hours ago', ...get, context: { [age]: '7200000' }, denied: true },
    {
      when: 'it names a version of the object',
      ...get,
      action: 's3:GetObjectVersion',
      context: { [age]: '7200000' },
      denied: true,
    },
    { when: 'the URL was signed exactly an hour ago', ...get, context: { [age]: '3600000' }, denied: false },
    { when: 'the reader is anonymous, so nothing was signed', ...get, denied: false },
  ],
});
