import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'detection-guardduty-findings',
  title: 'Findings of GuardDuty are dealt with: in a day, a week or a month, by severity',
  why: 'A finding that nobody looks at protects nobody, and proves afterwards that it was known.',
  fix: 'Look into the finding, act, and archive it; a security responder may.',
  severity: 'high',
  where: everyAccount,
  needs: 'guardDuty',
  detect: {
    managed: 'GUARDDUTY_NON_ARCHIVED_FINDINGS',
    parameters: { daysHighSev: '1', daysMediumSev: '7', daysLowSev: '30' },
  },
  satisfies: [
    published('hipaa', ['164.308(a)(6)(ii)'], 'prowler: hipaa_aws'),
    published('soc-2', ['CC3.2'], 'prowler: soc2_aws'),
    judged('nist-800-53-r5', ['AU-6', 'IR-4', 'IR-5', 'SI-4']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.3', 'CC7.4']),
    judged('eu-ai-act', ['Art. 73']),
    judged('iso-42001', ['A.8.4']),
    judged('nist-ai-rmf', ['MANAGE 4.3']),
    judged('pci-dss', ['10.4.3', '12.10.5']),
  ],
  examples: [
    { when: 'a finding of high severity was archived after an hour', compliant: true },
    { when: 'a finding of low severity is a week old', compliant: true },
    { when: 'a finding of high severity is two days old', compliant: false },
  ],
});
