import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-root-access-keys',
  title: 'Root users have no access keys',
  why: 'An access key of the root user works from anywhere, without MFA, and no policy of the account limits it.',
  fix: 'Delete the key in a root session that the management account opens (sts:AssumeRoot, IAMDeleteRootUserCredentials).',
  severity: 'critical',
  where: everyAccount,
  detect: { managed: 'IAM_ROOT_ACCESS_KEY_CHECK', regions: 'home' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2(1)', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'AC-6(2)', 'AC-6(10)'],
      'Security Hub: IAM.4',
    ),
    published(
      'hipaa',
      ['164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.308(a)(3)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.312(a)(2)(i)'],
      'prowler: hipaa_aws',
    ),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    judged('soc-2', ['CC6.1']),
    judged('pci-dss', ['7.2.2']),
  ],
  examples: [
    { when: 'the account was vended, and its root user never had a key', compliant: true },
    { when: 'an adopted account still has the key that somebody made when it was opened', compliant: false },
  ],
});
