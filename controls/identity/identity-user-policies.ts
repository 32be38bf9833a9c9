import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-user-policies',
  title: 'IAM users have no policies of their own',
  why: 'Rights that hang on single users are missed in every review of roles and groups, and stay when the duty ends.',
  fix: 'Put the policy on a group or, better, on a role that the person takes through IAM Identity Center.',
  severity: 'low',
  where: everyAccount,
  detect: { managed: 'IAM_USER_NO_POLICIES_CHECK', resourceTypes: ['AWS::IAM::User'], regions: 'home' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2', 'AC-2(1)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'AC-6(3)'],
      'Security Hub: IAM.2',
    ),
    published('soc-2', ['CC1.3'], 'prowler: soc2_aws'),
    judged('hipaa', ['164.308(a)(4)(ii)(C)']),
    judged('pci-dss', ['7.2.4']),
  ],
  examples: [
    { when: 'a user gets every right from a group', compliant: true },
    { when: 'a user has an inline policy', compliant: false },
    { when: 'AmazonSageMakerFullAccess is attached to a user', compliant: false },
  ],
});
