import { defineControl, judged, published } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { aiAccounts } from '../where';

const create = 'sagemaker:CreateNotebookInstance';
const update = 'sagemaker:UpdateNotebookInstance';
const key = 'sagemaker:RootAccess';

export default defineControl({
  id: 'sagemaker-notebook-no-root',
  title: 'Users of notebook instances have no root access',
  why: 'With root a user turns off the agents, proxies and audit logs that the lifecycle configuration installed.',
  fix: "Set RootAccess 'Disabled'; install packages per user, or as root in a lifecycle configuration.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      // Left out at creation, AWS gives root. Left out of an update, it stays as it is: two operators, not one.
      { Action: create, Condition: { StringNotEquals: { [key]: 'Disabled' } } },
      { Action: update, Condition: { StringEquals: { [key]: 'Enabled' } } },
    ],
  },
  detect: {
    managed: 'SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK',
    resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  },
  promises: [
    {
      that: 'Nobody is root on a notebook, from the start or later',
      deny: {
        Action: ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
        Condition: { StringEquals: { [key]: 'Enabled' } },
      },
    },
    {
      that: 'No notebook is made without saying so, which gives root',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.3'),
    published(
      'nist-800-53-r5',
      ['AC-2(1)', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'AC-6(2)', 'AC-6(10)'],
      'Security Hub: SageMaker.3',
    ),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1']),
  ],
  examples: [
    { when: 'the setting is left out at creation', action: create, denied: true },
    { when: 'root is asked for at creation', action: create, context: { [key]: 'Enabled' }, denied: true },
    { when: 'root is turned off at creation', action: create, context: { [key]: 'Disabled' }, denied: false },
    { when: 'an update turns root on', action: update, context: { [key]: 'Enabled' }, denied: true },
    { when: 'an update changes only the volume size', action: update, denied: false },
  ],
});
