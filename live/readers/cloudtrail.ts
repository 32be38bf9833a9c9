import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { orAbsent } from '../answer';
import type { Reader } from '../reader';

/** What a trail records that nobody told what to. Source: CloudTrail API Reference, PutEventSelectors. */
const usualSelectors = {
  event_selector: [{ include_management_events: true, read_write_type: 'All' }],
  advanced_event_selector: [],
};

const trail: Reader = {
  async read(at, wanted) {
    const { trailList = [] } = await at.ask(CloudTrailClient, new DescribeTrailsCommand({ includeShadowTrails: true }));
    const found = trailList.find(({ Name }) => Name === wanted.name);
    if (!found?.TrailARN) return undefined;
    const Name = found.TrailARN;
    const status = await at.ask(CloudTrailClient, new GetTrailStatusCommand({ Name }));
    const selectors = await at.ask(CloudTrailClient, new GetEventSelectorsCommand({ TrailName: Name }));
    const insights =
      wanted.insight_selector === undefined
        ? undefined
        : await orAbsent(at.ask(CloudTrailClient, new GetInsightSelectorsCommand({ TrailName: Name })));
    return {
      id: found.TrailARN,
      arn: found.TrailARN,
      name: found.Name,
      s3_bucket_name: found.S3BucketName,
      s3_key_prefix: found.S3KeyPrefix,
      kms_key_id: found.KmsKeyId,
      is_multi_region_trail: found.IsMultiRegionTrail,
      is_organization_trail: found.IsOrganizationTrail,
      include_global_service_events: found.IncludeGlobalServiceEvents,
      enable_log_file_validation: found.LogFileValidationEnabled,
      enable_logging: status.IsLogging,
      delivery_error: status.LatestDeliveryError,
      digest_delivery_error: status.LatestDigestDeliveryError,
      advanced_event_selector: (selectors.AdvancedEventSelectors ?? []).map((each) => ({
        name: each.Name,
        field_selector: (each.FieldSelectors ?? []).map((field) => ({
          field: field.Field,
          equals: field.Equals,
          not_equals: field.NotEquals,
          starts_with: field.StartsWith,
          not_starts_with: field.NotStartsWith,
          ends_with: field.EndsWith,
          not_ends_with: field.NotEndsWith,
        })),
      })),
      event_selector: (selectors.EventSelectors ?? []).map((each) => ({
        include_management_events: each.IncludeManagementEvents,
        read_write_type: each.ReadWriteType,
        exclude_management_event_sources: each.ExcludeManagementEventSources,
        data_resource: (each.DataResources ?? []).map(({ Type, Values }) => ({ type: Type, values: Values })),
      })),
      insight_selector: (insights?.InsightSelectors ?? []).map(({ InsightType }) => ({ insight_type: InsightType })),
    };
  },
  also: ({ enable_logging = true, event_selector, advanced_event_selector }) => ({
    enable_logging,
    delivery_error: undefined,
    digest_delivery_error: undefined,
    ...(event_selector === undefined && advanced_event_selector === undefined && usualSelectors),
  }),
  whole: ['advanced_event_selector', 'event_selector', 'insight_selector'],
};

export const readers: Readonly<Record<string, Reader>> = { aws_cloudtrail: trail };
