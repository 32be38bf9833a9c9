import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:ProcessPayment';

export default defineControl({
  id: 'agentcore-payments',
  title: 'Agents pay for nothing',
  why: 'A model that was misled would spend money of the company without the consent of a person.',
  fix: 'Let the agent prepare the order, and let a person pay.',
  severity: 'high',
  where: aiAccounts,
  // CreatePayment*: managers, connectors, credential providers, instruments and sessions.
  prevent: { scp: [{ Action: ['bedrock-agentcore:CreatePayment*', action] }] },
  promises: [
    {
      that: 'No agent pays, and nobody sets up that it could',
      deny: {
        Action: [
          'bedrock-agentcore:CreatePaymentConnector',
          'bedrock-agentcore:CreatePaymentInstrument',
          'bedrock-agentcore:CreatePaymentManager',
          'bedrock-agentcore:CreatePaymentSession',
          'bedrock-agentcore:ProcessPayment',
        ],
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 14']),
    judged('iso-42001', ['A.9.2', 'A.9.4']),
    judged('nist-ai-rmf', ['GOVERN 3.2', 'MAP 4.2']),
  ],
  examples: [
    { when: 'an agent pays', action, denied: true },
    {
      when: 'somebody gives an agent a means to pay',
      action: 'bedrock-agentcore:CreatePaymentInstrument',
      denied: true,
    },
    { when: 'an old means of payment is removed', action: 'bedrock-agentcore:DeletePaymentInstrument', denied: false },
  ],
});
