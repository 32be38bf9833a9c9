import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'bedrock-agent-guardrail',
  title: 'Every agent has a guardrail, by a numbered version',
  why: 'An agent acts on what it was told: an instruction hidden in a document becomes a call of a tool.',
  fix: 'Set guardrailConfiguration of the agent with a numbered version, prepare it, and release the new version.',
  severity: 'high',
  where: workloads,
  // checkov asks for the same of templates (CKV_AWS_383). IAM has no condition key for it, so it is not prevented.
  detect: { lambda: 'bedrock-agent-guardrail', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['SI-4', 'SI-10']),
    judged('gdpr', ['Art. 25']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6', 'A.9.2']),
    judged('nist-ai-rmf', ['MANAGE 1.3']),
  ],
  examples: [
    { when: 'the newest version of the agent names version 3 of a guardrail', compliant: true },
    { when: 'the agent has no guardrail', compliant: false },
    { when: 'it names the DRAFT of a guardrail, which changes under it', compliant: false },
  ],
});
