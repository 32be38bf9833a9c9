import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const read = { action: 'secretsmanager:GetSecretValue' };

export default defineControl({
  id: 'data-perimeter-tls',
  title: 'Keys, secrets, tables, queues, images, logs and sessions are reached by TLS only',
  why: 'A secret, or the signature that fetches it, could be read on the way.',
  fix: 'Call the https endpoint of the service.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    rcp: [
      {
        Action: ['aoss:*', 'dynamodb:*', 'ecr:*', 'kms:*', 'logs:*', 'secretsmanager:*', 'sqs:*', 'sts:*'],
        Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
      },
    ],
  },
  promises: [
    {
      that: 'Nobody at all reads a secret, decrypts or assumes a role in the clear',
      by: 'rcp',
      deny: {
        Action: ['kms:Decrypt', 'secretsmanager:GetSecretValue', 'sts:AssumeRole*'],
        Condition: { StringNotEquals: { 'aws:SecureTransport': 'true' } },
      },
      assuming: [
        {
          that: 'AWS says true or false where it says anything',
          Condition: { StringEqualsIfExists: { 'aws:SecureTransport': ['true', 'false'] } },
        },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-17(2)', 'SC-8', 'SC-8(1)', 'SC-13', 'SC-23']),
    judged('hipaa', ['164.312(e)(1)', '164.312(e)(2)(ii)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.7']),
    judged('pci-dss', ['4.2.1']),
    judged('eu-ai-act', ['Art. 15(5)']),
  ],
  examples: [
    { when: 'a secret is read over http', ...read, context: { 'aws:SecureTransport': 'false' }, denied: true },
    { when: 'a secret is read over https', ...read, denied: false },
  ],
});
