import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const create = 'sagemaker:CreateModelPackage';
const update = 'sagemaker:UpdateModelPackage';
const key = 'sagemaker:ModelApprovalStatus';

const promisesOf = (modelApprovers: readonly string[]) => [
  {
    that: 'A version becomes approved by no role that deploys, responds or trains, in whichever call',
    deny: { Action: [create, update], Condition: { StringEquals: { [key]: 'Approved' } } },
    ...(modelApprovers.length > 0 && {
      assuming: [
        {
          that: 'the principal is a session of a role that no setting calls a model approver',
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': modelApprovers.map((name) => `arn:aws:iam::*:role/${name}`) },
          },
        },
      ],
    }),
  },
];

export default defineControl(({ roles: { modelApprovers } }) => ({
  id: 'sagemaker-model-approval',
  title: 'Only model approvers approve model versions',
  why: 'Somebody who both trains and approves a model can put it into production without any review.',
  fix: "Register the version as 'PendingManualApproval' and ask somebody with a role of roles.modelApprovers.",
  severity: 'high',
  where: aiAccounts,
  // Not even the deploy role: a pipeline that approves is no second pair of eyes.
  prevent: {
    exempt: ['modelApprovers'],
    scp: [{ Action: [create, update], Condition: { StringEquals: { [key]: 'Approved' } } }],
  },
  promises: promisesOf(modelApprovers),
  satisfies: [
    judged('nist-800-53-r5', ['AC-5', 'CM-3', 'CM-5']),
    judged('hipaa', ['164.308(a)(8)']),
    judged('gdpr', ['Art. 22', 'Art. 25']),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 14', 'Art. 17']),
    judged('iso-42001', ['A.6.2.4', 'A.6.2.5', 'A.9.2']),
    judged('nist-ai-rmf', ['MANAGE 1.1']),
  ],
  examples: [
    { when: 'somebody approves a version', action: update, context: { [key]: 'Approved' }, denied: true },
    { when: 'a version is registered as approved', action: create, context: { [key]: 'Approved' }, denied: true },
    {
      when: 'the pipeline approves',
      action: update,
      principal: 'deployRole',
      context: { [key]: 'Approved' },
      denied: true,
    },
    {
      when: 'an approver approves',
      action: update,
      principal: 'modelApprovers',
      context: { [key]: 'Approved' },
      denied: false,
    },
    { when: 'somebody rejects a version', action: update, context: { [key]: 'Rejected' }, denied: false },
    {
      when: 'a version waits for approval',
      action: create,
      context: { [key]: 'PendingManualApproval' },
      denied: false,
    },
    { when: 'an update does not touch the status', action: update, denied: false },
  ],
}));
