import { AwsError } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import { overallStatus, statusByAccount } from './deployment-status';
import { type Deployment, Deployments } from './deployments';
import { MULTI_ACCOUNT_SETUP } from './organization';
import type { OrganizationFeature } from './organization-feature';
import { installPack, removePack } from './pack-installation';
import { type ConfigState, constraintError } from './state';
import { templateOf } from './template-source';

const MAX_PACKS = 50;
const TEMPLATE_ERROR = 'OrganizationConformancePackTemplateValidationException';

/** Conformance packs of the organization, which are really made in each account that is not excluded. */
export function organizationPacks(state: ConfigState): OrganizationFeature {
  const deployments = new Deployments(state, {
    type: 'organization-conformance-pack',
    prefix: 'OrgConformsPack',
    missing,
    tooMany: { limit: MAX_PACKS, error: tooMany },
    remove: (place, deployedName) => removePack(state, place, deployedName),
  });
  const named = (call: Call) => deployments.describe(call, call.input.OrganizationConformancePackNames);

  return {
    deployments,
    operations: {
      PutOrganizationConformancePack: async (call) => {
        const { OrganizationConformancePackName: name, DeliveryS3Bucket: bucket } = call.input;
        if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) throw invalidName();
        if (bucket && !bucket.startsWith('awsconfigconforms')) throw invalidBucket();
        const template = await templateOf(state.world, call, TEMPLATE_ERROR);
        const settings = { ...call.input, CreatedBy: MULTI_ACCOUNT_SETUP };
        const { arn } = await deployments.put(call, name, async (place, deployedName) => {
          const { failure } = await installPack(state, place, deployedName, template, settings);
          if (failure !== undefined) throw failure;
        });
        return { OrganizationConformancePackArn: arn };
      },
      DescribeOrganizationConformancePacks: (call) => ({ OrganizationConformancePacks: named(call).map(shown) }),
      DescribeOrganizationConformancePackStatuses: (call) => ({
        OrganizationConformancePackStatuses: named(call).map((deployment) => ({
          OrganizationConformancePackName: deployment.input.OrganizationConformancePackName,
          ...overallStatus(deployment),
          ...(call.account !== state.world.organization.managementAccount && unfinished(deployment)),
        })),
      }),
      GetOrganizationConformancePackDetailedStatus: (call) => {
        const { OrganizationConformancePackName: name, Filters = {} } = call.input;
        const deployment = deployments.find(call, name);
        return {
          OrganizationConformancePackDetailedStatuses: statusByAccount(deployment)
            .filter(({ AccountId }) => AccountId === (Filters.AccountId ?? AccountId))
            .filter(({ Status }) => Status === (Filters.Status ?? Status))
            .map((status) => ({ ...status, ConformancePackName: deployment.deployedName })),
        };
      },
      DeleteOrganizationConformancePack: (call) => {
        deployments.delete(call, call.input.OrganizationConformancePackName);
        return {};
      },
    },
  };
}

const shown = ({ arn, input, updated }: Deployment): Json => ({
  OrganizationConformancePackName: input.OrganizationConformancePackName,
  OrganizationConformancePackArn: arn,
  DeliveryS3Bucket: input.DeliveryS3Bucket,
  DeliveryS3KeyPrefix: input.DeliveryS3KeyPrefix,
  ConformancePackInputParameters: input.ConformancePackInputParameters ?? [],
  ExcludedAccounts: input.ExcludedAccounts ?? [],
  LastUpdateTime: updated,
});

/** To a delegated administrator AWS Config goes on saying IN_PROGRESS although every account is done. */
const unfinished = ({ verb, outcomes }: Deployment): Json =>
  [...outcomes.values()].some(({ state }) => state === 'FAILED') ? {} : { Status: `${verb}_IN_PROGRESS` };

const missing = (): AwsError =>
  new AwsError(
    'NoSuchOrganizationConformancePackException',
    'One or more organization conformance packs with specified names are not present. Ensure your names are correct and try your request again later.',
  );

const tooMany = (): AwsError =>
  new AwsError(
    'MaxNumberOfOrganizationConformancePacksExceededException',
    `The maximum number of organization conformance packs: ${MAX_PACKS} is reached.`,
  );

const invalidName = (): AwsError =>
  constraintError(
    'organizationConformancePackName',
    'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*, with at most 128 characters',
  );

const invalidBucket = (): AwsError => constraintError('deliveryS3Bucket', 'Member must start with awsconfigconforms');
