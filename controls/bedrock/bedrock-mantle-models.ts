import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock-mantle:CreateInference';
const key = 'bedrock-mantle:Model';

export default defineControl(({ ai: { approvedModels } }) => ({
  id: 'bedrock-mantle-models',
  title: "Only approved models are called or tuned through Bedrock's mantle endpoint",
  why: 'The endpoint has IAM actions of its own, so a model that is denied in bedrock-runtime could be called here.',
  fix: 'Call an approved model. Its id is not that of bedrock-runtime: a pattern, anthropic.claude-*, approves both.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [action, 'bedrock-mantle:CreateFineTuningJob'],
        // Mantle authorises on a project; the model is in this key only. Without approved models every call is denied.
        ...(approvedModels.length > 0 && { Condition: { StringNotLike: { [key]: approvedModels } } }),
      },
    ],
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'CM-7(5)']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 9', 'Art. 26(1)']),
    judged('iso-42001', ['A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1', 'MAP 4.1']),
  ],
  examples: [
    { when: 'the model is not approved', action, context: { [key]: 'nobody.unapproved-v1' }, denied: true },
    { when: 'the request names no model', action, denied: true },
    { when: 'the models are listed', action: 'bedrock-mantle:ListModels', denied: false },
    ...approvedModels.slice(0, 1).map((model) => ({
      when: 'the model is approved',
      action,
      context: { [key]: model.replaceAll('*', 'v1') },
      denied: false,
    })),
  ],
}));
