import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'logging-organization-trail',
  title: 'The management events of every account, of today and of tomorrow, are in one trail of the organization',
  why: 'A trail that each account keeps for itself is missing in the account that was created yesterday.',
  fix: 'Leave services.cloudTrail.organizationTrail on; without it the trail of each account records its management events.',
  severity: 'critical',
  where: everyAccount,
  needs: 'organizationTrail',
  keptBy: [
    {
      stack: 'security',
      resource: 'aws_cloudtrail.organization-trail',
      saying: ['"is_organization_trail":true', '"is_multi_region_trail":true', '"enable_log_file_validation":true'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-6(4)', 'AU-12', 'AU-12(1)']),
    judged('hipaa', ['164.312(b)']),
    judged('gdpr', ['Art. 5(2)', 'Art. 30']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['10.2.1']),
  ],
});
