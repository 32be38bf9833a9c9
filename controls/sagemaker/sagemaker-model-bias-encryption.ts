import { defineControl, judged } from '../../schema/forms/control';
import { mustBeOn } from '../shared/job-settings';
import { checkedBySecurityHub } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-bias-encryption',
  title: 'Bias monitors encrypt the traffic between their containers',
  why: 'Bias is measured with sex, age or origin of people: the most protected columns there are.',
  fix: 'Recreate the job definition with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  ...mustBeOn({
    action: 'sagemaker:CreateModelBiasJobDefinition',
    key: 'sagemaker:InterContainerTrafficEncryption',
    name: 'encryption',
  }),
  detect: {
    managed: 'SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::ModelBiasJobDefinition'],
    regions: { except: ['eu-north-1'] },
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.15'),
    judged('nist-800-53-r5', ['SC-8', 'SC-8(1)']),
    judged('hipaa', ['164.312(e)(1)']),
    judged('gdpr', ['Art. 9(2)', 'Art. 32']),
    judged('soc-2', ['CC6.7']),
    judged('eu-ai-act', ['Art. 10(5)']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.11']),
  ],
});
