import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'sagemaker:CreateFeatureGroup';
const tag = 'data-classification';
const key = `aws:RequestTag/${tag}`;

export default defineControl({
  id: 'sagemaker-feature-group-tagged',
  title: 'Feature groups say how sensitive their data is',
  why: 'Teams that never saw the source read the features, and personal data reaches models it was not collected for.',
  fix: `Create the feature group with the tag '${tag}'.`,
  severity: 'medium',
  where: workloads,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: {
    managed: 'SAGEMAKER_FEATURE_GROUP_TAGGED',
    parameters: { requiredKeyTags: tag },
    resourceTypes: ['AWS::SageMaker::FeatureGroup'],
  },
  promises: [
    {
      that: 'No feature group is made that does not say how sensitive it is',
      deny: { Action: 'sagemaker:CreateFeatureGroup', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-16', 'CM-8', 'RA-2']),
    judged('gdpr', ['Art. 5(1)(b)', 'Art. 30']),
    judged('soc-2', ['C1.1']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.7.5']),
    judged('nist-ai-rmf', ['MAP 4.1', 'MEASURE 2.10']),
  ],
  examples: [
    { when: 'the tag is missing', action, denied: true },
    { when: 'another tag is there', action, context: { 'aws:RequestTag/owner': 'research' }, denied: true },
    { when: 'the tag is there', action, context: { [key]: 'confidential' }, denied: false },
  ],
});
