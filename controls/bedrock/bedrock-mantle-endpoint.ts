import { defineControl, judged } from '../../schema/forms/control';
import { mayBeUsed } from '../shared/approved-services';
import { workloads } from '../where';

const action = 'bedrock-mantle:CreateInference';

export default defineControl((settings) => ({
  id: 'bedrock-mantle-endpoint',
  title: "Workloads call no model through Bedrock's mantle endpoint",
  why: 'Invocation logging covers bedrock-runtime only: what a model was asked and answered here leaves no record.',
  fix: 'Call the model through bedrock-runtime (InvokeModel or Converse). Sandbox accounts may use mantle.',
  severity: 'high',
  mode: mayBeUsed(settings, 'bedrock-mantle') ? 'on' : 'off',
  reason: 'ai.approvedServices does not name bedrock-mantle',
  where: workloads,
  prevent: { scp: [{ Action: action }] },
  promises: [
    {
      that: 'No workload calls a model by mantle, be the model approved or not',
      deny: { Action: action },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-12']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.4']),
  ],
  examples: [
    {
      when: 'a model is called through mantle, though it may be approved',
      action,
      context: { 'bedrock-mantle:Model': 'anthropic.claude-opus-4-7' },
      denied: true,
    },
    { when: 'the same model is called through bedrock-runtime', action: 'bedrock:InvokeModel', denied: false },
    { when: 'the projects are listed', action: 'bedrock-mantle:ListProjects', denied: false },
  ],
}));
