import { defineControl, judged } from '../../schema/forms/control';
import { namesKey } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-own-keys',
  title: 'Agents, prompts, guardrails and custom models are encrypted with a customer managed key',
  why: 'A custom model holds what it was trained with; nobody can cut off access to what is under a key of AWS.',
  fix: 'Name a key of the account. That of a custom or imported model is chosen by its job: run the job again with one.',
  severity: 'medium',
  where: aiAccounts,
  // IAM has no condition key for any of these keys, so they are not prevented.
  detect: { lambda: 'bedrock-own-keys', frequency: 'TwentyFour_Hours' },
  satisfies: [
    ...namesKey,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'customerEncryptionKeyArn of an agent is a key of the account', compliant: true },
    { when: 'a prompt names no key', compliant: false },
    { when: 'a custom model has no modelKmsKeyArn', compliant: false },
  ],
});
