import type { OrganizationConformancePack } from '@aws-sdk/client-config-service';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { ConfigCall, ConfigOperations, Input, Shape } from './api';
import { overallStatus, statusByAccount } from './deployment-status';
import { type Deployment, Deployments } from './deployments';
import { constraintError } from './errors';
import { multiAccountSetup } from './organization';
import { installPack, removePack } from './pack-installation';
import type { ConfigState } from './state';
import { templateOf } from './template-source';

const maxPacks = 50;

type Wish = Input<'PutOrganizationConformancePack'>;

/** Conformance packs of the organization, which are really made in each account that is not excluded. */
export const organizationPacks = (state: ConfigState): Deployments<Wish> =>
  new Deployments(state, {
    type: 'organization-conformance-pack',
    prefix: 'OrgConformsPack',
    missing,
    tooMany: { limit: maxPacks, error: tooMany },
    remove: (scope, deployedName) => removePack(state, scope, deployedName),
  });

/** Conformance packs as the organization's administrator makes them and follows them. */
export const organizationPackOperations = (state: ConfigState, packs: Deployments<Wish>): ConfigOperations => ({
  PutOrganizationConformancePack: (call) => put(state, packs, call),
  DescribeOrganizationConformancePacks: (call) => ({
    OrganizationConformancePacks: packs.describe(call, call.input.OrganizationConformancePackNames).map(shown),
  }),
  DescribeOrganizationConformancePackStatuses: (call) => ({
    OrganizationConformancePackStatuses: packs
      .describe(call, call.input.OrganizationConformancePackNames)
      .map((deployment) => ({
        OrganizationConformancePackName: deployment.wish.OrganizationConformancePackName,
        ...overallStatus(deployment),
        ...(call.account !== state.world.organization.managementAccount && unfinished(deployment)),
      })),
  }),
  GetOrganizationConformancePackDetailedStatus: (call) => {
    const { OrganizationConformancePackName: name, Filters = {} } = call.input;
    const deployment = packs.find(call, name);
    return {
      OrganizationConformancePackDetailedStatuses: statusByAccount(deployment)
        .filter(({ AccountId }) => AccountId === (Filters.AccountId ?? AccountId))
        .filter(({ Status }) => Status === (Filters.Status ?? Status))
        .map((status) => ({ ...status, ConformancePackName: deployment.deployedName })),
    };
  },
  DeleteOrganizationConformancePack: (call) => {
    packs.delete(call, required(call.input, 'OrganizationConformancePackName').OrganizationConformancePackName);
    return {};
  },
});

async function put(state: ConfigState, packs: Deployments<Wish>, call: ConfigCall<'PutOrganizationConformancePack'>) {
  const { OrganizationConformancePackName: name = '', DeliveryS3Bucket: bucket } = call.input;
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) throw invalidName();
  if (bucket && !bucket.startsWith('awsconfigconforms')) throw invalidBucket();
  const template = await templateOf(state.world, call, 'OrganizationConformancePackTemplateValidationException');
  const settings = { ...call.input, CreatedBy: multiAccountSetup };
  const { arn } = await packs.put(call, name, async (scope, deployedName) => {
    const { failure } = await installPack(state, scope, deployedName, template, settings);
    if (failure !== undefined) throw failure;
  });
  return { OrganizationConformancePackArn: arn };
}

const shown = ({ arn, wish, updated }: Deployment<Wish>): Shape<OrganizationConformancePack> => ({
  OrganizationConformancePackName: wish.OrganizationConformancePackName,
  OrganizationConformancePackArn: arn,
  DeliveryS3Bucket: wish.DeliveryS3Bucket,
  DeliveryS3KeyPrefix: wish.DeliveryS3KeyPrefix,
  ConformancePackInputParameters: wish.ConformancePackInputParameters ?? [],
  ExcludedAccounts: wish.ExcludedAccounts ?? [],
  LastUpdateTime: updated,
});

/** To a delegated administrator AWS Config goes on saying IN_PROGRESS although every account is done. */
const unfinished = ({ verb, outcomes }: Deployment) =>
  [...outcomes.values()].some(({ state }) => state === 'FAILED') ? {} : { Status: `${verb}_IN_PROGRESS` as const };

const missing = (): AwsError =>
  new AwsError(
    'NoSuchOrganizationConformancePackException',
    'One or more organization conformance packs with specified names are not present. Ensure your names are correct and try your request again later.',
  );

const tooMany = (): AwsError =>
  new AwsError(
    'MaxNumberOfOrganizationConformancePacksExceededException',
    `The maximum number of organization conformance packs: ${maxPacks} is reached.`,
  );

const invalidName = (): AwsError =>
  constraintError(
    'organizationConformancePackName',
    'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*, with at most 128 characters',
  );

const invalidBucket = (): AwsError => constraintError('deliveryS3Bucket', 'Member must start with awsconfigconforms');
