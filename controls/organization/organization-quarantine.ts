import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 's3:CreateBucket';
const atTheRoot = { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/'] };

/** Organizations puts every account into the root, be it created or invited, and the landing zone moves its own out of there. */
export default defineControl(({ organization }) => ({
  id: 'organization-quarantine',
  title: 'Nobody acts in an account that is directly in the root, where accounts are that nobody declared',
  why: 'An account that somebody creates or invites by hand is in no OU, so the policies of OUs do not bind it.',
  fix: "Give the account a file in accounts/ with origin: 'adopted', its id and an OU, and deploy management.",
  severity: 'high',
  // It denies everything in accounts of an organization that was there before, so an organization asks for it.
  mode: organization.undeclaredAccounts === 'quarantine' ? 'on' : 'off',
  reason: 'organization.undeclaredAccounts does not ask for it',
  where: everyAccount,
  prevent: {
    // Every path ends in a slash, and only that of an account in an OU has one for it: `o-…/r-…/ou-…/`.
    scp: [{ Action: '*', Condition: { 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': '*/ou-*' } } }],
    exempt: ['deployRole', 'breakGlass'],
  },
  promises: [
    {
      that: 'Nobody reads, makes a user or calls a model in an account that nobody declared, but the deployment and in an emergency',
      deny: {
        Action: ['bedrock:InvokeModel', 'iam:CreateUser', 's3:GetObject'],
        Condition: { 'ForAnyValue:StringEquals': atTheRoot },
      },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2(3)', 'CM-8(3)']),
    judged('hipaa', ['164.308(a)(4)(ii)(B)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.2']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['GOVERN 1.6']),
  ],
  examples: [
    { when: 'a role works in an account that was invited', action, context: atTheRoot, denied: true },
    { when: 'its root user does', action, principal: 'root', context: atTheRoot, denied: true },
    { when: 'the landing zone takes it in', action, principal: 'deployRole', context: atTheRoot, denied: false },
    { when: 'a role works in an account of an OU', action, denied: false },
  ],
}));
