import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, namesKey } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-experiment-data-kms',
  title: 'What shadow tests capture is encrypted with a key of the company',
  why: 'A shadow test copies live requests into a bucket, where they outlive the test.',
  fix: 'Set DataStorageConfig.KmsKey of the inference experiment.',
  severity: 'medium',
  where: workloads,
  detect: {
    managed: 'SAGEMAKER_INF_EXPERIMENT_DATA_STORAGE_KMS_ENCRYPTED',
    announced: true,
    resourceTypes: ['AWS::SageMaker::InferenceExperiment'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.24'),
    ...namesKey,
    judged('eu-ai-act', ['Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'DataStorageConfig.KmsKey is set', compliant: true },
    { when: 'DataStorageConfig has a Destination and no KmsKey', compliant: false },
  ],
});
