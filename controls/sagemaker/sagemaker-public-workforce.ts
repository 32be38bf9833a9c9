import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const labeling = 'sagemaker:CreateLabelingJob';
const review = 'sagemaker:CreateFlowDefinition';
const key = 'sagemaker:WorkteamType';

export default defineControl({
  id: 'sagemaker-public-workforce',
  title: 'Labelling and human review do not go to a public workforce',
  why: 'Anonymous workers all over the world would see the data, without a contract or a known country.',
  fix: 'Name a private work team, or a vendor with whom there is a contract.',
  severity: 'high',
  where: everyAccount,
  prevent: { scp: [{ Action: [review, labeling], Condition: { StringEquals: { [key]: 'public-crowd' } } }] },
  promises: [
    {
      that: 'Nobody shows data to people whom anybody may hire',
      deny: {
        Action: ['sagemaker:CreateFlowDefinition', 'sagemaker:CreateLabelingJob'],
        Condition: { StringEquals: { [key]: 'public-crowd' } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-21', 'SA-9']),
    judged('hipaa', ['164.308(b)(1)', '164.502(b)']),
    judged('gdpr', ['Art. 28', 'Art. 44']),
    judged('soc-2', ['CC9.2', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 14']),
    judged('iso-42001', ['A.7.3', 'A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1']),
  ],
  examples: [
    { when: 'data is labelled by the public', action: labeling, context: { [key]: 'public-crowd' }, denied: true },
    {
      when: 'predictions are reviewed by the public',
      action: review,
      context: { [key]: 'public-crowd' },
      denied: true,
    },
    { when: 'the work team is private', action: labeling, context: { [key]: 'private-crowd' }, denied: false },
    { when: 'the work team is that of a vendor', action: review, context: { [key]: 'vendor-crowd' }, denied: false },
  ],
});
