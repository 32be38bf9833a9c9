import { defineControl, judged, published } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'sagemaker:CreateNotebookInstance';
const key = 'sagemaker:DirectInternetAccess';

export default defineControl({
  id: 'sagemaker-notebook-no-internet',
  title: 'Notebook instances have no direct internet access',
  why: 'Training data could leave through an interface that no firewall of the company sees.',
  fix: "Create the notebook instance with DirectInternetAccess 'Disabled', in a subnet with the endpoints that it needs.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    // A negated operator also matches a request without the key, and without it AWS turns internet access on.
    scp: [{ Action: action, Condition: { StringNotEquals: { [key]: 'Disabled' } } }],
  },
  detect: { managed: 'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS' },
  promises: [
    {
      that: 'No notebook is made with internet access',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { StringEquals: { [key]: 'Enabled' } } },
    },
    {
      that: 'None is made without saying so, which gives it',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.1'),
    published(
      'nist-800-53-r5',
      ['AC-3', 'AC-4', 'AC-4(21)', 'AC-6', 'SC-7(3)', 'SC-7(20)'],
      'Security Hub: SageMaker.1',
    ),
    published('hipaa', ['164.308(a)(3)(i)', '164.312(a)(1)'], 'prowler: hipaa_aws'),
    judged('gdpr', ['Art. 32']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'internet access is asked for', action, context: { [key]: 'Enabled' }, denied: true },
    { when: 'the setting is left out', action, denied: true },
    { when: 'internet access is turned off', action, context: { [key]: 'Disabled' }, denied: false },
  ],
});
