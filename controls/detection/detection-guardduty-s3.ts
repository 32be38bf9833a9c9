import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'detection-guardduty-s3',
  title: 'GuardDuty watches who reads and changes objects in S3',
  why: 'Training data is copied, or poisoned, by calls on objects, and CloudTrail records those of few buckets.',
  fix: 'Keep S3_DATA_EVENTS in services.guardDuty.features; without that plan, switch this control off and say why.',
  severity: 'high',
  where: everyAccount,
  needs: 'guardDuty',
  detect: { managed: 'GUARDDUTY_S3_PROTECTION_ENABLED' },
  satisfies: [
    judged('nist-800-53-r5', ['AU-12', 'CA-7', 'SI-4']),
    judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.312(b)']),
    judged('gdpr', ['Art. 32', 'Art. 33']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MANAGE 4.1']),
    judged('pci-dss', ['11.5.1']),
  ],
  examples: [
    { when: 'the detector of the region has the plan S3_DATA_EVENTS on', compliant: true },
    { when: 'the detector is on and the plan is off', compliant: false },
  ],
});
