import { call, engineer, job, scientist, without } from '../proofs/calls';
import {
  domain,
  endpointConfig,
  featureGroup,
  isolatedJob,
  notebook,
  space,
  trainingJob,
  transformJob,
} from '../proofs/requests-of-sagemaker';
import { type Room, stopped } from './path';

const train = 'sagemaker:CreateTrainingJob';
const book = 'sagemaker:CreateNotebookInstance';
const watch = 'sagemaker:Create';
const definition = 'JobDefinition';
const clear = { ...isolatedJob, 'sagemaker:InterContainerTrafficEncryption': 'false' };
const onlyKey = (key: string, value: string) => ({ [key]: value });

/** Notebooks and Studio, and what jobs and endpoints run on. */
export const sagemakerMachines: Room = {
  'A notebook is no way out': [
    ...stopped(
      'sagemaker-notebook-no-internet',
      'ml-production',
      call(scientist, 'has the internet', book, '*', { ...notebook, 'sagemaker:DirectInternetAccess': 'Enabled' }),
    ),
    ...stopped(
      'sagemaker-notebook-no-internet',
      'sandbox',
      call(scientist, 'does not say', book, '*', without(notebook, 'sagemaker:DirectInternetAccess')),
    ),
    ...stopped(
      'sagemaker-notebook-no-root',
      'ml-production',
      call(
        scientist,
        'becomes root later',
        'sagemaker:UpdateNotebookInstance',
        '*',
        onlyKey('sagemaker:RootAccess', 'Enabled'),
      ),
    ),
    ...stopped(
      'sagemaker-notebook-imdsv2',
      'ml-production',
      call(
        scientist,
        'goes back to version 1',
        'sagemaker:UpdateNotebookInstance',
        '*',
        onlyKey('sagemaker:MinimumInstanceMetadataServiceVersion', '1'),
      ),
    ),
    ...stopped(
      'sagemaker-notebook-vpc',
      'ml-production',
      call(scientist, 'is in no VPC', book, '*', without(notebook, 'sagemaker:VpcSubnets')),
    ),
    ...stopped(
      'sagemaker-notebook-kms',
      'ml-production',
      call(scientist, 'has a disk without our key', book, '*', without(notebook, 'sagemaker:VolumeKmsKeyArn')),
    ),
    ...stopped(
      'sagemaker-domain-vpc-only',
      'ml-production',
      call(
        engineer,
        'opens Studio later',
        'sagemaker:UpdateDomain',
        '*',
        onlyKey('sagemaker:AppNetworkAccessType', 'PublicInternetOnly'),
      ),
    ),
    ...stopped(
      'sagemaker-domain-kms',
      'ml-production',
      call(
        engineer,
        'keeps home folders without our key',
        'sagemaker:CreateDomain',
        '*',
        without(domain, 'sagemaker:VolumeKmsKeyArn'),
      ),
    ),
    ...stopped(
      'sagemaker-studio-remote-access',
      'ml-production',
      call(scientist, 'reaches a space from a laptop', 'sagemaker:UpdateSpace', '*', {
        ...space,
        'sagemaker:RemoteAccess': 'ENABLED',
      }),
    ),
  ],
  'What is written is encrypted with our key, on machines that we pay': [
    ...stopped(
      'sagemaker-job-volume-kms',
      'ml-production',
      call(scientist, 'trains on a disk without it', train, '*', without(trainingJob, 'sagemaker:VolumeKmsKeyArn')),
    ),
    ...stopped(
      'sagemaker-output-kms',
      'ml-production',
      call(scientist, 'writes a model without it', train, '*', without(trainingJob, 'sagemaker:OutputKmsKeyArn')),
      call(
        scientist,
        'writes answers without it',
        'sagemaker:CreateTransformJob',
        '*',
        without(transformJob, 'sagemaker:OutputKmsKeyArn'),
      ),
    ),
    ...stopped(
      'sagemaker-job-traffic-encryption',
      'ml-production',
      call(
        scientist,
        'sends in the clear',
        train,
        '*',
        without(trainingJob, 'sagemaker:InterContainerTrafficEncryption'),
      ),
    ),
    ...stopped(
      'sagemaker-data-quality-encryption',
      'ml-production',
      call(job, 'sends the data it watches in the clear', `${watch}DataQuality${definition}`, '*', clear),
    ),
    ...stopped(
      'sagemaker-model-quality-encryption',
      'ml-production',
      call(job, 'sends answers in the clear', `${watch}ModelQuality${definition}`, '*', clear),
    ),
    ...stopped(
      'sagemaker-model-bias-encryption',
      'ml-production',
      call(job, 'sends whom it treats how in the clear', `${watch}ModelBias${definition}`, '*', clear),
    ),
    ...stopped(
      'sagemaker-explainability-encryption',
      'ml-production',
      call(job, 'sends reasons in the clear', `${watch}ModelExplainability${definition}`, '*', clear),
    ),
    ...stopped(
      'sagemaker-monitor-schedule-encryption',
      'ml-production',
      call(engineer, 'lets a monitor do so later', 'sagemaker:UpdateMonitoringSchedule', '*', {
        'sagemaker:InterContainerTrafficEncryption': 'false',
      }),
    ),
    ...stopped(
      'sagemaker-feature-offline-kms',
      'ml-production',
      call(
        scientist,
        'stores features without it',
        'sagemaker:CreateFeatureGroup',
        '*',
        without(featureGroup, 'sagemaker:FeatureGroupOfflineStoreKmsKeyArn'),
      ),
    ),
    ...stopped(
      'sagemaker-endpoint-encrypted',
      'ml-production',
      call(
        engineer,
        'serves from a disk without it',
        'sagemaker:CreateEndpointConfig',
        '*',
        without(endpointConfig, 'sagemaker:VolumeKmsKeyArn'),
      ),
    ),
    ...stopped(
      'sagemaker-feature-online-kms',
      'ml-production',
      call(
        scientist,
        'serves features without it',
        'sagemaker:CreateFeatureGroup',
        '*',
        without(featureGroup, 'sagemaker:FeatureGroupOnlineStoreKmsKeyArn'),
      ),
    ),
    ...stopped(
      'sagemaker-instance-types',
      'ml-production',
      call(scientist, 'trains on what nobody budgeted', train, '*', {
        ...trainingJob,
        'sagemaker:InstanceTypes': ['ml.p5.48xlarge'],
      }),
      call(engineer, 'serves on it later', 'sagemaker:UpdateNotebookInstance', '*', {
        'sagemaker:InstanceTypes': ['ml.p4d.24xlarge'],
      }),
    ),
    ...stopped(
      'sagemaker-bearer-tokens',
      'ml-production',
      call(job, 'calls an endpoint by token', 'sagemaker:CallWithBearerToken'),
    ),
  ],
};
