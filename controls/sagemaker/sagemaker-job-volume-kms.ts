import { defineControl, judged } from '../../schema/forms/control';
import { jobs } from '../shared/job-settings';
import { encryptedAtRest } from '../shared/mappings';
import { volumeWithoutKey } from '../shared/volume-without-key';
import { workloads } from '../where';

const key = 'sagemaker:VolumeKmsKeyArn';
const types = 'sagemaker:InstanceTypes';
const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1';

const training = 'sagemaker:CreateTrainingJob';
const autoMl = 'sagemaker:CreateAutoMLJobV2';

export default defineControl({
  id: 'sagemaker-job-volume-kms',
  title: 'Volumes of training, tuning, processing and transform jobs have a key of the company',
  why: 'Training data lies under keys of the service: the company cannot withdraw them nor see who used them.',
  fix: 'Name a VolumeKmsKeyId in the resources of the job, or choose an instance type with local storage.',
  severity: 'medium',
  // Not in the sandbox: JumpStart and the notebooks of AWS's examples name no key.
  where: workloads,
  prevent: {
    // Not CreateMonitoringSchedule: it may refer to a job definition that has the key. Not CreateLabelingJob: only
    // automated labelling has volumes.
    scp: [
      { Action: jobs, Condition: volumeWithoutKey },
      { Action: 'sagemaker:CreateAutoMLJob*', Condition: { Null: { [key]: 'true' } } },
    ],
  },
  promises: [
    {
      that: 'No training job starts on a named instance without a key for its volume',
      deny: { Action: training, Condition: { Null: { [key]: 'true', [types]: 'false' } } },
      exception:
        'Instance types with local storage take no key (SageMaker API, VolumeKmsKeyId): a module of theirs encrypts it.',
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SC-12', 'SC-13', 'SC-28', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the job has no key', action: training, context: { [types]: ['ml.m5.xlarge'] }, denied: true },
    {
      when: 'the job has a key',
      action: training,
      context: { [types]: ['ml.m5.xlarge'], [key]: arn },
      denied: false,
    },
    {
      when: 'only the retired condition key is there',
      action: training,
      context: { [types]: ['ml.m5.xlarge'], 'sagemaker:VolumeKmsKey': arn },
      denied: true,
    },
    {
      when: 'the instances have local storage',
      action: training,
      context: { [types]: ['ml.g5.2xlarge'] },
      denied: false,
    },
    {
      when: 'one of the groups has local storage, so that a key is refused for all',
      action: training,
      context: { [types]: ['ml.m5.xlarge', 'ml.p4d.24xlarge'] },
      denied: false,
    },
    { when: 'an automatic job, which has no instance types, has no key', action: autoMl, denied: true },
    { when: 'an automatic job has a key', action: autoMl, context: { [key]: arn }, denied: false },
  ],
});
