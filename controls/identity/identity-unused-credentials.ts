import { defineControl, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-unused-credentials',
  title: 'Passwords and keys of IAM users that nobody has used for 90 days are gone',
  why: 'Nobody notices when a stranger begins to use a credential that its owner has forgotten.',
  fix: 'Deactivate the password or the key, wait a week for complaints, then delete the user.',
  severity: 'medium',
  where: everyAccount,
  detect: {
    managed: 'IAM_USER_UNUSED_CREDENTIALS_CHECK',
    parameters: { maxCredentialUsageAge: '90' },
    regions: 'home',
  },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2', 'AC-2(1)', 'AC-2(3)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6'],
      'Security Hub: IAM.8',
    ),
    published('hipaa', ['164.308(a)(3)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(D)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('soc-2', ['CC1.3'], 'prowler: soc2_aws'),
    published('pci-dss', ['8.2.6'], 'Security Hub: IAM.8'),
  ],
  examples: [
    { when: 'a user signed in last week and used a key yesterday', compliant: true },
    { when: 'a user signed in last week, but used the second key 100 days ago', compliant: false },
  ],
});
