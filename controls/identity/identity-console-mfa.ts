import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-console-mfa',
  title: 'IAM users with a console password have a second factor',
  why: 'A password that was phished or reused is enough to open the console of the account.',
  fix: 'Register an MFA device for the user, or delete the password: people sign in through IAM Identity Center.',
  severity: 'high',
  where: everyAccount,
  detect: { managed: 'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS', regions: 'home' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2(1)', 'AC-3(15)', 'IA-2(1)', 'IA-2(2)', 'IA-2(6)', 'IA-2(8)'],
      'Security Hub: IAM.5',
    ),
    published('hipaa', ['164.308(a)(3)(ii)(A)', '164.312(a)(1)', '164.312(d)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('pci-dss', ['8.4.2'], 'Security Hub: IAM.5'),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'a user has a password and a security key', compliant: true },
    { when: 'a user has access keys and no password', compliant: true },
    { when: 'a user has a password and nothing else', compliant: false },
  ],
});
