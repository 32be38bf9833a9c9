import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-guardrail-state',
  title: 'Guardrails are ready for use',
  why: 'A guardrail that failed to build filters nothing, while the application is believed to be covered.',
  fix: 'Read statusReasons of the guardrail (GetGuardrail), correct its configuration and make a new version.',
  severity: 'medium',
  where: aiAccounts,
  // Rule and path after AWS's withdrawn Bedrock pack (awslabs/aws-config-rules, adca9b0).
  detect: {
    guard: `rule ready {
  configuration.Status in ['READY', 'VERSIONED']
}
`,
    resourceTypes: ['AWS::Bedrock::Guardrail'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['CM-6', 'SI-4']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4']),
  ],
  examples: [
    { when: 'the guardrail is READY', compliant: true },
    { when: 'the guardrail is FAILED after an update', compliant: false },
  ],
});
