import { call, engineer, job, scientist, without } from '../proofs/calls';
import { isolatedJob, model, trainingJob } from '../proofs/requests-of-sagemaker';
import { type Room, stopped } from './path';

const train = 'sagemaker:CreateTrainingJob';
const watch = 'sagemaker:Create';
const definition = 'JobDefinition';
const open = { ...isolatedJob, 'sagemaker:NetworkIsolation': 'false' };

/** Where jobs, models and monitors run. */
export const sagemakerRuns: Room = {
  'Training and serving have no way to the open network': [
    ...stopped(
      'sagemaker-job-vpc',
      'ml-production',
      call(scientist, 'trains without a VPC', train, '*', without(trainingJob, 'sagemaker:VpcSubnets')),
      call(engineer, 'makes a cluster without one', 'sagemaker:CreateCluster', '*', {
        'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
      }),
      call(
        job,
        'explains without one',
        'sagemaker:CreateModelExplainabilityJobDefinition',
        '*',
        without(isolatedJob, 'sagemaker:VpcSubnets'),
      ),
    ),
    ...stopped(
      'sagemaker-training-isolation',
      'ml-production',
      call(scientist, 'lets the container out', train, '*', { ...trainingJob, 'sagemaker:NetworkIsolation': 'false' }),
      call(scientist, 'does not say', train, '*', without(trainingJob, 'sagemaker:NetworkIsolation')),
    ),
    ...stopped(
      'sagemaker-processing-isolation',
      'ml-production',
      call(
        scientist,
        'processes in the open',
        'sagemaker:CreateProcessingJob',
        '*',
        without(isolatedJob, 'sagemaker:NetworkIsolation'),
      ),
    ),
    ...stopped(
      'sagemaker-model-isolation',
      'ml-production',
      call(engineer, 'serves in the open', 'sagemaker:CreateModel', '*', without(model, 'sagemaker:NetworkIsolation')),
    ),
    ...stopped(
      'sagemaker-model-vpc',
      'ml-production',
      call(engineer, 'serves outside the VPC', 'sagemaker:CreateModel', '*', without(model, 'sagemaker:VpcSubnets')),
    ),
    ...stopped(
      'sagemaker-monitor-schedule-isolation',
      'ml-production',
      call(engineer, 'opens a monitor later', 'sagemaker:UpdateMonitoringSchedule', '*', {
        'sagemaker:NetworkIsolation': 'false',
      }),
    ),
    ...stopped(
      'sagemaker-data-quality-isolation',
      'ml-production',
      call(job, 'watches data in the open', `${watch}DataQuality${definition}`, '*', open),
    ),
    ...stopped(
      'sagemaker-model-quality-isolation',
      'ml-production',
      call(job, 'watches answers in the open', `${watch}ModelQuality${definition}`, '*', open),
    ),
    ...stopped(
      'sagemaker-remote-debug',
      'ml-production',
      call(scientist, 'opens a shell in a job', 'sagemaker:UpdateTrainingJob', '*', {
        'sagemaker:EnableRemoteDebug': 'true',
      }),
    ),
    ...stopped(
      'sagemaker-public-workforce',
      'ml-production',
      call(engineer, 'shows data to a crowd', 'sagemaker:CreateFlowDefinition', '*', {
        'sagemaker:WorkteamType': 'public-crowd',
      }),
    ),
  ],
};
