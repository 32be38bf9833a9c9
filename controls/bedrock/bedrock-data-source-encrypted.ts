import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedAtRest } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-data-source-encrypted',
  title: 'Data sources of knowledge bases are encrypted with a customer managed key',
  why: 'While Bedrock takes documents in, it stores copies of them under a key that the company cannot revoke.',
  fix: 'Set ServerSideEncryptionConfiguration.KmsKeyArn of the data source to a key of the account.',
  severity: 'medium',
  where: aiAccounts,
  // Security Hub: Bedrock.1. IAM has no condition key for it, so it is not prevented.
  detect: {
    managed: 'BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED',
    resourceTypes: ['AWS::Bedrock::DataSource'],
    regions: { except: ['us-west-1'] },
  },
  satisfies: [
    checkedBySecurityHub('Bedrock.1'),
    judged('nist-800-53-r5', ['AU-9(3)', 'SC-13', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the data source names a KMS key of the account', compliant: true },
    { when: 'the data source names no key, and Bedrock takes its own', compliant: false },
  ],
});
