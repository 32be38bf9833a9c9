import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'data-key-no-public-access',
  title: 'No key policy opens its key to the public',
  why: 'Encryption protects nothing when anybody may decrypt.',
  fix: "Name the principals, or keep '*' with a condition of fixed values such as kms:CallerAccount.",
  severity: 'critical',
  where: everyAccount,
  // The rule also reports a key whose policy the Config recorder may not read.
  detect: { managed: 'KMS_KEY_POLICY_NO_PUBLIC_ACCESS', resourceTypes: ['AWS::KMS::Key'] },
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'SC-7', 'SC-12']),
    judged('hipaa', ['164.312(a)(1)', '164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('pci-dss', ['3.6.1']),
  ],
  examples: [
    { when: 'the key policy grants to the root of its account only', compliant: true },
    { when: "the key policy grants kms:Decrypt to '*' without a condition", compliant: false },
  ],
});
