import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub, encryptedInTransit } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-data-quality-encryption',
  title: 'Data quality monitors encrypt the traffic between their containers',
  why: 'A monitor on several instances exchanges captured requests of customers, by default in the clear.',
  fix: 'Recreate the job definition with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateDataQualityJobDefinition',
    key: 'sagemaker:InterContainerTrafficEncryption',
    name: 'encryption',
  }),
  detect: {
    managed: 'SAGEMAKER_DATA_QUALITY_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::DataQualityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.9'),
    ...encryptedInTransit,
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
});
