import { defineControl } from '../../schema/forms/control';
import { keysOfSageMaker } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateNotebookInstance';
const key = 'sagemaker:VolumeKmsKeyArn';

export default defineControl({
  id: 'sagemaker-notebook-kms',
  title: 'Volumes of notebook instances are encrypted with a key of the company',
  why: 'Without a key of its own the company cannot revoke access, and no key policy says who reads the volume.',
  fix: 'Recreate the notebook instance with KmsKeyId; the key cannot be added later.',
  severity: 'medium',
  // Not in the sandbox: a notebook to try something in has nothing to encrypt with before somebody made a key.
  where: workloads,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: { managed: 'SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED' },
  promises: [
    {
      that: 'No notebook is made that names no key',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: keysOfSageMaker,
  examples: [
    { when: 'no key is named', action, denied: true },
    // `VolumeKmsKey` is the retired name of the condition key: AWS sends it no more.
    {
      when: 'only the retired condition key is there',
      action,
      context: { 'sagemaker:VolumeKmsKey': 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      denied: true,
    },
    {
      when: 'a key is named',
      action,
      context: { [key]: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      denied: false,
    },
  ],
});
