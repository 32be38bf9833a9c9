import { application, approver, call, engineer, on, responder, scientist, steward } from '../proofs/calls';
import { europeanProfile, filtered, foundationModel } from '../proofs/requests-of-bedrock';
import { administrator, deployer, emergency, type Room, stopped } from './path';

const invoke = 'bedrock:InvokeModel';
const unassessed = foundationModel('nobody.unassessed-v1:0');
const unassessedThere = { 'bedrock-mantle:Model': 'nobody.unassessed' };
const guardrail = on('bedrock', 'guardrail/a1b2c3d4e5f6');
const forBedrock = { 'iam:ServiceSpecificCredentialServiceName': 'bedrock.amazonaws.com' };
const longTerm = { 'bedrock:BearerTokenType': 'LONG_TERM' };
const shared = { 'bedrock:DataRetentionMode': 'provider_data_share' };

export const bedrock: Room = {
  'Only models that were assessed are used': [
    ...stopped(
      'bedrock-approved-models',
      'ml-production',
      call(application, 'calls another model', invoke, unassessed, filtered),
      call(application, 'streams from it', 'bedrock:InvokeModelWithResponseStream', unassessed, filtered),
      call(engineer, 'goes through a profile of Europe', invoke, unassessed, {
        ...filtered,
        'bedrock:InferenceProfileArn': europeanProfile,
      }),
      call(
        engineer,
        'goes through a global profile',
        invoke,
        'arn:aws:bedrock:::foundation-model/nobody.new-v1',
        filtered,
      ),
      call(engineer, 'asks it in a batch', 'bedrock:CreateModelInvocationJob', unassessed),
      call(scientist, 'tunes it', 'bedrock:CreateModelCustomizationJob', unassessed),
      call(deployer, 'reserves it', 'bedrock:CreateProvisionedModelThroughput', unassessed),
      call(emergency, 'calls it in an emergency', invoke, unassessed, filtered),
    ),
    ...stopped('bedrock-approved-models', 'sandbox', call(scientist, 'tries it in the sandbox', invoke, unassessed)),
    ...stopped(
      'ai-services-approved',
      'sandbox',
      call(scientist, 'calls it at the other endpoint', 'bedrock-mantle:CreateInference', '*', unassessedThere),
    ),
    ...stopped(
      'bedrock-mantle-models',
      'sandbox',
      call(scientist, 'tunes it there', 'bedrock-mantle:CreateFineTuningJob', '*', unassessedThere),
    ),
    ...stopped(
      'bedrock-model-import',
      'ml-production',
      call(engineer, 'imports weights', 'bedrock:CreateModelImportJob'),
      call(engineer, 'brings weights of SageMaker', 'bedrock:CreateCustomModel'),
      call(scientist, 'copies a model of another account', 'bedrock:CreateModelCopyJob'),
    ),
    ...stopped(
      'bedrock-marketplace-endpoints',
      'ml-production',
      call(engineer, 'puts a public model on an endpoint', 'bedrock:CreateMarketplaceModelEndpoint'),
      call(engineer, 'registers an endpoint of its own', 'bedrock:RegisterMarketplaceModelEndpoint'),
    ),
    ...stopped(
      'bedrock-model-agreements',
      'ml-production',
      call(engineer, 'signs for the company', 'bedrock:CreateFoundationModelAgreement'),
      call(application, 'signs by its first call', 'aws-marketplace:Subscribe', '*', {
        'aws:CalledViaLast': 'bedrock.amazonaws.com',
      }),
    ),
    ...stopped(
      'bedrock-external-claude',
      'ml-production',
      call(engineer, 'takes the platform of the maker', 'aws-external-anthropic:CreateInference'),
    ),
    ...stopped(
      'bedrock-external-claude',
      'sandbox',
      call(scientist, 'takes it where things are tried', 'aws-external-anthropic:CreateInference'),
    ),
  ],
  'Every answer is filtered and logged': [
    ...stopped(
      'bedrock-guardrail-required',
      'ml-production',
      call(application, 'calls without a guardrail', invoke, foundationModel()),
      call(application, 'streams without one', 'bedrock:InvokeModelWithResponseStream', foundationModel()),
      call(engineer, 'calls a tuned model without one', invoke, on('bedrock', 'custom-model-deployment/a1b2c3')),
    ),
    ...stopped(
      'bedrock-guardrail-present',
      'ml-production',
      call(engineer, 'weakens the guardrail', 'bedrock:UpdateGuardrail', guardrail),
      call(administrator, 'deletes it', 'bedrock:DeleteGuardrail', guardrail),
    ),
    ...stopped(
      'bedrock-guardrail-enforced',
      'ml-production',
      call(administrator, 'ceases to enforce it', 'bedrock:DeleteEnforcedGuardrailConfiguration'),
      call(approver, 'enforces a weaker one', 'bedrock:PutEnforcedGuardrailConfiguration'),
    ),
    ...stopped(
      'bedrock-invocation-logging',
      'ml-production',
      call(administrator, 'switches the log off', 'bedrock:DeleteModelInvocationLoggingConfiguration'),
      call(engineer, 'logs into a bucket of its own', 'bedrock:PutModelInvocationLoggingConfiguration'),
      call(emergency, 'switches it off in an emergency', 'bedrock:DeleteModelInvocationLoggingConfiguration'),
    ),
    ...stopped(
      'ai-services-approved',
      'ml-production',
      call(application, 'calls where nothing is logged', 'bedrock-mantle:CreateInference', '*', {
        'bedrock-mantle:Model': 'anthropic.claude-sonnet-4-5',
      }),
    ),
    ...stopped(
      'bedrock-data-retention',
      'ml-production',
      call(administrator, 'lets the maker of the model keep prompts', 'bedrock:PutAccountDataRetention', '*', shared),
      call(engineer, 'does so in a project', 'bedrock-mantle:UpdateProject', '*', {
        'bedrock-mantle:DataRetentionMode': 'provider_data_share',
      }),
    ),
    ...stopped(
      'bedrock-data-retention',
      'sandbox',
      call(administrator, 'does so where things are tried', 'bedrock:PutAccountDataRetention', '*', shared),
    ),
  ],
  'Nobody calls models by a key that lasts': [
    ...stopped(
      'bedrock-api-keys',
      'ml-production',
      call(engineer, 'makes one', 'iam:CreateServiceSpecificCredential', '*', forBedrock),
      call(deployer, 'gives an old one a new secret', 'iam:ResetServiceSpecificCredential', '*', forBedrock),
    ),
    ...stopped(
      'bedrock-bearer-tokens',
      'ml-production',
      call(application, 'uses one', 'bedrock:CallWithBearerToken', '*', longTerm),
      call(application, 'uses one of a kind that nobody knows', 'bedrock:CallWithBearerToken'),
      call(application, 'uses one at the other endpoint', 'bedrock-mantle:CallWithBearerToken', '*', {
        'bedrock-mantle:BearerTokenType': 'LONG_TERM',
      }),
    ),
  ],
  'An agent reads and says what somebody answers for': [
    ...stopped(
      'bedrock-knowledge-sources',
      'ml-production',
      call(engineer, 'lets everybody ask about all documents', 'bedrock:CreateDataSource'),
      call(approver, 'changes which documents', 'bedrock:UpdateDataSource'),
    ),
    ...stopped(
      'bedrock-third-party-vectors',
      'ml-production',
      call(steward, 'keeps the vectors elsewhere', 'bedrock:AssociateThirdPartyKnowledgeBase'),
    ),
    ...stopped(
      'bedrock-agent-release',
      'ml-production',
      call(engineer, 'releases its own agent', 'bedrock:UpdateAgentAlias'),
      call(engineer, 'makes a further alias', 'bedrock:CreateAgentAlias'),
      call(responder, 'releases a flow', 'bedrock:UpdateFlowAlias'),
    ),
    ...stopped(
      'bedrock-inline-agents',
      'ml-production',
      call(application, 'says in the call what the agent is', 'bedrock:InvokeInlineAgent'),
    ),
    ...stopped(
      'bedrock-resource-sharing',
      'ml-production',
      call(engineer, 'gives a model to another account', 'bedrock:PutResourcePolicy'),
      call(administrator, 'takes a policy away', 'bedrock:DeleteResourcePolicy'),
    ),
    ...stopped(
      'bedrock-owner-tag',
      'ml-production',
      call(engineer, 'makes a knowledge base of nobody', 'bedrock:CreateKnowledgeBase'),
    ),
  ],
  'Nobody spends a budget in a minute': [
    ...stopped(
      'bedrock-provisioned-throughput',
      'ml-production',
      call(approver, 'reserves capacity', 'bedrock:CreateProvisionedModelThroughput', foundationModel()),
      call(administrator, 'reserves it at the other endpoint', 'bedrock-mantle:CreateReservation'),
    ),
    ...stopped(
      'bedrock-service-tier',
      'ml-production',
      call(application, 'takes the dear tier', invoke, foundationModel(), {
        ...filtered,
        'bedrock:ServiceTier': 'priority',
      }),
    ),
  ],
};
