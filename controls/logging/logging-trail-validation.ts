import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'logging-trail-validation',
  title: 'Log files of trails are signed, so that a change shows',
  why: 'A log file that somebody could have edited without a trace proves nothing to an auditor or a court.',
  // No remediation: its role would call cloudtrail:UpdateTrail, which logging-trail-enabled keeps to the deploy role.
  fix: 'Turn EnableLogFileValidation on in the code that defines the trail, and deploy it.',
  severity: 'medium',
  where: everyAccount,
  detect: { managed: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED' },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AU-9a', 'CM-6a', 'SC-16(1)', 'SI-7(1)', 'SI-7(3)', 'SI-7(7)'],
      'prowler: nist_800_53_revision_5_aws',
    ),
    published(
      'hipaa',
      ['164.308(a)(1)(ii)(B)', '164.308(a)(1)(ii)(D)', '164.312(b)', '164.312(c)(1)', '164.312(c)(2)'],
      'prowler: hipaa_aws',
    ),
    published('gdpr', ['Art. 25', 'Art. 32'], 'prowler: gdpr_aws'),
    published('soc-2', ['CC7.3', 'PI1.3'], 'prowler: soc2_aws'),
    judged('eu-ai-act', ['Art. 12']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['10.3.4']),
  ],
  examples: [
    { when: 'CloudTrail delivers a digest file every hour', compliant: true },
    { when: 'validation is off, as CloudTrail has it by default outside the console', compliant: false },
  ],
});
