import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:CreateMarketplaceModelEndpoint';

export default defineControl({
  id: 'bedrock-marketplace-endpoints',
  title: 'Only approvers put models of the Bedrock Marketplace on endpoints',
  why: 'Behind such an endpoint any public model may run, and a call to it is not authorised on that model.',
  fix: 'Ask a model approver to make or register the endpoint after the model was assessed.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [{ Action: [action, 'bedrock:RegisterMarketplaceModelEndpoint', 'bedrock:UpdateMarketplaceModelEndpoint'] }],
    exempt: ['deployRole', 'modelApprovers'],
  },
  promises: [
    {
      that: 'Nobody but an approver or the deployment serves a model of the Marketplace',
      deny: { Action: ['bedrock:CreateMarketplaceModelEndpoint', 'bedrock:RegisterMarketplaceModelEndpoint'] },
      exempt: ['deployRole', 'modelApprovers'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CM-7(5)', 'SR-3']),
    judged('soc-2', ['CC6.8', 'CC9.2']),
    judged('eu-ai-act', ['Art. 9']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['MANAGE 3.1', 'MANAGE 3.2']),
  ],
  examples: [
    { when: 'somebody deploys a marketplace model', action, denied: true },
    { when: 'an approver deploys it', action, principal: 'modelApprovers', denied: false },
    { when: 'the endpoint is deleted', action: 'bedrock:DeleteMarketplaceModelEndpoint', denied: false },
  ],
});
