import { defineControl, judged, published } from '../../schema/forms/control';
import { sendsNothing } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'network-default-security-group',
  title: 'Default security groups let nothing in and nothing out',
  why: 'What is started without a security group joins the default one, and there reaches everything else that was.',
  fix: 'Remove every rule of the group, and give the workload a group of its own.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'VPC_DEFAULT_SECURITY_GROUP_CLOSED', resourceTypes: ['AWS::EC2::SecurityGroup'] },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-4', 'AC-4(21)', 'SC-7', 'SC-7(4)', 'SC-7(5)', 'SC-7(11)', 'SC-7(16)', 'SC-7(21)'],
      'Security Hub: EC2.2',
    ),
    ...sendsNothing,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['1.3.1', '1.3.2']),
  ],
  examples: [
    { when: 'the default group of a VPC has no rule', compliant: true },
    { when: 'it has the rules that AWS gives it: members reach each other, and everything outside', compliant: false },
  ],
});
