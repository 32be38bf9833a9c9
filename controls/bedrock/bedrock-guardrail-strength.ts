import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-guardrail-strength',
  title: 'Every guardrail blocks prompt attacks, finds personal data and, over documents, invented answers',
  why: 'A guardrail with weak filters is believed to protect people, and lets through what it was made to stop.',
  fix: 'Set PROMPT_ATTACK to HIGH for prompts, choose kinds of personal data, set GROUNDING, and make a new version.',
  severity: 'high',
  where: aiAccounts,
  // IAM has no condition key for what a guardrail filters, so it is not prevented. The landing zone's own are checked at synth.
  detect: {
    lambda: 'bedrock-guardrail-strength',
    parameters: { groundingThreshold: '0.5' },
    frequency: 'TwentyFour_Hours',
  },
  satisfies: [
    judged('nist-800-53-r5', ['CM-6', 'SI-4', 'SI-10']),
    judged('hipaa', ['164.502(b)']),
    judged('gdpr', ['Art. 5(1)(c)', 'Art. 25']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6', 'A.9.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 2.10', 'MANAGE 1.3']),
  ],
  examples: [
    { when: 'prompt attacks are blocked at HIGH, names are masked, and there is no knowledge base', compliant: true },
    { when: 'there is a knowledge base, and GROUNDING is 0.7', compliant: true },
    { when: 'PROMPT_ATTACK is MEDIUM', compliant: false },
    { when: 'it filters violence only', compliant: false },
    { when: 'there is a knowledge base in the region, and no contextual grounding', compliant: false },
  ],
});
