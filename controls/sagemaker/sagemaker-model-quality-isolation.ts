import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'sagemaker:CreateModelQualityJobDefinition';
const key = 'sagemaker:NetworkIsolation';

export default defineControl({
  id: 'sagemaker-model-quality-isolation',
  title: 'Model quality monitors have no network',
  why: 'The ground truth that the monitor reads is what really happened to people; it must not leave with the results.',
  fix: 'Create the job definition anew with NetworkConfig.EnableNetworkIsolation true.',
  severity: 'medium',
  where: workloads,
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION',
    resourceTypes: ['AWS::SageMaker::ModelQualityJobDefinition'],
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    judged('hipaa', ['164.312(e)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.6']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'isolation is left out', action, denied: true },
    { when: 'isolation is off', action, context: { [key]: 'false' }, denied: true },
    { when: 'isolation is on', action, context: { [key]: 'true' }, denied: false },
  ],
});
