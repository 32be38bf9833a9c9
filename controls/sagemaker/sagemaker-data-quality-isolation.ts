import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-data-quality-isolation',
  title: 'Data quality monitors have no network',
  why: 'A monitor reads every captured request; a changed analysis image could pass them on.',
  fix: 'Recreate the job definition with NetworkConfig.EnableNetworkIsolation true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateDataQualityJobDefinition',
    key: 'sagemaker:NetworkIsolation',
    name: 'isolation',
  }),
  detect: {
    managed: 'SAGEMAKER_DATA_QUALITY_JOB_ISOLATION',
    resourceTypes: ['AWS::SageMaker::DataQualityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.11'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    ...sendsNothing,
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
});
