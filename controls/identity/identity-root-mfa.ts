import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-root-mfa',
  title: 'A root user that can sign in needs a second factor',
  why: 'Whoever reads the mailbox of the account can reset the root password, and only a second factor is in the way.',
  fix: 'Delete the root credentials from the management account (IAM, root access management), or register an MFA device.',
  severity: 'critical',
  where: everyAccount,
  // An account without root credentials complies: Security Hub User Guide, IAM.9.
  detect: { managed: 'ROOT_ACCOUNT_MFA_ENABLED', regions: 'home' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2(1)', 'AC-3(15)', 'IA-2(1)', 'IA-2(2)', 'IA-2(6)', 'IA-2(8)'],
      'Security Hub: IAM.9',
    ),
    published('hipaa', ['164.308(a)(3)(ii)(A)', '164.312(d)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('pci-dss', ['8.4.2'], 'Security Hub: IAM.9'),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'the root user has a password and an MFA device', compliant: true },
    { when: 'the root credentials were deleted', compliant: true },
    { when: 'an adopted account has a root password and no MFA device', compliant: false },
  ],
});
