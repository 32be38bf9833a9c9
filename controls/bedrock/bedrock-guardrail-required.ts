import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock:InvokeModel';
const key = 'bedrock:GuardrailIdentifier';
const guardrail = 'arn:aws:bedrock:eu-central-1:123456789012:guardrail/a1b2c3d4e5f6:1';
const model = (id: string) => `arn:aws:bedrock:eu-central-1::foundation-model/${id}`;

/**
 * Breaks what calls models on somebody's behalf and names no guardrail in some of its calls: Bedrock Agents
 * (InvokeAgent), RetrieveAndGenerate, asynchronous calls (Bedrock User Guide, guardrails-permissions-id). Whoever needs
 * those turns this off and enforces a guardrail by a Bedrock policy of the organization instead.
 */
export default defineControl({
  id: 'bedrock-guardrail-required',
  title: 'Workloads call models only with a guardrail',
  why: 'An answer that nothing filters may harm the person who asked, or hand out personal data.',
  fix: 'Pass guardrailIdentifier and guardrailVersion to InvokeModel, or guardrailConfig to Converse.',
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: 'bedrock:InvokeModel*',
        NotResource: [
          // Embedding and ranking models take no guardrail.
          'arn:aws:bedrock:*::foundation-model/*embed*',
          'arn:aws:bedrock:*::foundation-model/*rerank*',
          // The profile does not show whether its model does; the call is authorised on the model as well.
          'arn:aws:bedrock:*:*:application-inference-profile/*',
          'arn:aws:bedrock:*:*:inference-profile/*',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    ],
  },
  promises: [
    {
      that: 'No model that answers in words is called by its own ARN without a guardrail',
      deny: {
        Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        Resource: ['arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:*:*:custom-model-deployment/*'],
        Condition: { Null: { [key]: 'true' } },
      },
      assuming: [
        {
          that: 'ids of models that answer in words name no embedding and no ranking, and no profile',
          NotResource: ['*embed*', '*rerank*', '*inference-profile/*'].map((id) => `arn:aws:bedrock:*:*:${id}`),
        },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SI-4', 'SI-10']),
    judged('hipaa', ['164.306(a)']),
    judged('gdpr', ['Art. 25']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.6', 'A.9.2']),
    judged('nist-ai-rmf', ['MANAGE 1.3']),
  ],
  examples: [
    { when: 'no guardrail is named', action, resource: model('anthropic.claude-v1'), denied: true },
    {
      when: 'a guardrail is named',
      action,
      resource: model('anthropic.claude-v1'),
      context: { [key]: guardrail },
      denied: false,
    },
    { when: 'text is embedded', action, resource: model('amazon.titan-embed-text-v2:0'), denied: false },
    {
      when: 'a profile is asked for: this ARN alone passes',
      action,
      resource: 'arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-v1',
      denied: false,
    },
    {
      when: 'a custom model is called without a guardrail',
      action,
      resource: 'arn:aws:bedrock:eu-central-1:123456789012:custom-model-deployment/a1b2c3',
      denied: true,
    },
  ],
});
