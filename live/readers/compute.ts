import {
  DescribeVpcsCommand,
  EC2Client,
  GetEbsEncryptionByDefaultCommand,
  GetImageBlockPublicAccessStateCommand,
  GetInstanceMetadataDefaultsCommand,
  GetSnapshotBlockPublicAccessStateCommand,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { GetFunctionConfigurationCommand, GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeModelPackageGroupCommand,
  GetModelPackageGroupPolicyCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { orAbsent } from '../answer';
import type { Place } from '../live-aws';
import { type Attributes, block, type Reader, snake, text } from '../reader';

const lambdaFunction: Reader = {
  async read(at, wanted) {
    // GetFunction would also give an address that lets anybody load the code for ten minutes.
    const found = await at.ask(
      LambdaClient,
      new GetFunctionConfigurationCommand({ FunctionName: text(wanted, 'function_name') }),
    );
    return {
      function_name: found.FunctionName,
      arn: found.FunctionArn,
      description: found.Description,
      architectures: found.Architectures,
      handler: found.Handler,
      memory_size: found.MemorySize,
      role: found.Role,
      runtime: found.Runtime,
      timeout: found.Timeout,
      source_code_hash: found.CodeSha256,
      environment: found.Environment && { variables: compared(found.Environment.Variables, wanted) },
    };
  },
  unread: { filename: 'source_code_hash says what is in it', reserved_concurrent_executions: 'no promise hangs on it' },
};

/** Variables of a function without a value that nobody wrote: it may be a secret, and what is found is printed. */
function compared(found: Readonly<Record<string, string>> | undefined, { environment }: Attributes) {
  const written = block(block(environment).variables);
  return Object.fromEntries(
    Object.entries(found ?? {}).map(([name, value]) => [name, written[name] === value ? value : 'another value']),
  );
}

interface Statement {
  readonly Sid?: string;
  readonly Action?: unknown;
  readonly Principal?: Readonly<Record<string, unknown>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const permission: Reader = {
  async read(at, wanted) {
    const { Policy = '{}' } = await at.ask(
      LambdaClient,
      new GetPolicyCommand({ FunctionName: text(wanted, 'function_name') }),
    );
    const { Statement: statements = [] } = JSON.parse(Policy) as { readonly Statement?: readonly Statement[] };
    const found = statements.find(({ Sid }) => Sid === wanted.statement_id);
    const condition = (key: string): unknown =>
      Object.values(found?.Condition ?? {}).flatMap((each) =>
        Object.entries(each).flatMap(([name, value]) => (name.toLowerCase() === key ? [value] : [])),
      )[0];
    return (
      found && {
        function_name: wanted.function_name,
        statement_id: found.Sid,
        action: found.Action,
        principal: Object.values(found.Principal ?? {})[0],
        source_account: condition('aws:sourceaccount'),
        source_arn: condition('aws:sourcearn'),
      }
    );
  },
};

const isDefault = (name: string) => [{ Name: name, Values: ['true'] }];

async function tryDefaultVpc(at: Place): Promise<string | undefined> {
  const { Vpcs = [] } = await at.ask(EC2Client, new DescribeVpcsCommand({ Filters: isDefault('is-default') }));
  return Vpcs[0]?.VpcId;
}

const defaultVpc: Reader = {
  async read(at) {
    const id = await tryDefaultVpc(at);
    return id === undefined ? undefined : { id };
  },
  unread: { tags: 'no promise hangs on it' },
};

/** Stands for all of them: each zone has one, and which zones there are is AWS's. */
const defaultSubnets: Reader = {
  async read(at) {
    const pages = await at.pages(EC2Client, paginateDescribeSubnets, { Filters: isDefault('default-for-az') });
    const subnets = pages.flatMap(({ Subnets = [] }) => Subnets);
    return { map_public_ip_on_launch: subnets.some(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch) };
  },
  unread: { availability_zone: 'each zone has one, and all are looked at' },
};

const defaultGroup: Reader = {
  async read(at, wanted) {
    const Filters = [
      { Name: 'vpc-id', Values: [text(wanted, 'vpc_id')] },
      { Name: 'group-name', Values: ['default'] },
    ];
    const pages = await at.pages(EC2Client, paginateDescribeSecurityGroups, { Filters });
    const found = pages.flatMap(({ SecurityGroups = [] }) => SecurityGroups)[0];
    return (
      found && {
        id: found.GroupId,
        vpc_id: found.VpcId,
        ingress: snake(found.IpPermissions),
        egress: snake(found.IpPermissionsEgress),
      }
    );
  },
};

const registry: Reader = {
  async read(at, wanted) {
    const ModelPackageGroupName = text(wanted, 'model_package_group_name');
    const found = await at.ask(SageMakerClient, new DescribeModelPackageGroupCommand({ ModelPackageGroupName }));
    const policy = await orAbsent(
      at.ask(SageMakerClient, new GetModelPackageGroupPolicyCommand({ ModelPackageGroupName })),
    );
    return {
      model_package_group_name: found.ModelPackageGroupName,
      arn: found.ModelPackageGroupArn,
      status: found.ModelPackageGroupStatus,
      is_shared: policy !== undefined,
    };
  },
  also: () => ({ status: 'Completed' }),
  unread: { model_package_group_description: 'AWS lets nobody change it', tags: 'no promise hangs on it' },
};

const registryPolicy: Reader = {
  async read(at, wanted) {
    const ModelPackageGroupName = text(wanted, 'model_package_group_name');
    const { ResourcePolicy } = await at.ask(
      SageMakerClient,
      new GetModelPackageGroupPolicyCommand({ ModelPackageGroupName }),
    );
    return { model_package_group_name: ModelPackageGroupName, resource_policy: ResourcePolicy };
  },
};

const state = (read: (at: Place) => Promise<Attributes>): Reader => ({ read: (at) => read(at) });

export const readers: Readonly<Record<string, Reader>> = {
  aws_lambda_function: lambdaFunction,
  aws_lambda_permission: permission,
  aws_default_vpc: defaultVpc,
  aws_default_subnet: defaultSubnets,
  aws_default_security_group: defaultGroup,
  aws_sagemaker_model_package_group: registry,
  aws_sagemaker_model_package_group_policy: registryPolicy,
  aws_ebs_encryption_by_default: state(async (at) => ({
    enabled: (await at.ask(EC2Client, new GetEbsEncryptionByDefaultCommand({}))).EbsEncryptionByDefault,
  })),
  aws_ebs_snapshot_block_public_access: state(async (at) => ({
    state: (await at.ask(EC2Client, new GetSnapshotBlockPublicAccessStateCommand({}))).State,
  })),
  aws_ec2_image_block_public_access: state(async (at) => ({
    state: (await at.ask(EC2Client, new GetImageBlockPublicAccessStateCommand({}))).ImageBlockPublicAccessState,
  })),
  aws_ec2_instance_metadata_defaults: state(
    async (at) =>
      snake((await at.ask(EC2Client, new GetInstanceMetadataDefaultsCommand({}))).AccountLevel ?? {}) as Attributes,
  ),
};
