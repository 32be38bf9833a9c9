import { agent, application, call, engineer, knowledgeBase, on, role, scientist } from '../calls';
import {
  applicationProfile,
  europeanProfile,
  filtered,
  foundationModel,
  gateway,
  memory,
  owned,
  privateTool,
} from '../requests-of-bedrock';

const invoke = 'bedrock:InvokeModel';
const stream = 'bedrock:InvokeModelWithResponseStream';
const throughEurope = { ...filtered, 'bedrock:InferenceProfileArn': europeanProfile };
const throughOurs = { ...filtered, 'bedrock:InferenceProfileArn': applicationProfile };
const ofTheOrganization = 'arn:aws:bedrock:eu-central-1:111122223333:guardrail/hu1dlsv9wy1d';
const europeanFilter = on('bedrock', 'guardrail-profile/eu.guardrail.v1:0', 'eu-west-3');
const nova = foundationModel('amazon.nova-lite-v1:0');

/** Foundation models, agents and knowledge bases: ordinary in every AI account, production among them. */
export const generative = [
  call(scientist, 'looks which models there are', 'bedrock:ListFoundationModels'),
  call(scientist, 'counts tokens', 'bedrock:CountTokens', foundationModel()),
  call(application, 'talks to a model with a guardrail', invoke, foundationModel(), filtered),
  call(application, 'streams an answer', stream, foundationModel(), filtered),
  // AWS asks for the profile, and for the model in the region to which the profile leads.
  call(application, 'talks through the European profile', invoke, europeanProfile, filtered),
  call(application, 'is answered in the home region', invoke, foundationModel(), throughEurope),
  call(application, 'is answered in a region that is not governed', invoke, foundationModel(undefined, 'eu-north-1'), {
    ...throughEurope,
    'aws:RequestedRegion': 'eu-north-1',
  }),
  call(application, 'gets the answer streamed from there', stream, foundationModel(undefined, 'eu-north-1'), {
    ...throughEurope,
    'aws:RequestedRegion': 'eu-north-1',
  }),
  call(engineer, 'makes a profile to tell costs apart', 'bedrock:CreateInferenceProfile', europeanProfile, owned),
  call(application, 'talks through that profile', invoke, applicationProfile, filtered),
  call(application, 'is answered through it', invoke, foundationModel(), throughOurs),
  call(application, 'embeds a text', invoke, foundationModel('amazon.titan-embed-text-v2:0')),
  call(application, 'filters a text', 'bedrock:ApplyGuardrail', on('bedrock', 'guardrail/a1b2c3d4e5f6')),
  // A guardrail that the organization enforces is the management account's, and whoever calls a model applies it.
  call(application, 'is filtered for the organization', 'bedrock:ApplyGuardrail', ofTheOrganization),
  call(application, 'has it filtered elsewhere in Europe', 'bedrock:ApplyGuardrail', europeanFilter, {
    'aws:RequestedRegion': 'eu-west-3',
  }),
  call(application, 'signs in with a short key', 'bedrock:CallWithBearerToken', '*', {
    'bedrock:BearerTokenType': 'SHORT_TERM',
  }),
  call(engineer, 'makes a guardrail', 'bedrock:CreateGuardrail', '*', owned),
  call(engineer, 'keeps a version of it', 'bedrock:CreateGuardrailVersion', on('bedrock', 'guardrail/a1b2c3d4e5f6')),
  call(engineer, 'keeps a prompt', 'bedrock:CreatePrompt', '*', owned),
  call(engineer, 'makes an agent', 'bedrock:CreateAgent', '*', owned),
  call(engineer, 'changes the draft', 'bedrock:UpdateAgent', on('bedrock', 'agent/AB12CD34EF')),
  call(engineer, 'prepares it', 'bedrock:PrepareAgent', on('bedrock', 'agent/AB12CD34EF')),
  call(engineer, 'tries the draft', 'bedrock:InvokeAgent', on('bedrock', 'agent-alias/AB12CD34EF/TSTALIASID')),
  call(application, 'asks the agent', 'bedrock:InvokeAgent', on('bedrock', 'agent-alias/AB12CD34EF/GH56IJ78KL')),
  call(agent, 'thinks, with the guardrail that it was given', invoke, foundationModel(), filtered),
  call(agent, 'looks documents up', 'bedrock:Retrieve', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(agent, 'calls its tool', 'lambda:InvokeFunction', on('lambda', 'function:triage-appointments')),
  call(engineer, 'makes a knowledge base', 'bedrock:CreateKnowledgeBase', '*', owned),
  call(engineer, 'brings it up to date', 'bedrock:StartIngestionJob', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(knowledgeBase, 'embeds documents', invoke, foundationModel('amazon.titan-embed-text-v2:0')),
  call(engineer, 'makes a store for its vectors', 'aoss:CreateCollection'),
  call(knowledgeBase, 'writes vectors', 'aoss:APIAccessAll', on('aoss', 'collection/t1r2i3a4g5e6')),
  call(application, 'retrieves documents', 'bedrock:Retrieve', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(application, 'asks for an answer from them', 'bedrock:RetrieveAndGenerate'),
  call(application, 'sorts them', 'bedrock:Rerank'),
  call(scientist, 'compares models', 'bedrock:CreateEvaluationJob', foundationModel()),
  call(scientist, 'runs a batch', 'bedrock:CreateModelInvocationJob', foundationModel()),
  call(scientist, 'watches the batch', 'bedrock:GetModelInvocationJob', on('bedrock', 'model-invocation-job/x')),
  call(scientist, 'tunes a model', 'bedrock:CreateModelCustomizationJob', nova),
  call(scientist, 'names the tuned model', 'bedrock:CreateModelCustomizationJob', on('bedrock', 'custom-model/nova/x')),
  call(application, 'talks to it', invoke, on('bedrock', 'custom-model-deployment/a1b2c3'), filtered),
  call(scientist, 'looks which models mantle has', 'bedrock-mantle:ListModels', on('bedrock-mantle', 'project/triage')),
  call(engineer, 'looks whether calls are logged', 'bedrock:GetModelInvocationLoggingConfiguration'),
  call(engineer, 'runs an agent in the VPC', 'bedrock-agentcore:CreateAgentRuntime', '*', privateTool),
  call(application, 'asks it', 'bedrock-agentcore:InvokeAgentRuntime', on('bedrock-agentcore', 'runtime/triage')),
  call(engineer, 'gives it a memory', 'bedrock-agentcore:CreateMemory', '*', memory),
  call(agent, 'remembers', 'bedrock-agentcore:CreateEvent', on('bedrock-agentcore', 'memory/triage-1')),
  call(engineer, 'gives it its role', 'iam:PassRole', role('BedrockAgentCore-triage'), {
    'iam:PassedToService': 'bedrock-agentcore.amazonaws.com',
  }),
  call(engineer, 'gives it tools', 'bedrock-agentcore:CreateGateway', '*', gateway),
  call(engineer, 'lets it run code in the VPC', 'bedrock-agentcore:CreateCodeInterpreter', '*', privateTool),
  call(engineer, 'lets it browse from the VPC', 'bedrock-agentcore:CreateBrowser', '*', privateTool),
  call(
    agent,
    'runs code',
    'bedrock-agentcore:StartCodeInterpreterSession',
    on('bedrock-agentcore', 'code-interpreter-custom/triage-1'),
  ),
];
