import { standardArn } from '../../schema/facts/security-standards';
import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const policy = 'aws_securityhub_configuration_policy';

export default defineControl(({ homeRegion, services: { securityHub } }) => ({
  id: 'detection-security-standards',
  title: 'Security Hub checks every account against the standards that were chosen, those for AI among them by default',
  why: 'What an account chooses to be checked against says little, and an account that joins would choose nothing.',
  fix: 'Choose in services.securityHub.standards; a check that does not fit is named in disabledControls with its reason.',
  severity: 'high',
  needs: 'securityHub',
  mode: securityHub.enabled === 'ending' || securityHub.standards.length === 0 ? 'off' : 'on',
  reason:
    securityHub.enabled === 'ending' ? 'services.securityHub is ending' : 'services.securityHub.standards has none',
  where: everyAccount,
  keptBy: [
    {
      stack: 'compliance',
      resource: `${policy}.securityhub-policy`,
      account: 'security',
      saying: securityHub.standards.map((standard) => standardArn(standard, homeRegion)),
    },
    { stack: 'compliance', resource: `${policy}_association.securityhub-policy-root`, account: 'security' },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CA-2', 'CA-7', 'CM-6', 'RA-5']),
    judged('hipaa', ['164.308(a)(1)(ii)(A)', '164.308(a)(8)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC4.1', 'CC7.1']),
    judged('eu-ai-act', ['Art. 9', 'Art. 15']),
    judged('iso-42001', ['A.6.2.4', 'A.6.2.6']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 3.1']),
    judged('pci-dss', ['2.2.1', '11.3.1']),
  ],
}));
