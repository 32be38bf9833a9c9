import { actionsOfAiServices } from '../../schema/facts/ai-services';
import { defineControl, judged } from '../../schema/forms/control';
import { notDeployRole } from '../shared/assumptions';
import { notConfigRecorder, spareConfigRecorder } from '../shared/config-recorder';
import { accountsWithoutAi } from '../where';

const notebook = 'sagemaker:CreateNotebookInstance';
const agent = 'bedrock-agentcore:CreateAgentRuntime';

/**
 * What makes or runs something. What reads is left to auditors, what deletes and stops to whoever cleans up, and guardrails and logging to
 * emergencies.
 */
const verbs = {
  'agent-registry': ['Create', 'Put', 'Submit', 'Update'],
  bedrock: [
    'Agentic',
    'Apply',
    'Associate',
    'Call',
    'Create',
    'Generate',
    'Ingest',
    'Invoke',
    'Optimize',
    'Prepare',
    // Prompts of an account that gets models later would be kept.
    'PutAccountDataRetention',
    'Register',
    'Render',
    'Rerank',
    'Retrieve',
    'Start',
  ],
  'bedrock-agentcore': [
    'Connect',
    'Create',
    'Evaluate',
    'GetResourceApiKey',
    'GetResourceOauth2Token',
    'GetWorkloadAccessToken',
    'Invoke',
    'Process',
    'Put',
    'Retrieve',
    'Start',
    'Update',
  ],
  'bedrock-mantle': ['Call', 'Create', 'Put', 'Update'],
  sagemaker: [
    'Call',
    'Create',
    'Deploy',
    'Enable',
    'Import',
    'Invoke',
    'Put',
    'Register',
    'Retry',
    'Sample',
    'Start',
    'Train',
    'Update',
  ],
};

const begins = Object.entries(verbs).flatMap(([service, all]) => all.map((verb) => `${service}:${verb}`));

/** Those of AI services that do not begin like one that is denied to the recorder of AWS Config as well. */
const usesOfServices = [...actionsOfAiServices([]), 'aws-external-anthropic:*'].filter(
  (action) => !begins.some((begin) => action.startsWith(begin)),
);

export default defineControl((settings) => ({
  id: 'ai-accounts-only',
  title: 'Models, notebooks, agents and AI services are in accounts with `ai` alone',
  why: 'The controls of models hold in other OUs or need what `ai` brings, so elsewhere nobody would govern what is done.',
  fix: "Work in an account with `ai`, or write ai: { dataClassification: 'internal' } in the account's file and deploy it.",
  severity: 'critical',
  where: accountsWithoutAi,
  prevent: {
    scp: [
      { Action: begins.map((begin) => `${begin}*`) },
      { Action: usesOfServices, Condition: spareConfigRecorder(settings) },
    ],
    // It takes away what an account has that gives `ai` up.
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deploy role makes a notebook, an endpoint, a job or an agent in an account without `ai`',
      deny: {
        Action: [
          notebook,
          'sagemaker:CreateDomain',
          'sagemaker:CreateEndpoint',
          'sagemaker:CreateTrainingJob',
          'sagemaker:StartNotebookInstance',
          agent,
          'bedrock:CreateAgent',
          'bedrock:CreateKnowledgeBase',
        ],
      },
      assuming: [notDeployRole(settings.deployRole)],
    },
    {
      that: 'Nobody but the deploy role sends anything to an AI service from there, be it approved or not',
      deny: { Action: actionsOfAiServices([]) },
      assuming: [notDeployRole(settings.deployRole), notConfigRecorder(settings)],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'CM-7', 'SC-2']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 9', 'Art. 26(1)']),
    judged('iso-42001', ['A.4.2', 'A.6.2.5']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'MAP 4.1']),
  ],
  examples: [
    { when: 'a notebook is made', action: notebook, denied: true },
    { when: 'an agent is made', action: agent, denied: true },
    { when: 'an approved service is called', action: 'textract:AnalyzeDocument', denied: true },
    { when: 'somebody looks whether there are notebooks', action: 'sagemaker:ListNotebookInstances', denied: false },
    { when: 'one that is there is deleted', action: 'sagemaker:DeleteNotebookInstance', denied: false },
    {
      when: 'the deployment makes what `ai` brings before the policy has left',
      action: 'bedrock:CreateGuardrail',
      principal: 'deployRole',
      denied: false,
    },
  ],
}));
