import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'sso:CreateInstance';

export default defineControl({
  id: 'identity-account-instances',
  title: 'There is one IAM Identity Center, that of the organization',
  why: 'An AI application on an Identity Center of its own account has users whom nobody in the company joins, reviews or removes.',
  fix: 'Connect the application, for example SageMaker Studio or Amazon Q, to the organization instance of IAM Identity Center.',
  severity: 'medium',
  where: everyAccount,
  // The organization instance lives in the management account, which this does not bind.
  prevent: { scp: [{ Action: action }] },
  promises: [
    {
      that: 'Nobody, the deploy role and the emergency role among them, opens a second door for people',
      deny: { Action: 'sso:CreateInstance' },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2', 'AC-2(1)', 'IA-2', 'IA-4']),
    judged('hipaa', ['164.308(a)(3)(ii)(C)', '164.312(a)(2)(i)']),
    judged('soc-2', ['CC6.2']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1']),
  ],
  examples: [
    { when: 'somebody sets up an account instance for Amazon Q', action, denied: true },
    { when: 'the deploy role does', action, principal: 'deployRole', denied: true },
    { when: 'an application is connected to an instance', action: 'sso:CreateApplication', denied: false },
  ],
});
