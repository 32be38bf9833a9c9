import { defineControl, judged } from '../../schema/forms/control';
import { sendsNothing } from '../shared/mappings';
import { workloads } from '../where';

const key = 'sagemaker:VpcSubnets';
const training = 'sagemaker:CreateTrainingJob';

export default defineControl({
  id: 'sagemaker-job-vpc',
  title: 'Jobs and clusters run in a VPC',
  why: 'Training code of any origin reads the data of the company with a way to the internet that nobody watches.',
  fix: 'Name subnets and security groups in the VpcConfig of the job, its definition or the cluster.',
  severity: 'high',
  // Not in the sandbox: JumpStart and the notebooks of AWS's examples name no VPC.
  where: workloads,
  prevent: {
    // Not CreateTransformJob: its containers run where the model says. Not CreateMonitoringSchedule: it may refer to a
    // job definition.
    scp: [
      {
        Action: [
          training,
          'sagemaker:CreateAutoMLJob*',
          'sagemaker:CreateCluster',
          'sagemaker:Create*JobDefinition',
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateJob',
          'sagemaker:CreateProcessingJob',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    ],
  },
  promises: [
    {
      that: 'Nothing trains, processes or searches for a model outside a VPC',
      deny: {
        Action: [
          'sagemaker:CreateAutoMLJob',
          'sagemaker:CreateAutoMLJobV2',
          'sagemaker:CreateCluster',
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateTrainingJob',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    },
    {
      that: 'No monitor of a model runs outside one',
      deny: {
        Action: [
          'sagemaker:CreateDataQualityJobDefinition',
          'sagemaker:CreateModelBiasJobDefinition',
          'sagemaker:CreateModelExplainabilityJobDefinition',
          'sagemaker:CreateModelQualityJobDefinition',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-7(20)']),
    ...sendsNothing,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'a training job names no subnet', action: training, denied: true },
    { when: 'a training job names a subnet', action: training, context: { [key]: ['subnet-0a1b2c3d'] }, denied: false },
    { when: 'a transform job, which takes no VPC', action: 'sagemaker:CreateTransformJob', denied: false },
  ],
});
