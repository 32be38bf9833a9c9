import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl(({ homeRegion, regions }) => ({
  id: 'detection-finding-aggregator',
  title: 'Findings of every account and region come together in the home region of the security account',
  why: 'A finding in a region that nobody opens is a finding that nobody has.',
  fix: 'Read findings in the home region of the security account; a new region is linked when it is governed.',
  severity: 'medium',
  where: everyAccount,
  needs: 'securityHub',
  keptBy: [
    {
      stack: 'security',
      resource: 'aws_securityhub_finding_aggregator.securityhub-aggregator',
      saying: regions.filter((region) => region !== homeRegion).map((region) => JSON.stringify(region)),
    },
    {
      stack: 'security',
      resource: 'aws_securityhub_organization_configuration.securityhub-organization',
      saying: ['CENTRAL'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-6(3)', 'AU-6(4)', 'CA-7', 'SI-4(2)']),
    judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)']),
    judged('soc-2', ['CC7.2', 'CC7.3']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.4']),
    judged('pci-dss', ['10.4.1']),
  ],
}));
