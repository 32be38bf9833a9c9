import { defineControl, judged, published } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-endpoint-instance-count',
  title: 'Production variants of endpoints start with two instances or more',
  why: 'A model on one instance is gone with one availability zone, and decisions stop or are made without it.',
  fix: 'Create an endpoint configuration with InitialInstanceCount 2 and update the endpoint to it.',
  severity: 'medium',
  where: workloads,
  detect: { managed: 'SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT' },
  satisfies: [
    checkedBySecurityHub('SageMaker.4'),
    published('nist-800-53-r5', ['CP-10', 'SA-13', 'SC-5', 'SC-36'], 'Security Hub: SageMaker.4'),
    judged('hipaa', ['164.308(a)(7)(i)']),
    judged('gdpr', ['Art. 32(1)(b)']),
    judged('soc-2', ['A1.2']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.6']),
  ],
  examples: [
    { when: 'each production variant has InitialInstanceCount 2', compliant: true },
    { when: 'one variant has InitialInstanceCount 1', compliant: false },
  ],
});
