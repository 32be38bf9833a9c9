import { defineControl, judged, published } from '../../schema/forms/control';
import { checkedBySecurityHub, staysInNetwork } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'sagemaker:CreateNotebookInstance';
const key = 'sagemaker:VpcSubnets';

export default defineControl({
  id: 'sagemaker-notebook-vpc',
  title: 'Notebook instances run in a VPC',
  why: 'In the VPC of the service no security group, endpoint policy or flow log of the company covers a notebook.',
  fix: 'Create the notebook instance with SubnetId and SecurityGroupIds of a VPC of the account.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: {
    managed: 'SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC',
    resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  },
  promises: [
    {
      that: 'No notebook is made outside a VPC',
      deny: { Action: 'sagemaker:CreateNotebookInstance', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('SageMaker.2'),
    published(
      'nist-800-53-r5',
      ['AC-3', 'AC-4', 'AC-4(21)', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)', 'SC-7(4)', 'SC-7(11)', 'SC-7(20)'],
      'Security Hub: SageMaker.2',
    ),
    judged('hipaa', ['164.312(a)(1)']),
    ...staysInNetwork,
  ],
  examples: [
    { when: 'no subnet is named', action, denied: true },
    { when: 'a subnet is named', action, context: { [key]: ['subnet-0a1b2c3d'] }, denied: false },
  ],
});
