import {
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  GetEbsEncryptionByDefaultCommand,
  type Instance,
  type IpPermission,
  type SecurityGroup,
} from '@aws-sdk/client-ec2';
import { account, eachOf, finding, type Judge, unless } from '../judge';
import type { Place } from '../place';

const groups = (place: Place): Promise<readonly SecurityGroup[]> =>
  place.once('groups', async () => {
    const { SecurityGroups = [] } = await place.ask.ec2.send(new DescribeSecurityGroupsCommand({}));
    return SecurityGroups;
  });

const instances = (place: Place): Promise<readonly Instance[]> =>
  place.once('instances', async () => {
    const { Reservations = [] } = await place.ask.ec2.send(new DescribeInstancesCommand({}));
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  });

const isOpenTo = (ports: readonly number[], { FromPort, ToPort, IpRanges = [], Ipv6Ranges = [] }: IpPermission) =>
  (IpRanges.some(({ CidrIp }) => CidrIp === '0.0.0.0/0') || Ipv6Ranges.some(({ CidrIpv6 }) => CidrIpv6 === '::/0')) &&
  // Without ports it is every one of them.
  ports.some((port) => FromPort === undefined || ToPort === undefined || (FromPort <= port && port <= ToPort));

const flowLogs: Judge = async ({ ask: { ec2 } }) => {
  const { FlowLogs = [] } = await ec2.send(new DescribeFlowLogsCommand({}));
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  const watched = FlowLogs.map(({ ResourceId }) => ResourceId);
  return Vpcs.map(({ VpcId = '?' }) => finding(VpcId, unless(watched.includes(VpcId), 'it has no flow log')));
};

const snapshots: Judge = async ({ ask: { ec2 } }) => {
  const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
  return Promise.all(
    Snapshots.map(async ({ SnapshotId = '?' }) => {
      const Attribute = 'createVolumePermission';
      const { CreateVolumePermissions = [] } = await ec2.send(
        new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute }),
      );
      return finding(SnapshotId, unless(!CreateVolumePermissions.some(({ Group }) => Group === 'all'), 'it is public'));
    }),
  );
};

/** Rules about networks and machines. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const networkRules: Readonly<Record<string, Judge>> = {
  // "The rule is NON_COMPLIANT if one or more snapshots with RestorableByUserIds field are set to all."
  EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK: snapshots,
  // "Check that Amazon Elastic Block Store (EBS) encryption is enabled by default."
  EC2_EBS_ENCRYPTION_BY_DEFAULT: account(async ({ ask: { ec2 } }) => {
    const { EbsEncryptionByDefault } = await ec2.send(new GetEbsEncryptionByDefaultCommand({}));
    return unless(EbsEncryptionByDefault, 'new volumes are not encrypted');
  }),
  // "The rule is NON_COMPLIANT if the HttpTokens is set to optional."
  EC2_IMDSV2_CHECK: eachOf(
    instances,
    ({ InstanceId }) => InstanceId,
    ({ MetadataOptions }) => unless(MetadataOptions?.HttpTokens === 'required', 'it takes no tokens for metadata'),
  ),
  // "The rule is NON_COMPLIANT if the publicIp field is present in the Amazon EC2 instance configuration item."
  EC2_INSTANCE_NO_PUBLIC_IP: eachOf(
    instances,
    ({ InstanceId }) => InstanceId,
    ({ PublicIpAddress }) => unless(PublicIpAddress === undefined, 'it has a public address'),
  ),
  // "The rule is NON_COMPLIANT if Amazon VPC has subnets that are assigned a public IP address."
  SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED: eachOf(
    async ({ ask: { ec2 } }) => (await ec2.send(new DescribeSubnetsCommand({}))).Subnets ?? [],
    ({ SubnetId }) => SubnetId,
    ({ MapPublicIpOnLaunch }) => unless(MapPublicIpOnLaunch === false, 'it gives public addresses'),
  ),
  // "The rule is NON_COMPLIANT if the default security group has one or more inbound or outbound traffic rules."
  VPC_DEFAULT_SECURITY_GROUP_CLOSED: eachOf(
    async (place) => (await groups(place)).filter(({ GroupName }) => GroupName === 'default'),
    ({ GroupId }) => GroupId,
    ({ IpPermissions = [], IpPermissionsEgress = [] }) =>
      unless(IpPermissions.length + IpPermissionsEgress.length === 0, 'it has rules'),
  ),
  // "Checks whether Amazon Virtual Private Cloud flow logs are found and enabled for Amazon VPC."
  VPC_FLOW_LOGS_ENABLED: flowLogs,
  // "Checks if security groups restrict incoming traffic to restricted ports explicitly from 0.0.0.0/0 or ::/0."
  VPC_SG_PORT_RESTRICTION_CHECK: eachOf(
    groups,
    ({ GroupId }) => GroupId,
    ({ IpPermissions = [] }, { restrictPorts = '22,3389' }) => {
      const ports = restrictPorts.split(',').map(Number);
      return unless(!IpPermissions.some((permission) => isOpenTo(ports, permission)), 'a port is open to everybody');
    },
  ),
};
