import { allowsService } from '../../../policy/iam/resource-policy';
import { findTrustPolicy } from '../../resource-policy-lookup';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { alreadyExists, invalid, notFound } from './errors';
import { type LakeState, route } from './state';

const REGISTERED = 1_735_689_600;

/** Registered locations: folders of S3 that Lake Formation guards, each with the role that it reads them with. */
export function locationRoutes(state: LakeState): Route[] {
  const find = ({ account, region, input: { ResourceArn } }: Call): Json => {
    const location = state.locations.get(account, region, ResourceArn);
    if (!location) throw notFound('Entity not found: the resource is not registered');
    return location;
  };
  return [
    route('RegisterResource', async (call) => {
      const { account, region, input } = call;
      if (!/^arn:aws:s3:::[^/]+(\/.*)?$/.test(input.ResourceArn)) throw invalid('ResourceArn must be a path in S3');
      if (state.locations.get(account, region, input.ResourceArn))
        throw alreadyExists('Resource is already registered');
      if ((input.RoleArn === undefined) === !input.UseServiceLinkedRole)
        throw invalid('Either RoleArn or UseServiceLinkedRole must be specified');
      state.locations.set(await withRole(state, call, input), account, region, input.ResourceArn);
      return {};
    }),
    route('UpdateResource', async (call) => {
      Object.assign(find(call), await withRole(state, call, call.input));
      return {};
    }),
    route('DescribeResource', (call) => ({ ResourceInfo: find(call) })),
    route('ListResources', ({ account, region }) => ({ ResourceInfoList: state.locations.list(account, region) })),
    route('DeregisterResource', (call) => {
      state.locations.delete(call.account, call.region, find(call).ResourceArn);
      return {};
    }),
  ];
}

/** AWS finds out at the first query whether it may assume the role; here it shows at once. */
async function withRole({ world }: LakeState, { account, region }: Call, input: Json): Promise<Json> {
  const { ResourceArn, RoleArn, HybridAccessEnabled = false, WithFederation = false } = input;
  const roleArn =
    RoleArn ??
    `arn:aws:iam::${account}:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess`;
  const trusted = allowsService(RoleArn && (await findTrustPolicy(world.moto, RoleArn)), {
    action: 'sts:AssumeRole',
    resource: roleArn,
    service: 'lakeformation.amazonaws.com',
    context: { 'aws:SourceAccount': account, 'aws:SourceArn': `arn:aws:lakeformation:${region}:${account}:catalog` },
  });
  if (RoleArn && !trusted) throw invalid(`Lake Formation cannot assume the role ${RoleArn}`);
  return { ResourceArn, RoleArn: roleArn, HybridAccessEnabled, WithFederation, LastModified: REGISTERED };
}
