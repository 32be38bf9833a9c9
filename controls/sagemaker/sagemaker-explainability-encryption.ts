import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'sagemaker:CreateModelExplainabilityJobDefinition';
const key = 'sagemaker:InterContainerTrafficEncryption';

export default defineControl({
  id: 'sagemaker-explainability-encryption',
  title: 'Explainability monitors encrypt the traffic between their containers',
  why: 'Attributions of single decisions pass between the instances together with the people they are about.',
  fix: 'Create the job definition anew with NetworkConfig.EnableInterContainerTrafficEncryption true.',
  severity: 'medium',
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT',
    resourceTypes: ['AWS::SageMaker::ModelExplainabilityJobDefinition'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['SC-8', 'SC-8(1)']),
    judged('hipaa', ['164.312(e)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.7']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.9']),
  ],
  examples: [
    { when: 'encryption is left out', action, denied: true },
    { when: 'encryption is off', action, context: { [key]: 'false' }, denied: true },
    { when: 'encryption is on', action, context: { [key]: 'true' }, denied: false },
  ],
});
