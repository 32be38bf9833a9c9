import { defineControl, judged } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';
import { aiAccounts } from '../where';

const create = 'sagemaker:CreateModelPackage';
const update = 'sagemaker:UpdateModelPackage';
const key = 'sagemaker:ModelApprovalStatus';

const promisesOf = ({ deployRole, roles: { breakGlass, modelApprovers, securityResponders } }: Settings) => [
  {
    that: 'Neither the deploy role, an emergency role, a responder, a user nor the root user approves a version, by either call',
    deny: {
      Action: [create, update],
      Condition: {
        StringEquals: { [key]: 'Approved' },
        ArnLike: {
          'aws:PrincipalArn': [
            'arn:aws:iam::*:root',
            'arn:aws:iam::*:user/*',
            ...[deployRole, ...breakGlass, ...securityResponders].map((name) => `arn:aws:iam::*:role/${name}`),
          ],
        },
      },
    },
    ...(modelApprovers.length > 0 && {
      assuming: [
        {
          that: 'no setting calls the role a model approver too',
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': modelApprovers.map((name) => `arn:aws:iam::*:role/${name}`) },
          },
        },
      ],
    }),
  },
];

export default defineControl((settings) => ({
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
  promises: promisesOf(settings),
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
