import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const update = 'iam:UpdateAccountPasswordPolicy';

export default defineControl({
  id: 'identity-password-policy',
  title: 'Passwords of IAM users are long, varied and change, and the rule for them stays',
  why: 'A guessed password is the cheapest way into an account that still has IAM users.',
  fix: 'Change the policy where the landing zone sets it (stacks/account/account-guards.ts); people sign in through IAM Identity Center.',
  severity: 'medium',
  where: everyAccount,
  prevent: { scp: [{ Action: ['iam:DeleteAccountPasswordPolicy', update] }], exempt: ['deployRole'] },
  detect: {
    managed: 'IAM_PASSWORD_POLICY',
    // What the landing zone sets in each account: CIS AWS Foundations Benchmark 3.0.0, 1.8 and 1.9.
    parameters: {
      RequireUppercaseCharacters: 'true',
      RequireLowercaseCharacters: 'true',
      RequireSymbols: 'true',
      RequireNumbers: 'true',
      MinimumPasswordLength: '14',
      PasswordReusePrevention: '24',
      MaxPasswordAge: '90',
    },
    regions: 'home',
  },
  promises: [
    {
      that: 'Nobody but the deployment lets passwords be shorter',
      deny: { Action: ['iam:DeleteAccountPasswordPolicy', 'iam:UpdateAccountPasswordPolicy'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['AC-2(1)', 'AC-2(3)', 'AC-3(15)', 'IA-5(1)'], 'Security Hub: IAM.7'),
    published('hipaa', ['164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(D)', '164.312(d)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('pci-dss', ['8.3.6', '8.3.7', '8.3.9', '8.3.10.1', '8.6.3'], 'Security Hub: IAM.7'),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'an administrator of the account shortens passwords', action: update, denied: true },
    { when: 'the landing zone sets the policy', action: update, principal: 'deployRole', denied: false },
    { when: 'somebody reads the policy', action: 'iam:GetAccountPasswordPolicy', denied: false },
  ],
});
