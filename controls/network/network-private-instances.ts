import { defineControl, judged, published } from '../../schema/forms/control';
import { staysInNetwork } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'ec2:RunInstances';
const key = 'ec2:AssociatePublicIpAddress';
const associate = 'ec2:AssociateAddress';
const subnet = 'ec2:ModifySubnetAttribute';
const byDefault = 'ec2:Attribute/MapPublicIpOnLaunch';
const resource = 'arn:aws:ec2:eu-central-1:111122223333:network-interface/*';

export default defineControl({
  id: 'network-private-instances',
  title: 'Instances have no public address',
  why: 'A training machine with a public address is one open port away from giving the data set to a stranger.',
  fix: "Launch with AssociatePublicIpAddress 'false', and reach the instance through Session Manager or a load balancer.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    // Bool does not match a launch without the key: the subnet decides then, which may not be told to give an address.
    scp: [
      { Action: action, Resource: 'arn:aws:ec2:*:*:network-interface/*', Condition: { Bool: { [key]: 'true' } } },
      // The subnets of a default VPC give one to each instance.
      { Action: [associate, 'ec2:CreateDefaultSubnet', 'ec2:CreateDefaultVpc'] },
      { Action: subnet, Condition: { Bool: { [byDefault]: 'true' } } },
      {
        Action: 'ec2:ModifyNetworkInterfaceAttribute',
        Condition: { Bool: { 'ec2:Attribute/AssociatePublicIpAddress': 'true' } },
      },
    ],
  },
  detect: { managed: 'EC2_INSTANCE_NO_PUBLIC_IP', resourceTypes: ['AWS::EC2::Instance'] },
  promises: [
    {
      that: 'No instance is launched with a public address that the launch asks for',
      deny: {
        Action: 'ec2:RunInstances',
        Resource: 'arn:aws:ec2:*:*:network-interface/*',
        Condition: { StringEquals: { [key]: 'true' } },
      },
    },
    { that: 'None gets one later', deny: { Action: 'ec2:AssociateAddress' } },
  ],
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-3', 'AC-3(7)', 'AC-4', 'AC-4(21)', 'AC-6', 'AC-21', 'SC-7', 'SC-7(3)', 'SC-7(4)', 'SC-7(9)', 'SC-7(20)'],
      'Security Hub: EC2.9',
    ),
    published('hipaa', ['164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.312(a)(1)'], 'prowler: hipaa_aws'),
    ...staysInNetwork,
    judged('pci-dss', ['1.4.4']),
  ],
  examples: [
    { when: 'a public address is asked for', action, resource, context: { [key]: 'true' }, denied: true },
    { when: 'the launch asks for none', action, resource, context: { [key]: 'false' }, denied: false },
    { when: 'the subnet decides', action, resource, denied: false },
    { when: 'a running instance is given an address', action: associate, denied: true },
    { when: 'a subnet gives one to each instance', action: subnet, context: { [byDefault]: 'true' }, denied: true },
    { when: 'a subnet ceases to', action: subnet, context: { [byDefault]: 'false' }, denied: false },
    {
      when: 'the same launch is authorised for its volume',
      action,
      resource: 'arn:aws:ec2:eu-central-1:111122223333:volume/*',
      denied: false,
    },
  ],
});
