import { defineControl, judged, published } from '../../schema/forms/control';
import { staysInNetwork } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'network-private-subnets',
  title: 'Subnets give no public address to what is started in them',
  why: 'An instance that nobody meant to publish is reachable from the internet because of where it was started.',
  fix: 'Turn MapPublicIpOnLaunch off; a load balancer or a NAT gateway gets its address explicitly.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED', resourceTypes: ['AWS::EC2::Subnet'] },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-3', 'AC-3(7)', 'AC-4', 'AC-4(21)', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)', 'SC-7(4)', 'SC-7(9)', 'SC-7(20)'],
      'Security Hub: EC2.15',
    ),
    published('pci-dss', ['1.4.4'], 'Security Hub: EC2.15'),
    judged('hipaa', ['164.312(a)(1)']),
    ...staysInNetwork,
  ],
  examples: [
    { when: 'a subnet of a new VPC has the setting off', compliant: true },
    { when: 'the account still has the subnets of its default VPC', compliant: false },
  ],
});
