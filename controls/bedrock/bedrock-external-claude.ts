import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'bedrock-external-claude',
  title: 'Claude is used through Bedrock, not through the Claude Platform on AWS',
  why: 'Anthropic runs that platform and processes the data; no guardrail and no logging of Bedrock reaches it.',
  fix: 'Call Claude in bedrock-runtime. If only the platform will do, have Anthropic reviewed as a processor.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: 'aws-external-anthropic:*' }] },
  promises: [
    {
      that: 'Nobody calls Claude past Bedrock, at once or in a batch',
      deny: { Action: ['aws-external-anthropic:CreateBatchInference', 'aws-external-anthropic:CreateInference'] },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SA-9', 'CM-7(5)']),
    judged('gdpr', ['Art. 28']),
    judged('soc-2', ['CC9.2']),
    judged('eu-ai-act', ['Art. 26(1)']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MANAGE 3.1']),
  ],
  examples: [
    { when: 'a model answers on the platform', action: 'aws-external-anthropic:CreateInference', denied: true },
    { when: 'an API key of the platform is used', action: 'aws-external-anthropic:CallWithBearerToken', denied: true },
    { when: 'Claude is called in Bedrock', action: 'bedrock:InvokeModel', denied: false },
  ],
});
