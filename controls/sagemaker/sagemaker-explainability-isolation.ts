import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-explainability-isolation',
  title: 'Explainability monitors without network isolation are known',
  why: 'The monitor sees what a model was asked about people and what it answered; an open network is a way out.',
  fix:
    'Set NetworkConfig.EnableNetworkIsolation true, or, since SHAP values come from a shadow endpoint, keep the ' +
    "monitor in a closed VPC and set the control to 'off' with that reason.",
  severity: 'low',
  where: workloads,
  // Nothing is denied: an isolated monitor cannot ask its shadow endpoint (SageMaker Developer Guide, clarify-vpc).
  detect: {
    managed: 'SAGEMAKER_MODEL_EXPLAINABILITY_JOB_NETWORK_ISOLATION',
    resourceTypes: ['AWS::SageMaker::ModelExplainabilityJobDefinition'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.20'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.6']),
    judged('eu-ai-act', ['Art. 13', 'Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.9']),
  ],
  examples: [
    { when: 'NetworkConfig.EnableNetworkIsolation is true', compliant: true },
    { when: 'NetworkConfig is missing', compliant: false },
  ],
});
