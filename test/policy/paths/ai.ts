import { application, call, engineer, glueJob, job, on, responder, scientist, steward } from '../proofs/calls';
import { filtered, foundationModel } from '../proofs/requests-of-bedrock';
import { administrator, deployer, emergency, impostors, ofNobody, type Room, stopped } from './path';

const invoke = 'bedrock:InvokeModel';
const stream = 'bedrock:InvokeModelWithResponseStream';
const batch = 'bedrock:CreateModelInvocationJob';
const collector = { name: 'a function of the security account', principal: 'findings-collector' };

export const ai: Room = {
  'Where nobody governs AI there is none': [
    ...stopped(
      'ai-accounts-only',
      'security',
      call(administrator, 'makes a notebook that sees all findings', 'sagemaker:CreateNotebookInstance'),
      call(responder, 'starts one that is there', 'sagemaker:StartNotebookInstance'),
      call(administrator, 'trains on findings', 'sagemaker:CreateTrainingJob'),
      call(collector, 'asks an endpoint', 'sagemaker:InvokeEndpoint', on('sagemaker', 'endpoint/triage')),
      call(responder, 'has an agent answer findings', 'bedrock:InvokeAgent', on('bedrock', 'agent-alias/a/b')),
      call(responder, 'says in the call what the agent is', 'bedrock:InvokeInlineAgent'),
      call(collector, 'asks findings as documents', 'bedrock:RetrieveAndGenerate'),
      call(administrator, 'makes an agent', 'bedrock-agentcore:CreateAgentRuntime'),
      call(responder, 'lets it run code', 'bedrock-agentcore:StartCodeInterpreterSession'),
      call(administrator, 'makes a store that is approved elsewhere', 'aoss:CreateCollection'),
      call(emergency, 'makes a notebook in an emergency', 'sagemaker:CreateNotebookInstance'),
      call(
        administrator,
        'lets the maker of a model keep prompts before there are any',
        'bedrock:PutAccountDataRetention',
        '*',
        {
          'bedrock:DataRetentionMode': 'provider_data_share',
        },
      ),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'makes a notebook', 'sagemaker:CreateNotebookInstance'),
      ),
    ),
    ...stopped(
      'ai-accounts-only',
      'log-archive',
      call(administrator, 'makes a notebook that reads all logs', 'sagemaker:CreateNotebookInstance'),
      call(administrator, 'makes a studio', 'sagemaker:CreateDomain'),
      call(administrator, 'makes a knowledge base of logs', 'bedrock:CreateKnowledgeBase'),
      call(administrator, 'changes an agent that is there', 'bedrock-agentcore:UpdateAgentRuntime'),
      call(steward, 'gives an agent the token of a user', 'bedrock-agentcore:GetWorkloadAccessToken'),
    ),
    ...stopped(
      ['ai-accounts-only', 'ai-services-approved'],
      'log-archive',
      call(administrator, 'has Comprehend read logs', 'comprehend:StartEntitiesDetectionJob'),
      call(administrator, 'asks Q about them', 'q:SendMessage'),
      call(administrator, 'keeps vectors of them', 's3vectors:PutVectors'),
      call(emergency, 'has them translated in an emergency', 'translate:TranslateText'),
    ),
  ],
  'Whoever calls a model is logged': [
    ...['security', 'log-archive'].flatMap((account) => [
      ...stopped(
        'bedrock-logged-calls',
        account,
        call(deployer, 'calls a model', invoke, foundationModel(), filtered),
        call(deployer, 'streams from one', stream, foundationModel(), filtered),
        call(deployer, 'asks it in a batch', batch, foundationModel()),
      ),
      ...stopped(
        ['bedrock-logged-calls', 'ai-accounts-only'],
        account,
        call(administrator, 'calls a model', invoke, foundationModel(), filtered),
        call(emergency, 'calls one in an emergency', invoke, foundationModel(), filtered),
        call(administrator, 'asks it in a batch', batch, foundationModel()),
      ),
    ]),
  ],
  'Only services that were assessed see, hear and read': [
    ...stopped(
      'ai-services-approved',
      'ml-production',
      call(application, 'has a referral read', 'textract:AnalyzeDocument'),
      call(application, 'finds diagnoses in it', 'comprehendmedical:DetectEntitiesV2'),
      call(glueJob, 'finds names in it', 'comprehend:DetectPiiEntities'),
      call(application, 'translates it', 'translate:TranslateText'),
      call(application, 'writes down what a patient says', 'transcribe:StartTranscriptionJob'),
      call(application, 'reads an answer out', 'polly:SynthesizeSpeech'),
      call(application, 'knows a face', 'rekognition:SearchFacesByImage'),
      call(engineer, 'makes an index of documents', 'kendra:CreateIndex'),
      call(engineer, 'makes an application of Q', 'qbusiness:CreateApplication'),
      call(job, 'keeps vectors', 's3vectors:PutVectors'),
      call(engineer, 'makes a domain for vectors', 'es:CreateDomain'),
      call(application, 'has Bedrock take documents apart', 'bedrock:InvokeDataAutomationAsync'),
      call(deployer, 'deploys a bot', 'lex:CreateBot'),
      call(emergency, 'has a document read in an emergency', 'textract:AnalyzeDocument'),
      ...impostors('acme-ai-config-recorder').map((impostor) =>
        call(impostor, 'knows a face', 'rekognition:SearchFacesByImage'),
      ),
    ),
    ...stopped(
      // To keep them needs an approval, and to keep them with a stranger is denied with one, too.
      ['ai-services-approved', 'data-perimeter-resources'],
      'ml-production',
      call(scientist, 'keeps vectors with a stranger', 's3vectors:PutVectors', '*', ofNobody),
    ),
    ...stopped(
      'ai-services-approved',
      'sandbox',
      call(scientist, 'asks Q about code', 'q:SendMessage'),
      call(scientist, 'tries a service that AWS ends', 'lookoutequipment:CreateModel'),
      call(scientist, 'calls an approved model where nothing is logged', 'bedrock-mantle:CreateInference', '*', {
        'bedrock-mantle:Model': 'anthropic.claude-sonnet-4-5',
      }),
    ),
  ],
};
