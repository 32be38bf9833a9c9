import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'logging-security-trail',
  title: 'One trail has it all: every region, reads and writes, global services, a key, signed files',
  why: 'Several trails that each record a different part leave gaps that show only when somebody needs the record.',
  fix: 'Turn services.cloudTrail.organizationTrail on; that trail is made with each of these settings.',
  severity: 'medium',
  where: everyAccount,
  needs: 'organizationTrail',
  detect: { managed: 'CLOUDTRAIL_SECURITY_TRAIL_ENABLED', regions: 'home' },
  satisfies: [
    judged('nist-800-53-r5', ['AU-2', 'AU-3', 'AU-9', 'AU-12']),
    judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.312(b)', '164.312(c)(2)']),
    judged('gdpr', ['Art. 30', 'Art. 32']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12', 'Art. 19']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['GOVERN 1.4']),
    judged('pci-dss', ['10.2.1', '10.3.4']),
  ],
  examples: [
    { when: 'the trail of the organization has every setting', compliant: true },
    { when: 'one trail is encrypted and another covers every region', compliant: false },
    { when: 'the only trail leaves read events out', compliant: false },
  ],
});
