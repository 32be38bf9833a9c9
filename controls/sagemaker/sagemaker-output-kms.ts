import { defineControl, judged } from '../../schema/forms/control';
import { jobs } from '../shared/job-settings';
import { workloads } from '../where';

const key = 'sagemaker:OutputKmsKeyArn';
const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1';
const training = 'sagemaker:CreateTrainingJob';
const transform = 'sagemaker:CreateTransformJob';

export default defineControl({
  id: 'sagemaker-output-kms',
  title: 'Models, predictions and labels are written with a key of the company',
  why: 'Weights and predictions about people are encrypted with whatever default the bucket has.',
  fix: 'Name a KmsKeyId in the output configuration of the job; a job without outputs needs it too.',
  severity: 'medium',
  // Not in the sandbox: JumpStart and the notebooks of AWS's examples name no key.
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [...jobs, 'sagemaker:CreateAutoMLJob*', 'sagemaker:CreateJob', 'sagemaker:CreateLabelingJob'],
        Condition: { Null: { [key]: 'true' } },
      },
    ],
  },
  promises: [
    {
      that: 'Nothing that a job makes is written without a key of the company: no model, no prediction, no label',
      deny: {
        Action: [
          'sagemaker:CreateAutoMLJob',
          'sagemaker:CreateAutoMLJobV2',
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateLabelingJob',
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateTrainingJob',
          'sagemaker:CreateTransformJob',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SC-12', 'SC-13', 'SC-28', 'SC-28(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'PI1.4']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.7.2', 'A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a training job names no key for its model', action: training, denied: true },
    {
      when: 'only the retired condition key is there',
      action: training,
      context: { 'sagemaker:OutputKmsKey': arn },
      denied: true,
    },
    {
      when: 'the key is for the volume only',
      action: training,
      context: { 'sagemaker:VolumeKmsKeyArn': arn },
      denied: true,
    },
    {
      when: 'a transform job names a key for its predictions',
      action: transform,
      context: { [key]: arn },
      denied: false,
    },
  ],
});
