import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:DeleteEnforcedGuardrailConfiguration';

export default defineControl({
  id: 'bedrock-guardrail-enforced',
  title: 'The guardrail that an account enforces on every call stays as it was deployed',
  why: 'Without it each application decides for itself whether its prompts are filtered.',
  fix: 'Change it in the code that deploys it. A further guardrail may be named in the call itself.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [{ Action: [action, 'bedrock:PutEnforcedGuardrailConfiguration'] }],
    exempt: ['deployRole', 'breakGlass'],
  },
  promises: [
    {
      that: 'Nobody takes the enforced guardrail off or puts another in its place, but the deployment and in an emergency',
      deny: { Action: ['bedrock:DeleteEnforcedGuardrailConfiguration', 'bedrock:PutEnforcedGuardrailConfiguration'] },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-5', 'SI-10']),
    judged('gdpr', ['Art. 25']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MANAGE 1.3']),
  ],
  examples: [
    { when: 'somebody lifts the enforcement', action, denied: true },
    { when: 'somebody enforces a weaker one', action: 'bedrock:PutEnforcedGuardrailConfiguration', denied: true },
    { when: 'the deployment lifts it', action, principal: 'deployRole', denied: false },
    { when: 'the configuration is read', action: 'bedrock:ListEnforcedGuardrailsConfiguration', denied: false },
  ],
});
