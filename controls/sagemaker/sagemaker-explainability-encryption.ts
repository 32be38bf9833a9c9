import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub, encryptedInTransit } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-explainability-encryption',
  title: 'Explainability monitors encrypt the traffic between their containers',
  why: 'Attributions of single decisions pass between the instances together with the people they are about.',
  fix: 'Recreate the job definition with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateModelExplainabilityJobDefinition',
    key: 'sagemaker:InterContainerTrafficEncryption',
    name: 'encryption',
  }),
  detect: {
    managed: 'SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::ModelExplainabilityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.10'),
    ...encryptedInTransit,
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.9']),
  ],
});
