import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const training = 'sagemaker:CreateTrainingJob';
const register = 'sagemaker:CreateModelPackage';

export default defineControl(({ roles }) => {
  // A condition takes no empty list: where nobody approves, the statement names a role that nobody has.
  const approvers = roles.modelApprovers.length > 0 ? roles.modelApprovers : ['no-model-approver'];
  return {
    id: 'sagemaker-approver-trains-none',
    title: 'Model approvers neither train nor register models',
    why: 'An approver who also trains would judge their own work.',
    fix: 'Train with another role than the one that approves.',
    severity: 'medium',
    where: aiAccounts,
    prevent: {
      scp: [
        {
          Action: [
            training,
            register,
            'sagemaker:CreateAutoMLJob*',
            'sagemaker:CreateHyperParameterTuningJob',
            'sagemaker:CreateJob',
          ],
          Condition: { ArnLike: { 'aws:PrincipalArn': approvers.map((name) => `arn:aws:iam::*:role/${name}`) } },
        },
      ],
    },
    promises: [
      {
        that: 'No approver makes a model that it could approve then',
        deny: {
          Action: [
            'sagemaker:CreateAutoMLJob',
            'sagemaker:CreateAutoMLJobV2',
            'sagemaker:CreateModelPackage',
            'sagemaker:CreateTrainingJob',
          ],
          Condition: { ArnEquals: { 'aws:PrincipalArn': approvers.map((name) => `arn:aws:iam::*:role/${name}`) } },
        },
      },
    ],
    satisfies: [
      judged('nist-800-53-r5', ['AC-5', 'CM-5']),
      judged('soc-2', ['CC5.1', 'CC8.1']),
      judged('eu-ai-act', ['Art. 14']),
      judged('iso-42001', ['A.3.2', 'A.6.2.4']),
      judged('nist-ai-rmf', ['GOVERN 2.1', 'MEASURE 1.3']),
    ],
    examples: [
      { when: 'an approver trains', action: training, principal: 'modelApprovers', denied: true },
      { when: 'an approver registers a version', action: register, principal: 'modelApprovers', denied: true },
      { when: 'somebody else trains', action: training, denied: false },
      {
        when: 'an approver approves',
        action: 'sagemaker:UpdateModelPackage',
        principal: 'modelApprovers',
        context: { 'sagemaker:ModelApprovalStatus': 'Approved' },
        denied: false,
      },
    ],
  };
});
