import { defineControl, judged } from '../../schema/forms/control';
import { noRootSession } from '../shared/assumptions';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'identity-no-users',
  title: 'Nobody makes IAM users, passwords or access keys where models are built and served',
  why: 'A long-lived key in a notebook or a repository gives a stranger the models and the data for as long as it lives.',
  fix: 'Sign in through IAM Identity Center; give a workload a role, and one outside AWS IAM Roles Anywhere or OIDC federation.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: ['iam:CreateUser', 'iam:CreateLoginProfile', 'iam:CreateAccessKey', 'iam:UpdateLoginProfile'],
        // A root session that the management account grants gives a root user its password back (IAMCreateRootUserPassword).
        Condition: { Null: { 'aws:AssumedRoot': 'true' } },
      },
    ],
  },
  promises: [
    {
      that: 'Nobody makes a user, or a password or a key for one',
      deny: { Action: ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:CreateUser'] },
      assuming: [noRootSession],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2', 'AC-2(1)', 'IA-2', 'IA-5']),
    judged('hipaa', ['164.308(a)(4)(ii)(C)', '164.312(a)(2)(i)', '164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.2']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'an administrator makes a user', action: 'iam:CreateUser', denied: true },
    { when: 'a key is made for a user of an adopted account', action: 'iam:CreateAccessKey', denied: true },
    // Otherwise a control that is switched on late would leave users behind that nobody can take away.
    { when: 'an administrator deletes a user', action: 'iam:DeleteUser', denied: false },
    { when: 'a key is taken out of service', action: 'iam:UpdateAccessKey', denied: false },
    {
      when: 'the management account gives a root user its password back',
      action: 'iam:CreateLoginProfile',
      principal: 'root',
      context: { 'aws:AssumedRoot': 'true' },
      denied: false,
    },
  ],
});
