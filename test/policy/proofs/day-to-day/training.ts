import { approver, call, engineer, job, key, on, pipeline, scientist, steward } from '../calls';
import {
  automaticJob,
  domain,
  featureGroup,
  isolatedJob,
  labelled,
  notebook,
  space,
  trainingJob,
  transformJob,
} from '../requests-of-sagemaker';

const gpu = { ...trainingJob, 'sagemaker:InstanceTypes': ['ml.g5.2xlarge'] };
// An instance with local storage takes no key for its volume.
const { 'sagemaker:VolumeKmsKeyArn': _, ...gpuWithoutVolumeKey } = gpu;
const group = on('sagemaker', 'model-package-group/triage-classifier');
const version = on('sagemaker', 'model-package/triage-classifier/7');
const pending = { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' };
const app = (instanceType: string) => ({ ...space, 'sagemaker:InstanceTypes': [instanceType] });

/** From a notebook to a version in the registry, as it is done in the OU of development. */
export const training = [
  call(engineer, 'makes the Studio domain', 'sagemaker:CreateDomain', on('sagemaker', 'domain/*'), domain),
  call(engineer, 'lets a colleague in', 'sagemaker:CreateUserProfile', on('sagemaker', 'user-profile/d/anna'), {
    'sagemaker:VpcSecurityGroupIds': ['sg-0a1b2c3d'],
  }),
  call(scientist, 'opens Studio', 'sagemaker:CreatePresignedDomainUrl', on('sagemaker', 'user-profile/d/anna')),
  call(scientist, 'makes a space', 'sagemaker:CreateSpace', on('sagemaker', 'space/d/visits'), space),
  call(scientist, 'starts JupyterLab', 'sagemaker:CreateApp', on('sagemaker', 'app/d/anna/*'), app('ml.t3.medium')),
  call(scientist, "starts Studio's own app", 'sagemaker:CreateApp', on('sagemaker', 'app/d/anna/*'), app('system')),
  call(scientist, 'takes a larger one', 'sagemaker:UpdateSpace', on('sagemaker', 'space/d/visits'), {
    'sagemaker:InstanceTypes': ['ml.m5.2xlarge'],
  }),
  call(scientist, 'stops it', 'sagemaker:DeleteApp', on('sagemaker', 'app/d/anna/jupyterlab/default')),
  call(
    scientist,
    'makes a notebook',
    'sagemaker:CreateNotebookInstance',
    on('sagemaker', 'notebook-instance/v'),
    notebook,
  ),
  call(scientist, 'takes a larger one', 'sagemaker:UpdateNotebookInstance', on('sagemaker', 'notebook-instance/v'), {
    'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
  }),
  call(scientist, 'opens it', 'sagemaker:CreatePresignedNotebookInstanceUrl', on('sagemaker', 'notebook-instance/v')),
  call(scientist, 'prepares data', 'sagemaker:CreateProcessingJob', on('sagemaker', 'processing-job/p'), isolatedJob),
  call(scientist, 'trains', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/t'), trainingJob),
  call(
    scientist,
    'trains on a GPU',
    'sagemaker:CreateTrainingJob',
    on('sagemaker', 'training-job/g'),
    gpuWithoutVolumeKey,
  ),
  call(scientist, 'searches parameters', 'sagemaker:CreateHyperParameterTuningJob', '*', isolatedJob),
  call(scientist, 'lets Autopilot try', 'sagemaker:CreateAutoMLJobV2', on('sagemaker', 'automl-job/a'), automaticJob),
  call(
    scientist,
    'scores a test set',
    'sagemaker:CreateTransformJob',
    on('sagemaker', 'transform-job/s'),
    transformJob,
  ),
  call(scientist, 'watches the training', 'sagemaker:DescribeTrainingJob', on('sagemaker', 'training-job/t')),
  call(scientist, 'lists trainings', 'sagemaker:ListTrainingJobs'),
  call(scientist, 'stops a training', 'sagemaker:StopTrainingJob', on('sagemaker', 'training-job/t')),
  call(
    scientist,
    'has images labelled by colleagues',
    'sagemaker:CreateLabelingJob',
    on('sagemaker', 'labeling-job/l'),
    {
      'sagemaker:WorkteamType': 'private-crowd',
      'sagemaker:OutputKmsKeyArn': key,
    },
  ),
  call(
    scientist,
    'makes a feature group',
    'sagemaker:CreateFeatureGroup',
    on('sagemaker', 'feature-group/f'),
    featureGroup,
  ),
  call(job, 'stores a feature', 'sagemaker:PutRecord', on('sagemaker', 'feature-group/f')),
  call(job, 'reads a feature', 'sagemaker:GetRecord', on('sagemaker', 'feature-group/f')),
  call(scientist, 'begins an experiment', 'sagemaker:CreateExperiment', on('sagemaker', 'experiment/e')),
  call(job, 'notes its metrics', 'sagemaker:BatchPutMetrics', on('sagemaker', 'experiment-trial-component/e-1')),
  call(job, 'notes a run in MLflow', 'sagemaker-mlflow:LogBatch', on('sagemaker', 'mlflow-tracking-server/m')),
  call(scientist, 'looks for a run', 'sagemaker:Search'),
  call(scientist, 'notes where a model comes from', 'sagemaker:AddAssociation', on('sagemaker', 'artifact/a')),
  call(pipeline, 'changes the training pipeline', 'sagemaker:UpdatePipeline', on('sagemaker', 'pipeline/triage')),
  call(scientist, 'starts it', 'sagemaker:StartPipelineExecution', on('sagemaker', 'pipeline/triage')),
  call(job, 'trains as a step of it', 'sagemaker:CreateTrainingJob', on('sagemaker', 'training-job/s'), trainingJob),
  call(engineer, 'makes a group of models', 'sagemaker:CreateModelPackageGroup', group, labelled),
  call(job, 'registers a version', 'sagemaker:CreateModelPackage', version, pending),
  call(scientist, 'notes its accuracy', 'sagemaker:UpdateModelPackage', version, {
    'sagemaker:CustomerMetadataProperties/accuracy': '0.93',
  }),
  call(scientist, 'turns a version down', 'sagemaker:UpdateModelPackage', version, {
    'sagemaker:ModelApprovalStatus': 'Rejected',
  }),
  call(scientist, 'writes the model card', 'sagemaker:CreateModelCard', on('sagemaker', 'model-card/triage')),
  call(approver, 'reads the model card', 'sagemaker:DescribeModelCard', on('sagemaker', 'model-card/triage')),
  call(approver, 'approves a version', 'sagemaker:UpdateModelPackage', version, {
    'sagemaker:ModelApprovalStatus': 'Approved',
  }),
  call(approver, 'releases an agent', 'bedrock:CreateAgentAlias', on('bedrock', 'agent/AB12CD34EF')),
  call(steward, 'connects documents', 'bedrock:CreateDataSource', on('bedrock', 'knowledge-base/MN90OP12QR')),
  call(steward, 'lets a team see a table', 'lakeformation:GrantPermissions'),
];
