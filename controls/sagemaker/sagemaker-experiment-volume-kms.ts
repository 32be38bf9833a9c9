import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, namesKey } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-experiment-volume-kms',
  title: 'Volumes of shadow tests are encrypted with a key of the company',
  why: 'The shadow variant holds a model that is not released yet, under a key that the company does not govern.',
  fix: 'Recreate the inference experiment with KmsKey.',
  severity: 'medium',
  where: workloads,
  detect: {
    managed: 'SAGEMAKER_INF_EXPERIMENT_INSTANCE_STORAGE_KMS_ENCRYPTED',
    announced: true,
    resourceTypes: ['AWS::SageMaker::InferenceExperiment'],
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.23'),
    ...namesKey,
    judged('eu-ai-act', ['Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'KmsKey of the experiment is set', compliant: true },
    { when: 'KmsKey of the experiment is empty', compliant: false },
  ],
});
