import { approver, call, engineer, job, on, scientist } from '../calls';
import { foundationModel } from '../requests-of-bedrock';
import { domain, notebook, space } from '../requests-of-sagemaker';

const small = { 'sagemaker:InstanceTypes': ['ml.m5.xlarge'] };
/** As the examples of AWS and JumpStart ask for a job. */
const plainJob = {
  ...small,
  'sagemaker:NetworkIsolation': 'false',
  'sagemaker:InterContainerTrafficEncryption': 'false',
  'sagemaker:MaxRuntimeInSeconds': '86400',
};
const { 'sagemaker:VolumeKmsKeyArn': _, ...plainNotebook } = notebook;
const quickDomain = {
  'sagemaker:AuthMode': domain['sagemaker:AuthMode'],
  'sagemaker:AppNetworkAccessType': 'PublicInternetOnly',
};
const version = on('sagemaker', 'model-package/trial/1');

/** What people try in the sandbox with the least ceremony: no VPC, no keys, no tags, no guardrail. */
export const experiments = [
  call(engineer, 'sets Studio up quickly', 'sagemaker:CreateDomain', on('sagemaker', 'domain/*'), quickDomain),
  call(scientist, 'makes a space for the editor at home', 'sagemaker:CreateSpace', on('sagemaker', 'space/d/s'), {
    ...space,
    'sagemaker:RemoteAccess': 'ENABLED',
  }),
  call(
    scientist,
    'makes a notebook',
    'sagemaker:CreateNotebookInstance',
    on('sagemaker', 'notebook-instance/n'),
    plainNotebook,
  ),
  call(scientist, 'trains', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/t'), plainJob),
  call(scientist, 'looks into a training', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/d'), {
    ...plainJob,
    'sagemaker:EnableRemoteDebug': 'true',
  }),
  call(scientist, 'trains on a GPU', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/g'), {
    ...plainJob,
    'sagemaker:InstanceTypes': ['ml.g6.xlarge'],
  }),
  call(scientist, 'searches parameters', 'sagemaker:CreateHyperParameterTuningJob', '*', plainJob),
  call(scientist, 'prepares data', 'sagemaker:CreateProcessingJob', on('sagemaker', 'processing-job/p'), plainJob),
  call(scientist, 'lets Autopilot try', 'sagemaker:CreateAutoMLJobV2', on('sagemaker', 'automl-job/a')),
  call(scientist, 'scores a test set', 'sagemaker:CreateTransformJob', on('sagemaker', 'transform-job/s'), small),
  call(scientist, 'makes a feature group', 'sagemaker:CreateFeatureGroup', on('sagemaker', 'feature-group/f'), {
    'sagemaker:FeatureGroupOfflineStoreS3Uri': 's3://trial-features',
  }),
  call(scientist, 'takes a model of JumpStart', 'sagemaker:CreateModel', on('sagemaker', 'model/m')),
  call(
    scientist,
    'says how it is served',
    'sagemaker:CreateEndpointConfig',
    on('sagemaker', 'endpoint-config/c'),
    small,
  ),
  call(scientist, 'serves without instances', 'sagemaker:CreateEndpointConfig', on('sagemaker', 'endpoint-config/c'), {
    'sagemaker:ServerlessMaxConcurrency': '5',
    'sagemaker:ServerlessMemorySize': '2048',
  }),
  call(scientist, 'serves it', 'sagemaker:CreateEndpoint', on('sagemaker', 'endpoint/e')),
  call(job, 'explains it with Clarify', 'sagemaker:CreateModelExplainabilityJobDefinition', '*', plainJob),
  call(scientist, 'registers a version', 'sagemaker:CreateModelPackage', version, {
    'sagemaker:ModelApprovalStatus': 'PendingManualApproval',
  }),
  call(approver, 'approves it', 'sagemaker:UpdateModelPackage', version, {
    'sagemaker:ModelApprovalStatus': 'Approved',
  }),
  call(scientist, 'throws it away', 'sagemaker:DeleteModelPackage', version),
  call(scientist, 'stops a monitor', 'sagemaker:StopMonitoringSchedule', on('sagemaker', 'monitoring-schedule/m')),
  call(scientist, 'talks to a model without a guardrail', 'bedrock:InvokeModel', foundationModel()),
  call(scientist, 'makes an agent up', 'bedrock:InvokeInlineAgent', '*', { 'bedrock:InlineAgentName': 'trial' }),
  call(scientist, 'makes an agent', 'bedrock:CreateAgent'),
  call(scientist, 'puts it behind an alias', 'bedrock:CreateAgentAlias', on('bedrock', 'agent/AB12CD34EF')),
  call(scientist, 'connects documents', 'bedrock:CreateDataSource', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(scientist, 'makes a guardrail', 'bedrock:CreateGuardrail'),
  call(scientist, 'changes it', 'bedrock:UpdateGuardrail', on('bedrock', 'guardrail/a1b2c3d4e5f6')),
  call(
    scientist,
    'runs code where AWS keeps it',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'arn:aws:bedrock-agentcore:eu-central-1:aws:code-interpreter/aws.codeinterpreter.v1',
  ),
  call(scientist, 'opens a shell', 'bedrock-agentcore:InvokeAgentRuntimeCommand', on('bedrock-agentcore', 'runtime/r')),
];
