import { defineControl, judged } from '../../schema/forms/control';
import { encryptedAtRest } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateDomain';
const key = 'sagemaker:VolumeKmsKeyArn';

export default defineControl({
  id: 'sagemaker-domain-kms',
  title: 'Home folders of Studio users are encrypted with a key of the company',
  why: 'Home folders gather extracts of training data for years, under a key that no policy of the company governs.',
  fix: 'Create the domain with KmsKeyId; it cannot be added to a domain that exists.',
  severity: 'medium',
  // Not in the sandbox: the quick setup of Studio names no key.
  where: workloads,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  promises: [
    {
      that: 'No domain of Studio is made that names no key',
      deny: { Action: 'sagemaker:CreateDomain', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['SC-12', 'SC-13', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
  ],
  examples: [
    { when: 'no key is named', action, denied: true },
    {
      when: 'only a retired condition key is there',
      action,
      context: { 'sagemaker:HomeEfsFileSystemKmsKey': 'arn:aws:kms:eu-central-1:111122223333:key/1' },
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
