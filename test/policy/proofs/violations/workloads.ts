import { call, deniedBy, engineer, job, on, pipeline, scientist, without } from '../calls';
import { foundationModel, gateway, memory, owned, privateTool } from '../requests-of-bedrock';
import {
  automaticJob,
  domain,
  endpointConfig,
  featureGroup,
  isolatedJob,
  model,
  notebook,
  space,
  trainingJob,
  transformJob,
} from '../requests-of-sagemaker';

const [subnets, volume, output] = ['sagemaker:VpcSubnets', 'sagemaker:VolumeKmsKeyArn', 'sagemaker:OutputKmsKeyArn'];
const open = { 'sagemaker:NetworkIsolation': 'false' };
const clear = { 'sagemaker:InterContainerTrafficEncryption': 'false' };
const classification = 'aws:RequestTag/data-classification';

const train = (why: string, context: object) =>
  call(scientist, why, 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/t'), { ...context });
const process = (why: string, context: object) =>
  call(scientist, why, 'sagemaker:CreateProcessingJob', on('sagemaker', 'processing-job/p'), { ...context });
const define = (why: string, what: string, context: object) =>
  call(pipeline, why, `sagemaker:Create${what}JobDefinition`, '*', { ...isolatedJob, ...context });
const group = (why: string, context: object) =>
  call(scientist, why, 'sagemaker:CreateFeatureGroup', on('sagemaker', 'feature-group/f'), { ...context });
const schedule = (why: string, context: object) =>
  call(pipeline, why, 'sagemaker:CreateMonitoringSchedule', on('sagemaker', 'monitoring-schedule/m'), { ...context });

/** What is tried in the sandbox and must not be done to data of people: denied in the Workloads OU. */
export const workloads = [
  ...deniedBy(
    'sagemaker-job-vpc',
    train('trains outside the VPC', without(trainingJob, subnets)),
    process('prepares data outside the VPC', without(isolatedJob, subnets)),
  ),
  ...deniedBy(
    'sagemaker-job-volume-kms',
    train('trains without a key for the volume', without(trainingJob, volume)),
    call(
      scientist,
      'lets Autopilot try without one',
      'sagemaker:CreateAutoMLJobV2',
      '*',
      without(automaticJob, volume),
    ),
  ),
  ...deniedBy(
    'sagemaker-output-kms',
    train('trains without a key for the model', without(trainingJob, output)),
    call(pipeline, 'scores without a key', 'sagemaker:CreateTransformJob', '*', without(transformJob, output)),
  ),
  ...deniedBy(
    'sagemaker-training-isolation',
    train('trains with a way out', { ...trainingJob, ...open }),
    train('forgets to close it', without(trainingJob, 'sagemaker:NetworkIsolation')),
  ),
  ...deniedBy('sagemaker-processing-isolation', process('prepares data with a way out', { ...isolatedJob, ...open })),
  ...deniedBy('sagemaker-job-traffic-encryption', train('trains in the clear', { ...trainingJob, ...clear })),
  ...deniedBy('sagemaker-remote-debug', train('looks in', { ...trainingJob, 'sagemaker:EnableRemoteDebug': 'true' })),
  ...deniedBy('sagemaker-data-quality-encryption', define('watches data in the clear', 'DataQuality', clear)),
  ...deniedBy('sagemaker-data-quality-isolation', define('watches data with a way out', 'DataQuality', open)),
  ...deniedBy('sagemaker-model-quality-encryption', define('watches answers in the clear', 'ModelQuality', clear)),
  ...deniedBy('sagemaker-model-quality-isolation', define('watches answers with a way out', 'ModelQuality', open)),
  ...deniedBy('sagemaker-model-bias-encryption', define('watches bias in the clear', 'ModelBias', clear)),
  ...deniedBy('sagemaker-explainability-encryption', define('explains in the clear', 'ModelExplainability', clear)),
  ...deniedBy('sagemaker-monitor-schedule-encryption', schedule('schedules in the clear', clear)),
  ...deniedBy('sagemaker-monitor-schedule-isolation', schedule('schedules with a way out', open)),
  ...deniedBy('sagemaker-monitoring-alive', call(engineer, 'stops a monitor', 'sagemaker:StopMonitoringSchedule')),
  ...deniedBy(
    'sagemaker-model-isolation',
    call(pipeline, 'serves with a way out', 'sagemaker:CreateModel', on('sagemaker', 'model/m'), { ...model, ...open }),
  ),
  ...deniedBy(
    'sagemaker-model-vpc',
    call(pipeline, 'serves outside the VPC', 'sagemaker:CreateModel', '*', without(model, subnets)),
  ),
  ...deniedBy(
    'sagemaker-endpoint-encrypted',
    call(pipeline, 'serves without a key', 'sagemaker:CreateEndpointConfig', '*', without(endpointConfig, volume)),
  ),
  ...deniedBy(
    'sagemaker-governance-tags',
    call(pipeline, 'serves what nobody classified', 'sagemaker:CreateEndpoint', '*', owned),
    call(engineer, 'takes the classification off', 'sagemaker:DeleteTags', '*', {
      'aws:TagKeys': ['data-classification'],
    }),
  ),
  ...deniedBy('sagemaker-governance-records', call(scientist, 'deletes a version', 'sagemaker:DeleteModelPackage')),
  ...deniedBy(
    'sagemaker-feature-group-tagged',
    group('keeps what nobody classified', without(featureGroup, classification)),
  ),
  ...deniedBy(
    'sagemaker-feature-offline-kms',
    group('keeps features without a key', without(featureGroup, 'sagemaker:FeatureGroupOfflineStoreKmsKeyArn')),
  ),
  ...deniedBy(
    'sagemaker-feature-online-kms',
    group('serves features without a key', without(featureGroup, 'sagemaker:FeatureGroupOnlineStoreKmsKeyArn')),
  ),
  ...deniedBy(
    'sagemaker-domain-vpc-only',
    call(engineer, 'lets Studio out', 'sagemaker:CreateDomain', '*', {
      ...domain,
      'sagemaker:AppNetworkAccessType': 'PublicInternetOnly',
    }),
  ),
  ...deniedBy(
    'sagemaker-domain-kms',
    call(engineer, 'sets Studio up without a key', 'sagemaker:CreateDomain', '*', without(domain, volume)),
  ),
  ...deniedBy(
    'sagemaker-notebook-kms',
    call(
      scientist,
      'makes a notebook without a key',
      'sagemaker:CreateNotebookInstance',
      '*',
      without(notebook, volume),
    ),
  ),
  ...deniedBy(
    'sagemaker-studio-remote-access',
    call(scientist, 'takes a space home', 'sagemaker:CreateSpace', '*', {
      ...space,
      'sagemaker:RemoteAccess': 'ENABLED',
    }),
  ),
  ...deniedBy(
    'bedrock-guardrail-required',
    call(job, 'talks without a guardrail', 'bedrock:InvokeModel', foundationModel()),
    call(job, 'streams without one', 'bedrock:InvokeModelWithResponseStream', foundationModel()),
  ),
  ...deniedBy('bedrock-guardrail-present', call(engineer, 'weakens the guardrail', 'bedrock:UpdateGuardrail')),
  ...deniedBy(
    'agentcore-gateway-policy',
    call(engineer, 'lets its policies only log', 'bedrock-agentcore:UpdateGateway', '*', {
      ...gateway,
      'bedrock-agentcore:PolicyEngineMode': 'LOG_ONLY',
    }),
  ),
  ...deniedBy('bedrock-agent-release', call(engineer, 'releases its own agent', 'bedrock:CreateAgentAlias')),
  ...deniedBy('bedrock-inline-agents', call(job, 'makes an agent up', 'bedrock:InvokeInlineAgent')),
  ...deniedBy('bedrock-knowledge-sources', call(engineer, 'connects documents', 'bedrock:CreateDataSource')),
  ...deniedBy(
    'ai-services-approved',
    call(job, 'goes where nothing is logged', 'bedrock-mantle:CreateInference', on('bedrock-mantle', 'project/p'), {
      'bedrock-mantle:Model': 'anthropic.claude-sonnet-4-5',
    }),
  ),
  ...deniedBy('bedrock-owner-tag', call(engineer, 'makes an agent that nobody owns', 'bedrock:CreateAgent')),
  ...deniedBy(
    'agentcore-owner-tag',
    call(
      engineer,
      'makes a memory that nobody owns',
      'bedrock-agentcore:CreateMemory',
      '*',
      without(memory, 'aws:RequestTag/owner'),
    ),
    call(
      engineer,
      'runs an agent that nobody owns',
      'bedrock-agentcore:CreateAgentRuntime',
      '*',
      without(privateTool, 'aws:RequestTag/owner'),
    ),
  ),
  ...deniedBy(
    'agentcore-runtime-shell',
    call(engineer, 'opens a shell', 'bedrock-agentcore:InvokeAgentRuntimeCommand'),
  ),
  ...deniedBy(
    'agentcore-system-tools',
    call(
      job,
      'runs code where AWS keeps it',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'arn:aws:bedrock-agentcore:eu-central-1:aws:code-interpreter/aws.codeinterpreter.v1',
    ),
  ),
  ...deniedBy(
    'agentcore-user-identity',
    call(job, 'says on its own for whom it acts', 'bedrock-agentcore:GetWorkloadAccessTokenForUserId'),
  ),
  ...deniedBy('data-bucket-default-lock', call(engineer, 'breaks a lock', 's3:BypassGovernanceRetention')),
];
