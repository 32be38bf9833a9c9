import { defineControl, judged } from '../../schema/forms/control';
import { fromOutside, outsider } from '../shared/outsiders';
import { everyAccount } from '../where';

const assume = { action: 'sts:AssumeRole' };

export default defineControl(({ perimeter }) => ({
  id: 'data-perimeter-sts',
  title: 'Roles are assumed from the organization, trusted partners and AWS services only',
  why: 'Behind one careless trust policy a foreign account works with the rights of ours.',
  fix: 'Write the partner into perimeter.trustedAccounts, and ask for an external id in the trust policy.',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    // Federation carries no organization: people come by AssumeRoleWithSAML, pipelines by AssumeRoleWithWebIdentity.
    // Both stay out, with sts:TagSession and sts:SetSourceIdentity that go along with them.
    rcp: [
      {
        Action: assume.action,
        Condition: fromOutside(perimeter),
      },
    ],
  },
  promises: [
    {
      that: 'Nobody of a foreign organization becomes a role of ours',
      by: 'rcp',
      deny: {
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-somebodyelse', 'aws:PrincipalAccount': '999988887777' } },
      },
      assuming: [
        {
          that: 'a role or a user is no service of AWS',
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
        },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'AC-17', 'AC-20', 'IA-9']),
    judged('hipaa', ['164.308(a)(4)(i)', '164.308(b)(1)']),
    judged('gdpr', ['Art. 28', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('iso-42001', ['A.10.2']),
    judged('nist-ai-rmf', ['GOVERN 6.1']),
  ],
  examples: [
    { when: 'a role of a foreign account assumes one of ours', ...assume, principal: outsider, denied: true },
    { when: 'a role of the organization does, as the one that deploys', ...assume, denied: false },
    { when: 'SageMaker assumes an execution role', ...assume, principal: 'sagemaker.amazonaws.com', denied: false },
    {
      when: 'a pipeline comes with a web identity',
      action: 'sts:AssumeRoleWithWebIdentity',
      principal: outsider,
      denied: false,
    },
    {
      when: 'a person comes through IAM Identity Center',
      action: 'sts:AssumeRoleWithSAML',
      principal: outsider,
      denied: false,
    },
  ],
}));
