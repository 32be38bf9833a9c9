import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'logging-trail-encrypted',
  title: 'Trails are encrypted with a KMS key',
  why: 'Trails tell who works on which data; with a key of its own, reading the bucket alone does not open them.',
  fix: 'Set KmsKeyId on the trail, or delete the extra trail of the team: the landing zone records for everybody.',
  severity: 'medium',
  where: everyAccount,
  detect: { managed: 'CLOUD_TRAIL_ENCRYPTION_ENABLED' },
  satisfies: [
    published('nist-800-53-r5', ['AU-9(3)', 'CP-9d', 'SC-13a', 'SC-28(1)'], 'prowler: nist_800_53_revision_5_aws'),
    published('hipaa', ['164.312(a)(2)(iv)', '164.312(c)(1)', '164.312(e)(2)(ii)'], 'prowler: hipaa_aws'),
    published('gdpr', ['Art. 25', 'Art. 30', 'Art. 32'], 'prowler: gdpr_aws'),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 12', 'Art. 15']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['10.3.2']),
  ],
  examples: [
    { when: 'the trail names the key of the log archive', compliant: true },
    { when: 'a team made a trail without a key', compliant: false },
  ],
});
