import { key } from './calls';

/** Condition keys that requests to SageMaker carry which keep every rule of the Workloads OU. */

const vpc = {
  'sagemaker:VpcSubnets': ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
  'sagemaker:VpcSecurityGroupIds': ['sg-0a1b2c3d'],
};
const encrypted = { 'sagemaker:VolumeKmsKeyArn': key, 'sagemaker:OutputKmsKeyArn': key };
const traffic = { 'sagemaker:InterContainerTrafficEncryption': 'true' };

export const automaticJob = { ...vpc, ...encrypted, ...traffic };
/** Processing, tuning, training and the jobs of monitors. */
export const isolatedJob = {
  ...automaticJob,
  'sagemaker:InstanceTypes': ['ml.m5.4xlarge'],
  'sagemaker:NetworkIsolation': 'true',
  'sagemaker:MaxRuntimeInSeconds': '3600',
};
export const trainingJob = {
  ...isolatedJob,
  'sagemaker:EnableRemoteDebug': 'false',
  'sagemaker:DirectGatedModelAccess': 'false',
};
export const transformJob = { ...encrypted, 'sagemaker:InstanceTypes': ['ml.m5.4xlarge'] };
export const model = { ...vpc, 'sagemaker:NetworkIsolation': 'true' };
export const endpointConfig = { 'sagemaker:InstanceTypes': ['ml.m5.xlarge'], 'sagemaker:VolumeKmsKeyArn': key };
export const notebook = {
  ...vpc,
  'sagemaker:InstanceTypes': ['ml.t3.medium'],
  'sagemaker:VolumeKmsKeyArn': key,
  'sagemaker:DirectInternetAccess': 'Disabled',
  'sagemaker:RootAccess': 'Disabled',
  'sagemaker:MinimumInstanceMetadataServiceVersion': '2',
};
export const domain = {
  ...vpc,
  'sagemaker:AuthMode': 'SSO',
  'sagemaker:AppNetworkAccessType': 'VpcOnly',
  'sagemaker:InstanceTypes': ['system', 'ml.t3.medium'],
  'sagemaker:VolumeKmsKeyArn': key,
};
export const space = { 'sagemaker:SpaceSharingType': 'Private', 'sagemaker:InstanceTypes': ['ml.t3.medium'] };
export const featureGroup = {
  'sagemaker:FeatureGroupOfflineStoreS3Uri': 's3://acme-ai-data-features/referrals',
  'sagemaker:FeatureGroupOfflineStoreKmsKeyArn': key,
  'sagemaker:FeatureGroupEnableOnlineStore': 'true',
  'sagemaker:FeatureGroupOnlineStoreKmsKeyArn': key,
  'aws:RequestTag/data-classification': 'confidential',
};
export const labelled = { 'aws:RequestTag/data-classification': 'confidential' };
