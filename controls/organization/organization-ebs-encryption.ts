import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const disable = 'ec2:DisableEbsEncryptionByDefault';

export default defineControl({
  id: 'organization-ebs-encryption',
  title: 'New volumes and snapshots are encrypted by default, and stay so',
  why: 'Training data and model weights on a volume that nobody encrypted leave with its first shared snapshot.',
  fix: 'Leave the default on; an image that cannot start from an encrypted volume needs a copy that can.',
  severity: 'high',
  where: everyAccount,
  prevent: { scp: [{ Action: disable }], exempt: ['deployRole'] },
  detect: { managed: 'EC2_EBS_ENCRYPTION_BY_DEFAULT' },
  promises: [
    {
      that: 'Nobody but the deployment lets volumes be without encryption',
      deny: { Action: 'ec2:DisableEbsEncryptionByDefault' },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published(
      'nist-800-53-r5',
      ['CA-9(1)', 'CM-3(6)', 'SC-7(10)', 'SC-13', 'SC-28', 'SC-28(1)', 'SI-7(6)'],
      'Security Hub: EC2.7',
    ),
    published('hipaa', ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)'], 'prowler: hipaa_aws'),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['3.5.1']),
  ],
  examples: [
    { when: 'a role turns the default off', action: disable, denied: true },
    { when: 'the landing zone does, on teardown', action: disable, principal: 'deployRole', denied: false },
    { when: 'a role turns it on', action: 'ec2:EnableEbsEncryptionByDefault', denied: false },
  ],
});
