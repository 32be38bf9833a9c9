import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock:PutResourcePolicy';

export default defineControl({
  id: 'bedrock-resource-sharing',
  title: 'Only the deployment shares custom models, guardrails and knowledge bases',
  why: 'A resource policy can give a model trained on our data to any account, and no RCP reaches Bedrock.',
  fix: 'Put the policy into the code that the landing zone deploys, where a review sees the other account.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: ['bedrock:DeleteResourcePolicy', action] }], exempt: ['deployRole'] },
  promises: [
    {
      that: 'Nobody but the deployment opens a model, a guardrail or a knowledge base to another account',
      deny: { Action: 'bedrock:PutResourcePolicy' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-21']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 2.10']),
  ],
  examples: [
    {
      when: 'somebody shares a custom model',
      action,
      resource: 'arn:aws:bedrock:eu-central-1:123456789012:custom-model/amazon.nova-lite-v1:0/a1b2c3',
      denied: true,
    },
    { when: 'the deployment shares it', action, principal: 'deployRole', denied: false },
    { when: 'the policy is read', action: 'bedrock:GetResourcePolicy', denied: false },
  ],
});
