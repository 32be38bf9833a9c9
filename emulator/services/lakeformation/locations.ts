import type { ResourceInfo } from '@aws-sdk/client-lakeformation';
import { allowsService } from '../../../policy/iam/resource-policy';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { Input, LakeOperations, Shape } from './api';
import { alreadyExists, invalid, notFound } from './errors';
import type { LakeState } from './state';

/** Registered locations: folders of S3 that Lake Formation guards, each with the role that it reads them with. */
export const locationOperations = (state: LakeState): LakeOperations => ({
  RegisterResource: async (call) => {
    const { account, region, input } = call;
    const { ResourceArn = '', RoleArn, UseServiceLinkedRole } = input;
    if (!/^arn:aws:s3:::[^/]+(\/.*)?$/.test(ResourceArn)) throw invalid('ResourceArn must be a path in S3');
    if (state.locations.get(account, region, ResourceArn)) throw alreadyExists('Resource is already registered');
    if ((RoleArn === undefined) === !UseServiceLinkedRole)
      throw invalid('Either RoleArn or UseServiceLinkedRole must be specified');
    state.locations.set(await withRole(state, call, input), account, region, ResourceArn);
    return {};
  },
  UpdateResource: async (call) => {
    const { account, region, input } = call;
    const { ResourceArn = '' } = find(state, call, input.ResourceArn);
    state.locations.set(await withRole(state, call, input), account, region, ResourceArn);
    return {};
  },
  DescribeResource: (call) => ({ ResourceInfo: find(state, call, call.input.ResourceArn) }),
  ListResources: ({ account, region }) => ({ ResourceInfoList: state.locations.list(account, region) }),
  DeregisterResource: (call) => {
    const { ResourceArn = '' } = find(state, call, call.input.ResourceArn);
    state.locations.delete(call.account, call.region, ResourceArn);
    return {};
  },
});

function find(state: LakeState, { account, region }: Scope, arn = ''): Shape<ResourceInfo> {
  const location = state.locations.get(account, region, arn);
  if (!location) throw notFound('Entity not found: the resource is not registered');
  return location;
}

/** AWS finds out at the first query whether it may assume the role; here it shows at once. */
async function withRole(
  { world }: LakeState,
  scope: Scope,
  input: Input<'RegisterResource'>,
): Promise<Shape<ResourceInfo>> {
  const { ResourceArn, RoleArn, HybridAccessEnabled = false, WithFederation = false } = input;
  const { account } = scope;
  const roleArn =
    RoleArn ??
    `arn:aws:iam::${account}:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess`;
  const trusted = allowsService(RoleArn && (await findTrustPolicy(world.moto, RoleArn)), {
    action: 'sts:AssumeRole',
    resource: roleArn,
    service: 'lakeformation.amazonaws.com',
    context: { 'aws:SourceAccount': account, 'aws:SourceArn': arnOf('lakeformation', scope, 'catalog') },
  });
  if (RoleArn && !trusted) throw invalid(`Lake Formation cannot assume the role ${RoleArn}`);
  const LastModified = world.clock.seconds();
  return { ResourceArn, RoleArn: roleArn, HybridAccessEnabled, WithFederation, LastModified };
}
