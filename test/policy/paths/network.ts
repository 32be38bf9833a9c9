import { call, engineer, on, scientist } from '../proofs/calls';
import { administrator, deployer, emergency, type Room, stopped } from './path';

const face = on('ec2', 'network-interface/eni-1');
const launch = on('ec2', 'network-interface/*');
const subnet = on('ec2', 'subnet/subnet-0a1b2c3d');
const instance = on('ec2', 'instance/*');

export const network: Room = {
  'No machine has a public address': [
    ...stopped(
      'network-private-instances',
      'ml-production',
      call(engineer, 'asks for one at the launch', 'ec2:RunInstances', launch, {
        'ec2:AssociatePublicIpAddress': 'true',
      }),
      call(engineer, 'gives a running machine one', 'ec2:AssociateAddress', face),
      call(deployer, 'lets the subnet give one', 'ec2:ModifySubnetAttribute', subnet, {
        'ec2:Attribute/MapPublicIpOnLaunch': 'true',
      }),
      call(engineer, 'lets the interface have one', 'ec2:ModifyNetworkInterfaceAttribute', face, {
        'ec2:Attribute/AssociatePublicIpAddress': 'true',
      }),
      call(administrator, 'makes a default VPC', 'ec2:CreateDefaultVpc'),
      call(emergency, 'makes a default subnet', 'ec2:CreateDefaultSubnet'),
    ),
    ...stopped(
      'network-private-instances',
      'sandbox',
      call(scientist, 'gives a machine of the sandbox one', 'ec2:AssociateAddress', face),
    ),
  ],
  'What went through the network is known': [
    ...stopped(
      'network-flow-logs',
      'ml-production',
      call(administrator, 'stops flow logs', 'ec2:DeleteFlowLogs'),
      call(emergency, 'stops flow logs', 'ec2:DeleteFlowLogs'),
    ),
    ...stopped('network-flow-logs', 'sandbox', call(engineer, 'stops flow logs', 'ec2:DeleteFlowLogs')),
  ],
  'A request that was forged reads no credentials': [
    ...stopped(
      'identity-imdsv2',
      'ml-production',
      call(engineer, 'starts a machine with version 1', 'ec2:RunInstances', instance, {
        'ec2:MetadataHttpTokens': 'optional',
      }),
      call(engineer, 'leaves the option out', 'ec2:RunInstances', instance),
      call(engineer, 'asks for a spot instance', 'ec2:RequestSpotInstances', on('ec2', 'spot-instances-request/*')),
      call(engineer, 'asks for a fleet of them', 'ec2:RequestSpotFleet', on('ec2', 'spot-fleet-request/*')),
      call(engineer, 'imports a machine', 'ec2:ImportInstance'),
      call(deployer, 'goes back to version 1', 'ec2:ModifyInstanceMetadataOptions', instance, {
        'ec2:Attribute/HttpTokens': 'optional',
      }),
    ),
    ...stopped(
      'identity-imdsv2',
      'sandbox',
      call(
        scientist,
        'asks for a spot instance there',
        'ec2:RequestSpotInstances',
        on('ec2', 'spot-instances-request/*'),
      ),
    ),
  ],
};
