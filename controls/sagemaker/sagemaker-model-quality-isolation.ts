import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-quality-isolation',
  title: 'Model quality monitors have no network',
  why: 'The ground truth that the monitor reads is what really happened to people; it must not leave with the results.',
  fix: 'Recreate the job definition with NetworkConfig.EnableNetworkIsolation true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateModelQualityJobDefinition',
    key: 'sagemaker:NetworkIsolation',
    name: 'isolation',
  }),
  detect: {
    managed: 'SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION',
    resourceTypes: ['AWS::SageMaker::ModelQualityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.25'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    ...sendsNothing,
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
});
