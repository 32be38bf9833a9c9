import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub, encryptedInTransit } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-quality-encryption',
  title: 'Model quality monitors encrypt the traffic between their containers',
  why: 'The monitor joins predictions with what really happened to people, and sends both from instance to instance.',
  fix: 'Recreate the job definition with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateModelQualityJobDefinition',
    key: 'sagemaker:InterContainerTrafficEncryption',
    name: 'encryption',
  }),
  detect: {
    managed: 'SAGEMAKER_MODEL_QUALITY_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::ModelQualityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.13'),
    ...encryptedInTransit,
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
});
