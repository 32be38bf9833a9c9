import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'detection-config-aggregator',
  title: 'What Config sees in any account and region is asked in one place',
  why: 'An inventory that has to be collected from account to account is out of date before it is complete.',
  fix: 'Ask the aggregator in the security account; every account of the organization is in it by itself.',
  severity: 'medium',
  where: everyAccount,
  keptBy: [
    {
      stack: 'security',
      resource: 'aws_config_configuration_aggregator.config-aggregator',
      saying: ['organization_aggregation_source', '"all_regions":true'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CA-7', 'CM-8', 'CM-8(1)', 'PM-5']),
    judged('hipaa', ['164.308(a)(8)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC7.1']),
    judged('eu-ai-act', ['Art. 17']),
    judged('iso-42001', ['A.4.2', 'A.6.2.6']),
    judged('nist-ai-rmf', ['GOVERN 1.6']),
    judged('pci-dss', ['12.5.1']),
  ],
});
