import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedAtRest } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateFeatureGroup';
const key = 'sagemaker:FeatureGroupOfflineStoreKmsKeyArn';
const store = 'sagemaker:FeatureGroupOfflineStoreS3Uri';
const uri = 's3://acme-features/triage';

export default defineControl({
  id: 'sagemaker-feature-offline-kms',
  title: 'Offline stores of feature groups are encrypted with a key of the company',
  why: 'The offline store keeps the whole history of the features, and only a bucket policy decides who reads it.',
  fix: 'Create the feature group with OfflineStoreConfig.S3StorageConfig.KmsKeyId.',
  severity: 'medium',
  // Not in the sandbox: feature groups to try something with go without a key.
  where: workloads,
  // A feature group that is online only has no offline store, and no key for it.
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true', [store]: 'false' } } }] },
  detect: {
    managed: 'SAGEMAKER_FEATUREGROUP_ENCRYPTION_AT_REST',
    resourceTypes: ['AWS::SageMaker::FeatureGroup'],
  },
  promises: [
    {
      that: 'No feature is kept in S3 without a key of the company',
      deny: {
        Action: 'sagemaker:CreateFeatureGroup',
        Condition: { Null: { [key]: 'true' }, StringLike: { [store]: 's3://*' } },
      },
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.17'),
    judged('nist-800-53-r5', ['SC-12', 'SC-13', 'SC-28', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'an offline store has no key', action, context: { [store]: uri }, denied: true },
    {
      when: 'an offline store has a key',
      action,
      context: { [store]: uri, [key]: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      denied: false,
    },
    {
      when: 'only the retired condition key is there',
      action,
      context: {
        [store]: uri,
        'sagemaker:FeatureGroupOfflineStoreKmsKey': 'arn:aws:kms:eu-central-1:111122223333:key/1',
      },
      denied: true,
    },
    { when: 'there is no offline store', action, denied: false },
  ],
});
