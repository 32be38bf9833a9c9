import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-access-keys-rotated',
  title: 'Access keys of IAM users are at most 90 days old',
  why: 'A key that leaked long ago still opens the account, and its owner may have left.',
  fix: 'Make a second key, move the workload to it, and delete the old one; better, give the workload a role.',
  severity: 'medium',
  where: everyAccount,
  detect: { managed: 'ACCESS_KEYS_ROTATED', parameters: { maxAccessKeyAge: '90' }, regions: 'home' },
  satisfies: [
    published('nist-800-53-r5', ['AC-2(1)', 'AC-2(3)', 'AC-3(15)'], 'Security Hub: IAM.3'),
    published('hipaa', ['164.308(a)(3)(ii)(C)', '164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(D)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('pci-dss', ['8.3.9', '8.6.3'], 'Security Hub: IAM.3'),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'the active key of a user was made 30 days ago', compliant: true },
    { when: 'the active key of a user was made 120 days ago', compliant: false },
  ],
});
