import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, namesKey } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'sagemaker-notebook-storage-kms',
  title: 'A notebook instance without a key is reported as soon as it is there',
  why: 'The periodic rule sees an unencrypted notebook a day late, and a notebook of one afternoon never.',
  fix: 'Delete the notebook instance and create it with KmsKeyId.',
  severity: 'low',
  where: workloads,
  detect: {
    managed: 'SAGEMAKER_NOTEBOOK_INSTANCE_STORAGE_VOL_KMS_ENCRYPTED',
    announced: true,
    resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  },
  satisfies: [checkedBySecurityHub('SageMaker.21'), ...namesKey, judged('nist-ai-rmf', ['MEASURE 2.7'])],
  examples: [
    { when: 'KmsKeyId of the notebook instance is a key of the account', compliant: true },
    { when: 'KmsKeyId is empty', compliant: false },
  ],
});
