import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorsCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeDeliveryChannelsCommand,
  paginateDescribeConfigurationAggregatorSourcesStatus,
  paginateDescribeOrganizationConformancePackStatuses,
  paginateDescribeOrganizationConformancePacks,
  paginateGetOrganizationConformancePackDetailedStatus,
} from '@aws-sdk/client-config-service';
import { type Attributes, type Reader, snake, text } from '../reader';

const recorder: Reader = {
  async read(at, wanted) {
    const { ConfigurationRecorders = [] } = await at.ask(
      ConfigServiceClient,
      new DescribeConfigurationRecordersCommand({}),
    );
    const found = ConfigurationRecorders.find(({ name }) => name === wanted.name);
    if (!found) return undefined;
    const { exclusionByResourceTypes, ...group } = found.recordingGroup ?? {};
    return {
      id: found.name,
      name: found.name,
      role_arn: found.roleARN,
      recording_group: snake({ ...group, exclusionByResourceTypes }),
      recording_mode: snake(found.recordingMode),
    };
  },
};

const recorderStatus: Reader = {
  async read(at, { name }) {
    const { ConfigurationRecordersStatus = [] } = await at.ask(
      ConfigServiceClient,
      new DescribeConfigurationRecorderStatusCommand({}),
    );
    const found = ConfigurationRecordersStatus.find((each) => each.name === name);
    const error = /^failure$/i.test(found?.lastStatus ?? '')
      ? `${found?.lastErrorCode}: ${found?.lastErrorMessage}`
      : undefined;
    return found && { name, is_enabled: found.recording, recording_error: error };
  },
  also: () => ({ recording_error: undefined }),
};

const failed = (status: string | undefined): boolean => status === 'Failure';

const channel: Reader = {
  async read(at, wanted) {
    const { DeliveryChannels = [] } = await at.ask(ConfigServiceClient, new DescribeDeliveryChannelsCommand({}));
    const found = DeliveryChannels.find(({ name }) => name === wanted.name);
    if (!found) return undefined;
    const { DeliveryChannelsStatus = [] } = await at.ask(
      ConfigServiceClient,
      new DescribeDeliveryChannelStatusCommand({}),
    );
    const status = DeliveryChannelsStatus.find(({ name }) => name === wanted.name);
    const deliveries = [
      status?.configHistoryDeliveryInfo,
      status?.configSnapshotDeliveryInfo,
      status?.configStreamDeliveryInfo,
    ];
    const error = deliveries.find((each) => failed(each?.lastStatus));
    return {
      id: found.name,
      name: found.name,
      s3_bucket_name: found.s3BucketName,
      s3_key_prefix: found.s3KeyPrefix,
      s3_kms_key_arn: found.s3KmsKeyArn,
      sns_topic_arn: found.snsTopicARN,
      snapshot_delivery_properties: snake(found.configSnapshotDeliveryProperties),
      delivery_error: error && `${error.lastErrorCode}: ${error.lastErrorMessage}`,
    };
  },
  also: () => ({ delivery_error: undefined }),
};

const aggregator: Reader = {
  async read(at, { name }) {
    const { ConfigurationAggregators = [] } = await at.ask(
      ConfigServiceClient,
      new DescribeConfigurationAggregatorsCommand({}),
    );
    const found = ConfigurationAggregators.find((each) => each.ConfigurationAggregatorName === name);
    if (!found) return undefined;
    const source = found.OrganizationAggregationSource;
    const asked = { ConfigurationAggregatorName: text({ name }, 'name'), UpdateStatus: ['FAILED' as const] };
    const pages = await at.pages(ConfigServiceClient, paginateDescribeConfigurationAggregatorSourcesStatus, asked);
    const sources = pages.flatMap(({ AggregatedSourceStatusList = [] }) => AggregatedSourceStatusList);
    return {
      name,
      arn: found.ConfigurationAggregatorArn,
      organization_aggregation_source: {
        all_regions: source?.AllAwsRegions,
        regions: source?.AwsRegions,
        role_arn: source?.RoleArn,
      },
      failed_sources: sources.map(
        ({ SourceId, AwsRegion, LastErrorMessage }) => `${SourceId} ${AwsRegion}: ${LastErrorMessage}`,
      ),
    };
  },
  also: () => ({ failed_sources: undefined }),
};

const pack: Reader = {
  async read(at, wanted) {
    const OrganizationConformancePackName = text(wanted, 'name');
    const pages = await at.pages(ConfigServiceClient, paginateDescribeOrganizationConformancePacks, {});
    const found = pages
      .flatMap(({ OrganizationConformancePacks = [] }) => OrganizationConformancePacks)
      .find((each) => each.OrganizationConformancePackName === OrganizationConformancePackName);
    if (!found) return undefined;
    const statuses = await at.pages(ConfigServiceClient, paginateDescribeOrganizationConformancePackStatuses, {});
    const status = statuses
      .flatMap((page) => page.OrganizationConformancePackStatuses ?? [])
      .find((each) => each.OrganizationConformancePackName === OrganizationConformancePackName);
    // What the organization says may be stuck: the accounts' own rows are the truth.
    const rows = await at.pages(ConfigServiceClient, paginateGetOrganizationConformancePackDetailedStatus, {
      OrganizationConformancePackName,
    });
    const members = rows.flatMap((page) => page.OrganizationConformancePackDetailedStatuses ?? []);
    return {
      name: found.OrganizationConformancePackName,
      arn: found.OrganizationConformancePackArn,
      excluded_accounts: found.ExcludedAccounts,
      input_parameter: (found.ConformancePackInputParameters ?? []).map(({ ParameterName, ParameterValue }) => ({
        parameter_name: ParameterName,
        parameter_value: ParameterValue,
      })),
      failed: status?.Status?.endsWith('_FAILED') ? (status.ErrorMessage ?? status.Status) : undefined,
      failed_accounts: members.flatMap(({ AccountId, Status, ErrorMessage }) =>
        Status?.endsWith('_FAILED') ? [`${AccountId}: ${ErrorMessage ?? Status}`] : [],
      ),
    };
  },
  also: (): Attributes => ({ failed: undefined, failed_accounts: undefined }),
  unread: { template_body: 'AWS Config never returns it; verify asks each account for the rules of the pack instead' },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_config_configuration_recorder: recorder,
  aws_config_configuration_recorder_status: recorderStatus,
  aws_config_delivery_channel: channel,
  aws_config_configuration_aggregator: aggregator,
  aws_config_organization_conformance_pack: pack,
};
