import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:CreateProvisionedModelThroughput';

export default defineControl({
  id: 'bedrock-provisioned-throughput',
  title: 'Only the deployment reserves model capacity',
  why: 'A reservation is paid for months, used or not: a stolen role could spend the budget of a year in a minute.',
  fix: 'Call the model on demand. Have a reservation that is budgeted deployed as code.',
  severity: 'medium',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'bedrock:UpdateProvisionedModelThroughput',
          'bedrock-mantle:CreateReservation',
          'bedrock-mantle:UpdateReservation',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment pays for capacity that nobody may use, at neither endpoint',
      deny: { Action: ['bedrock:CreateProvisionedModelThroughput', 'bedrock-mantle:CreateReservation'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-6', 'SC-6']),
    judged('soc-2', ['A1.1', 'CC6.3']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MANAGE 1.3']),
  ],
  examples: [
    { when: 'somebody reserves capacity', action, denied: true },
    { when: 'somebody reserves it at the mantle endpoint', action: 'bedrock-mantle:CreateReservation', denied: true },
    { when: 'the deployment reserves it', action, principal: 'deployRole', denied: false },
    { when: 'a reservation is given up', action: 'bedrock:DeleteProvisionedModelThroughput', denied: false },
  ],
});
