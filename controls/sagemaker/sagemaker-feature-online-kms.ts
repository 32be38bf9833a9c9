import { defineControl, judged, published } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedAtRest } from '../shared/mappings';
import { workloads } from '../where';

const action = 'sagemaker:CreateFeatureGroup';
const key = 'sagemaker:FeatureGroupOnlineStoreKmsKeyArn';
const store = 'sagemaker:FeatureGroupEnableOnlineStore';

export default defineControl({
  id: 'sagemaker-feature-online-kms',
  title: 'Online stores of feature groups are encrypted with a key of the company',
  why: 'The online store holds the latest values about people; without a key of its own the company cannot cut off access at once.',
  fix: 'Create the feature group with OnlineStoreConfig.SecurityConfig.KmsKeyId.',
  severity: 'medium',
  // Not in the sandbox, as for the offline store.
  where: workloads,
  prevent: {
    scp: [{ Action: action, Condition: { Bool: { [store]: 'true' }, Null: { [key]: 'true' } } }],
  },
  // The rule looks at the standard storage type only.
  detect: {
    managed: 'SAGEMAKER_FEATUREGROUP_ONLINE_STORE_ENCRYPTION',
    resourceTypes: ['AWS::SageMaker::FeatureGroup'],
  },
  promises: [
    {
      that: 'No feature is kept for quick reading without a key of the company',
      deny: {
        Action: 'sagemaker:CreateFeatureGroup',
        Condition: { Null: { [key]: 'true' }, StringEquals: { [store]: 'true' } },
      },
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.18'),
    published(
      'nist-800-53-r5',
      ['AU-9', 'CA-9(1)', 'CM-3(6)', 'SC-7(10)', 'SC-12(2)', 'SC-13', 'SC-28', 'SC-28(1)', 'SI-7(6)'],
      'Security Hub: SageMaker.18',
    ),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'an online store has no key', action, context: { [store]: 'true' }, denied: true },
    {
      when: 'an online store has a key',
      action,
      context: { [store]: 'true', [key]: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
      denied: false,
    },
    { when: 'the online store is switched off', action, context: { [store]: 'false' }, denied: false },
    { when: 'there is no online store', action, denied: false },
  ],
});
