import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const key = 'sagemaker:InstanceTypes';
const training = 'sagemaker:CreateTrainingJob';
const endpoint = 'sagemaker:CreateEndpointConfig';
const app = 'sagemaker:CreateApp';

export default defineControl(({ ai }) => ({
  id: 'sagemaker-instance-types',
  title: 'SageMaker runs on the approved instance types only',
  why: 'One stolen credential fills an account with GPU instances in minutes; the bill comes at the end of the month.',
  fix: 'Choose a type out of ai.instanceTypes in accounts/landing-zone.ts, or have one added there.',
  severity: 'medium',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [
          app,
          'sagemaker:CreateCluster',
          'sagemaker:Create*JobDefinition',
          'sagemaker:CreateDomain',
          endpoint,
          'sagemaker:CreateHyperParameterTuningJob',
          'sagemaker:CreateMonitoringSchedule',
          'sagemaker:CreateNotebookInstance',
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateSpace',
          training,
          'sagemaker:CreateTransformJob',
          'sagemaker:CreateUserProfile',
          'sagemaker:UpdateCluster',
          'sagemaker:UpdateDomain',
          'sagemaker:UpdateMonitoringSchedule',
          'sagemaker:UpdateNotebookInstance',
          'sagemaker:UpdateSpace',
          'sagemaker:UpdateTrainingJob',
          'sagemaker:UpdateUserProfile',
        ],
        // True as soon as one type is on no list; false where the request names none, as serverless ones do.
        Condition: { 'ForAnyValue:StringNotLike': { [key]: ai.instanceTypes } },
      },
    ],
  },
  promises: promisesOf(ai.instanceTypes),
  satisfies: [
    judged('nist-800-53-r5', ['CM-7', 'SC-6']),
    judged('soc-2', ['CC6.8', 'A1.1']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['GOVERN 1.1', 'MEASURE 2.12']),
  ],
  examples: [
    { when: 'the type is not approved', action: training, context: { [key]: ['ml.p5.48xlarge'] }, denied: true },
    {
      when: 'one of two types is not approved',
      action: endpoint,
      context: { [key]: ['ml.m5.large', 'ml.p5.48xlarge'] },
      denied: true,
    },
    { when: 'the type is approved', action: training, context: { [key]: ['ml.m5.4xlarge'] }, denied: false },
    { when: 'Studio starts its own app', action: app, context: { [key]: ['system'] }, denied: false },
    { when: 'the endpoint is serverless', action: endpoint, denied: false },
  ],
}));

const promisesOf = (instanceTypes: readonly string[]): ControlSpec['promises'] => [
  {
    that: 'Nothing trains, serves or opens a notebook on a machine that is not approved',
    deny: {
      Action: ['sagemaker:CreateEndpointConfig', 'sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob'],
      Condition: { 'ForAnyValue:StringLike': { [key]: 'ml.*' } },
    },
    assuming: [
      {
        that: 'no type is one of ai.instanceTypes',
        Condition: { 'ForAllValues:StringNotLike': { [key]: [...instanceTypes] } },
      },
    ],
  },
];
