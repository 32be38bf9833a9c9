import { approver, call, deniedBy, engineer, job, on, role, scientist, without } from '../calls';
import { applicationProfile, filtered, foundationModel, gateway, memory, owned } from '../requests-of-bedrock';
import { isolatedJob, model, notebook, trainingJob } from '../requests-of-sagemaker';

const invoke = 'bedrock:InvokeModel';
const unassessed = foundationModel('nobody.unassessed-v1:0');
const makeNotebook = (why: string, context: object) =>
  call(scientist, why, 'sagemaker:CreateNotebookInstance', on('sagemaker', 'notebook-instance/n'), { ...context });
const huge = { 'sagemaker:InstanceTypes': ['ml.p5.48xlarge'] };

/** What goes too far with models even where they are only tried: denied in every AI account. */
export const models = [
  ...deniedBy(
    'bedrock-approved-models',
    call(scientist, 'talks to a model that nobody assessed', invoke, unassessed, filtered),
    call(scientist, 'reaches it through a profile of its own', invoke, unassessed, {
      ...filtered,
      'bedrock:InferenceProfileArn': applicationProfile,
    }),
    call(scientist, 'asks it for a batch of answers', 'bedrock:CreateModelInvocationJob', unassessed),
    call(scientist, 'tunes it', 'bedrock:CreateModelCustomizationJob', unassessed),
  ),
  ...deniedBy(
    'bedrock-mantle-models',
    call(scientist, 'tunes it elsewhere', 'bedrock-mantle:CreateFineTuningJob', on('bedrock-mantle', 'project/p'), {
      'bedrock-mantle:Model': 'nobody.unassessed-v1',
    }),
  ),
  ...deniedBy(
    'ai-services-approved',
    call(
      scientist,
      'talks where nothing is logged',
      'bedrock-mantle:CreateInference',
      on('bedrock-mantle', 'project/p'),
      {
        'bedrock-mantle:Model': 'anthropic.claude-sonnet-4-5',
      },
    ),
    call(scientist, 'has a referral read by nobody we know', 'textract:AnalyzeDocument'),
    call(scientist, 'listens to patients', 'transcribe:StartTranscriptionJob'),
    call(engineer, 'keeps vectors anywhere', 's3vectors:CreateVectorBucket'),
    call(engineer, 'asks an assistant about our code', 'q:SendMessage'),
  ),
  ...deniedBy('bedrock-external-claude', call(scientist, 'goes around it', 'aws-external-anthropic:CreateInference')),
  ...deniedBy(
    'bedrock-api-keys',
    call(engineer, 'makes a key that lasts', 'iam:CreateServiceSpecificCredential', '*', {
      'iam:ServiceSpecificCredentialServiceName': 'bedrock.amazonaws.com',
    }),
  ),
  ...deniedBy(
    'bedrock-bearer-tokens',
    call(engineer, 'signs in with it', 'bedrock:CallWithBearerToken', '*', { 'bedrock:BearerTokenType': 'LONG_TERM' }),
  ),
  ...deniedBy(
    'bedrock-data-retention',
    call(engineer, 'gives prompts to the provider', 'bedrock:PutAccountDataRetention', '*', {
      'bedrock:DataRetentionMode': 'provider_data_share',
    }),
  ),
  ...deniedBy(
    'bedrock-guardrail-enforced',
    call(engineer, 'takes the common guardrail off', 'bedrock:DeleteEnforcedGuardrailConfiguration'),
  ),
  ...deniedBy(
    'bedrock-invocation-logging',
    call(engineer, 'stops the log of prompts', 'bedrock:DeleteModelInvocationLoggingConfiguration'),
  ),
  ...deniedBy('bedrock-marketplace-endpoints', call(engineer, 'buys', 'bedrock:CreateMarketplaceModelEndpoint')),
  ...deniedBy('bedrock-model-agreements', call(engineer, 'signs', 'bedrock:CreateFoundationModelAgreement')),
  ...deniedBy('bedrock-model-import', call(scientist, 'brings weights', 'bedrock:CreateModelImportJob')),
  ...deniedBy(
    'bedrock-provisioned-throughput',
    call(engineer, 'reserves a model', 'bedrock:CreateProvisionedModelThroughput', foundationModel()),
  ),
  ...deniedBy('bedrock-resource-sharing', call(engineer, 'shares a model', 'bedrock:PutResourcePolicy')),
  ...deniedBy(
    'bedrock-service-tier',
    call(scientist, 'jumps the queue', invoke, foundationModel(), { ...filtered, 'bedrock:ServiceTier': 'priority' }),
  ),
  ...deniedBy(
    'bedrock-third-party-vectors',
    call(engineer, 'keeps documents elsewhere', 'bedrock:AssociateThirdPartyKnowledgeBase'),
  ),
  ...deniedBy(
    'agentcore-runtime-private',
    call(engineer, 'runs an agent', 'bedrock-agentcore:CreateAgentRuntime', '*', owned),
  ),
  ...deniedBy(
    'agentcore-browser-private',
    call(engineer, 'lets it browse', 'bedrock-agentcore:CreateBrowser', '*', owned),
  ),
  ...deniedBy(
    'agentcore-interpreter-private',
    call(engineer, 'lets it run code on the internet', 'bedrock-agentcore:CreateCodeInterpreter', '*', owned),
  ),
  ...deniedBy(
    'agentcore-gateway-authorizer',
    call(engineer, 'offers its tools to everybody', 'bedrock-agentcore:CreateGateway', '*', {
      ...gateway,
      'bedrock-agentcore:GatewayAuthorizerType': 'NONE',
    }),
  ),
  ...deniedBy(
    'agentcore-pass-role',
    call(engineer, 'gives an agent the role of a job', 'iam:PassRole', role('service-role/triage-sagemaker'), {
      'iam:PassedToService': 'bedrock-agentcore.amazonaws.com',
    }),
  ),
  ...deniedBy(
    'agentcore-memory-encrypted',
    call(engineer, 'lets it remember without a key', 'bedrock-agentcore:CreateMemory', '*', {
      ...without(memory, 'bedrock-agentcore:KmsKeyArn'),
    }),
  ),
  ...deniedBy('agentcore-payments', call(engineer, 'lets it pay', 'bedrock-agentcore:ProcessPayment')),
  ...deniedBy(
    'agentcore-registry-approval',
    call(engineer, 'approves its own tool', 'bedrock-agentcore:UpdateRegistryRecordStatus'),
  ),
  ...deniedBy('agentcore-resource-sharing', call(engineer, 'shares it', 'bedrock-agentcore:PutResourcePolicy')),
  ...deniedBy(
    'sagemaker-model-approval',
    call(scientist, 'approves its own model', 'sagemaker:UpdateModelPackage', on('sagemaker', 'model-package/t/7'), {
      'sagemaker:ModelApprovalStatus': 'Approved',
    }),
    call(job, 'registers a version that is born approved', 'sagemaker:CreateModelPackage', '*', {
      'sagemaker:ModelApprovalStatus': 'Approved',
    }),
  ),
  ...deniedBy(
    'sagemaker-approver-trains-none',
    call(approver, 'trains', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/t'), trainingJob),
  ),
  ...deniedBy(
    'sagemaker-instance-types',
    call(scientist, 'trains on the largest instances', 'sagemaker:CreateTrainingJob', '*', { ...trainingJob, ...huge }),
    call(scientist, 'prepares data on them', 'sagemaker:CreateProcessingJob', '*', { ...isolatedJob, ...huge }),
    makeNotebook('thinks on them', { ...notebook, ...huge }),
  ),
  ...deniedBy(
    'sagemaker-gated-models',
    call(scientist, 'accepts a licence in passing', 'sagemaker:CreateModel', on('sagemaker', 'model/m'), {
      ...model,
      'sagemaker:DirectGatedModelAccess': 'true',
    }),
  ),
  ...deniedBy(
    'sagemaker-notebook-no-internet',
    makeNotebook('lets a notebook out', { ...notebook, 'sagemaker:DirectInternetAccess': 'Enabled' }),
    makeNotebook('forgets to keep it in', without(notebook, 'sagemaker:DirectInternetAccess')),
  ),
  ...deniedBy(
    'sagemaker-notebook-no-root',
    makeNotebook('is root in a notebook', { ...notebook, 'sagemaker:RootAccess': 'Enabled' }),
  ),
  ...deniedBy(
    'sagemaker-notebook-imdsv2',
    makeNotebook('takes version 1', { ...notebook, 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' }),
  ),
  ...deniedBy('sagemaker-notebook-vpc', makeNotebook('names no subnet', without(notebook, 'sagemaker:VpcSubnets'))),
  ...deniedBy('sagemaker-bearer-tokens', call(engineer, 'signs in by a token', 'sagemaker:CallWithBearerToken')),
  ...deniedBy(
    'sagemaker-public-workforce',
    call(scientist, 'shows patients to strangers', 'sagemaker:CreateFlowDefinition', '*', {
      'sagemaker:WorkteamType': 'public-crowd',
    }),
  ),
  ...deniedBy('sagemaker-registry-sharing', call(engineer, 'shares models', 'sagemaker:PutModelPackageGroupPolicy')),
];
