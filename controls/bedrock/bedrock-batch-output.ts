import { defineControl, judged } from '../../schema/forms/control';
import { namesKey } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-batch-output',
  title: 'Batch inference names a customer managed key for what it writes',
  why: 'A batch leaves thousands of prompts and answers in one folder, under whatever key the bucket has by default.',
  fix: 'Set s3EncryptionKeyId in outputDataConfig of the job. A job that ran stays as it is, and is asked for 30 days.',
  severity: 'medium',
  where: aiAccounts,
  // IAM has no condition key for it, so it is not prevented.
  detect: { lambda: 'bedrock-batch-output', frequency: 'TwentyFour_Hours' },
  satisfies: [
    ...namesKey,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 's3EncryptionKeyId names a key of the account', compliant: true },
    { when: 's3EncryptionKeyId is left out', compliant: false },
  ],
});
