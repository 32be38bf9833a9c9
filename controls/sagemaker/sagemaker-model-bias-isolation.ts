import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-model-bias-isolation',
  title: 'Bias monitors without network isolation are known',
  why: 'A bias monitor holds protected attributes and can send them anywhere unless its network is closed.',
  fix:
    'Set NetworkConfig.EnableNetworkIsolation true where the analysis calls no model. Where it does, keep the monitor ' +
    "in a VPC without a route to the internet and set the control to 'off' with that reason.",
  severity: 'low',
  where: workloads,
  // Nothing is denied: Clarify reaches its shadow endpoint over the network (SageMaker Developer Guide, clarify-vpc).
  detect: {
    managed: 'SAGEMAKER_MODEL_BIAS_JOB_ISOLATION',
    resourceTypes: ['AWS::SageMaker::ModelBiasJobDefinition'],
    regions: { except: ['eu-north-1'] },
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.12'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    judged('gdpr', ['Art. 9(2)', 'Art. 32']),
    judged('soc-2', ['CC6.6']),
    judged('eu-ai-act', ['Art. 10(5)']),
    judged('nist-ai-rmf', ['MEASURE 2.11']),
  ],
  examples: [
    { when: 'NetworkConfig.EnableNetworkIsolation is true', compliant: true },
    { when: 'NetworkConfig.EnableNetworkIsolation is false', compliant: false },
  ],
});
