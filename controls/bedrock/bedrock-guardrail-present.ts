import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock:UpdateGuardrail';

export default defineControl({
  id: 'bedrock-guardrail-present',
  title: 'Every workload account has a guardrail that its users cannot weaken',
  why: 'Whoever may edit the guardrail can switch a filter off for one prompt and on again before anybody looks.',
  fix: 'Change the guardrail in the code that deploys it. An account without one gets it by its next deployment.',
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [{ Action: ['bedrock:DeleteGuardrail', action] }],
    // A guardrail that blocks every answer is an emergency.
    exempt: ['deployRole', 'breakGlass'],
  },
  detect: { lambda: 'bedrock-guardrail-present', frequency: 'TwentyFour_Hours' },
  promises: [
    {
      that: 'Nobody weakens or deletes a guardrail, but the deployment and in an emergency',
      deny: {
        Action: ['bedrock:DeleteGuardrail', 'bedrock:UpdateGuardrail'],
        Resource: 'arn:aws:bedrock:*:*:guardrail/*',
      },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-5', 'SI-4', 'SI-10']),
    judged('hipaa', ['164.306(a)']),
    judged('gdpr', ['Art. 25']),
    judged('soc-2', ['CC7.1', 'CC8.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6', 'A.9.2']),
    judged('nist-ai-rmf', ['MANAGE 1.3', 'MANAGE 2.4']),
  ],
  examples: [
    { when: 'somebody edits a guardrail', action, denied: true },
    { when: 'somebody deletes one', action: 'bedrock:DeleteGuardrail', denied: true },
    { when: 'the deployment edits it', action, principal: 'deployRole', denied: false },
    { when: 'an operator edits it in an emergency', action, principal: 'breakGlass', denied: false },
    { when: 'somebody adds another one', action: 'bedrock:CreateGuardrail', denied: false },
    { when: 'the account has a guardrail with a numbered version that is ready', compliant: true },
    { when: 'Bedrock is governed in the region, and the account has no guardrail there', compliant: false },
  ],
});
