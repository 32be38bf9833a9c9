import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-no-admin-policies',
  title: 'Customer managed policies do not allow everything on everything',
  why: 'Whoever takes over a role with such a policy owns the account: its data, its models and the roles of everybody else.',
  fix: 'Name the services that the role needs; Access Analyzer writes such a policy from what the role did.',
  severity: 'high',
  where: everyAccount,
  detect: {
    managed: 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    // A permissions boundary that allows everything grants nothing by itself.
    parameters: { excludePermissionBoundaryPolicy: 'true' },
    resourceTypes: ['AWS::IAM::Policy'],
    regions: 'home',
  },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2', 'AC-2(1)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-5', 'AC-6', 'AC-6(2)', 'AC-6(3)', 'AC-6(10)'],
      'Security Hub: IAM.1',
    ),
    published(
      'hipaa',
      [
        '164.308(a)(1)(ii)(B)',
        '164.308(a)(3)(i)',
        '164.308(a)(3)(ii)(B)',
        '164.308(a)(4)(i)',
        '164.308(a)(4)(ii)(B)',
        '164.308(a)(4)(ii)(C)',
        '164.312(a)(1)',
      ],
      'prowler: hipaa_aws',
    ),
    published('gdpr', ['Art. 25'], 'prowler: gdpr_aws'),
    published('soc-2', ['CC1.3'], 'prowler: soc2_aws'),
    judged('soc-2', ['CC6.3']),
    judged('pci-dss', ['7.2.2']),
  ],
  examples: [
    { when: 'the default version of a policy allows bedrock:InvokeModel on two models', compliant: true },
    { when: 'the default version of a policy allows * on *', compliant: false },
  ],
});
