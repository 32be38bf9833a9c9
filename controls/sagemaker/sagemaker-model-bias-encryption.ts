import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'sagemaker:CreateModelBiasJobDefinition';
const key = 'sagemaker:InterContainerTrafficEncryption';

export default defineControl({
  id: 'sagemaker-model-bias-encryption',
  title: 'Bias monitors encrypt the traffic between their containers',
  why: 'Bias is measured with sex, age or origin of people: the most protected columns there are.',
  fix: 'Create the job definition anew with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::ModelBiasJobDefinition'],
    regions: { except: ['eu-north-1'] },
  },
  satisfies: [
    judged('nist-800-53-r5', ['SC-8', 'SC-8(1)']),
    judged('hipaa', ['164.312(e)(1)']),
    judged('gdpr', ['Art. 9(2)', 'Art. 32']),
    judged('soc-2', ['CC6.7']),
    judged('eu-ai-act', ['Art. 10(5)']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.11']),
  ],
  examples: [
    { when: 'encryption is left out', action, denied: true },
    { when: 'encryption is off', action, context: { [key]: 'false' }, denied: true },
    { when: 'encryption is on', action, context: { [key]: 'true' }, denied: false },
  ],
});
