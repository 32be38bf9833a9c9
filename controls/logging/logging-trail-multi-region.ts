import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'logging-trail-multi-region',
  title: 'A trail records what happens in every region',
  why: 'An intruder works in the region that nobody records.',
  fix: 'Turn services.cloudTrail.organizationTrail on, or deploy the account: its own trail covers every region too.',
  severity: 'high',
  where: everyAccount,
  detect: { managed: 'MULTI_REGION_CLOUD_TRAIL_ENABLED', regions: 'home' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2(4)', 'AC-3(1)', 'AC-3(10)', 'AC-4(26)', 'AC-6(9)', 'AU-2b', 'AU-3'],
      'prowler: nist_800_53_revision_5_aws',
    ),
    published(
      'hipaa',
      ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)', '164.312(e)(2)(i)'],
      'prowler: hipaa_aws',
    ),
    published('gdpr', ['Art. 25', 'Art. 30'], 'prowler: gdpr_aws'),
    published('soc-2', ['CC2.1', 'CC7.2', 'A1.1', 'PI1.3'], 'prowler: soc2_aws'),
    judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['10.2.1']),
  ],
  examples: [
    { when: 'the trail of the organization covers every region', compliant: true },
    { when: 'the only trail of an adopted account covers us-east-1', compliant: false },
  ],
});
