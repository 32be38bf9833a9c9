import { among, fewer, harmless, low, more, on, renames, unsure } from '../direction';
import { type Kinds, protects } from '../kind';
import { eventSelectors } from './event-selectors';
import { administrator, often, reference } from './words';

/** What is recorded of calls, configuration and access: CloudTrail, Config and Access Analyzer. */
export const recording: Kinds = {
  aws_accessanalyzer_analyzer: {
    presence: protects('access from outside is found'),
    attributes: {
      analyzer_name: renames('its name'),
      type: among('whose access is found', ['ACCOUNT', 'ORGANIZATION'], 'ACCOUNT'),
      'configuration.unused_access.unused_access_age': low('days until it is said that access is not used'),
    },
  },
  aws_cloudtrail: {
    presence: protects('calls are recorded'),
    attributes: {
      name: renames('its name'),
      advanced_event_selector: { whole: eventSelectors },
      enable_log_file_validation: on('whether a changed log is noticed', false),
      enable_logging: on('whether it records', true),
      include_global_service_events: on('whether calls of global services are recorded', true),
      is_multi_region_trail: on('whether every region is recorded', false),
      is_organization_trail: on('whether every account is recorded', false),
      kms_key_id: more('the key that encrypts the logs'),
      s3_bucket_name: unsure('where the logs go'),
      s3_key_prefix: harmless('a folder of the bucket'),
    },
  },
  aws_config_configuration_aggregator: {
    presence: protects('the configuration of every account is seen in one place'),
    attributes: {
      name: renames('its name'),
      'organization_aggregation_source.all_regions': on('whether every region is seen', false),
      'organization_aggregation_source.regions': more('which regions are seen'),
      'organization_aggregation_source.role_arn': reference,
    },
  },
  aws_config_configuration_recorder: {
    presence: protects('configuration is recorded'),
    attributes: {
      name: renames('its name'),
      'recording_group.all_supported': on('whether every type is recorded', true),
      'recording_group.include_global_resource_types': on('whether IAM is recorded here', false),
      'recording_group.exclusion_by_resource_types.resource_types': fewer('types that are not recorded'),
      'recording_group.resource_types': more('types that are recorded'),
      'recording_group.recording_strategy.use_only': among('which types are recorded', [
        'INCLUSION_BY_RESOURCE_TYPES',
        'EXCLUSION_BY_RESOURCE_TYPES',
        'ALL_SUPPORTED_RESOURCE_TYPES',
      ]),
      'recording_mode.recording_frequency': among(
        'how soon a change is recorded',
        ['DAILY', 'CONTINUOUS'],
        'CONTINUOUS',
      ),
      role_arn: reference,
    },
  },
  aws_config_configuration_recorder_status: {
    presence: protects('the recorder runs'),
    attributes: { name: reference, is_enabled: on('whether the recorder runs') },
  },
  aws_config_delivery_channel: {
    presence: protects('what is recorded is delivered'),
    attributes: {
      name: renames('its name'),
      s3_bucket_name: unsure('where the history goes'),
      s3_kms_key_arn: more('the key that encrypts the history'),
      'snapshot_delivery_properties.delivery_frequency': often(),
    },
  },
  aws_cloudtrail_organization_delegated_admin_account: {
    presence: protects('the security account manages the trails'),
    attributes: { account_id: administrator },
  },
};
