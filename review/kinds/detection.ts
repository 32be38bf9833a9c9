import { among, fewer, harmless, high, more, off, on, replaces, unsure } from '../direction';
import { type Kinds, neither, opens, protects } from '../kind';
import type { Body } from '../stack-json';
import { eventSelectors } from './event-selectors';
import { administrator, description, member, name, often, reference } from './words';

const isEnabled = ({ status, auto_enable }: Body, what: string) =>
  status === 'DISABLED' || auto_enable === 'NONE' ? neither(`it says that ${what} is off`) : protects(what);

const feature = (body: Body) => isEnabled(body, 'a protection plan of GuardDuty');
const featureAttributes = {
  account_id: replaces('whose feature it is'),
  detector_id: reference,
  name: replaces('which feature it is'),
  status: among('whether the feature is on', ['DISABLED', 'ENABLED']),
  auto_enable: among('whose feature is switched on', ['NONE', 'NEW', 'ALL']),
  'additional_configuration.name': harmless('which part of the feature it is'),
  'additional_configuration.status': among('whether the part of the feature is on', ['DISABLED', 'ENABLED']),
  'additional_configuration.auto_enable': among('whose part of the feature is switched on', ['NONE', 'NEW', 'ALL']),
};

/** A filter that archives what it finds hides it; another one only gives it a name. */
const filter = ({ action }: Body) =>
  action === 'ARCHIVE' ? opens('findings that nobody sees') : neither('a view of findings');

/** What finds threats, and what is recorded: GuardDuty, Macie, Config and CloudTrail. */
export const detection: Kinds = {
  aws_accessanalyzer_analyzer: {
    presence: protects('access from outside is found'),
    attributes: {
      analyzer_name: replaces('its name'),
      type: among('whose access is found', ['ACCOUNT', 'ORGANIZATION']),
    },
  },
  aws_cloudtrail: {
    presence: protects('calls are recorded'),
    attributes: {
      name: replaces('its name'),
      advanced_event_selector: { whole: eventSelectors },
      enable_log_file_validation: on('whether a changed log is noticed'),
      enable_logging: among('whether it records', ['false', 'true']),
      include_global_service_events: on('whether calls of global services are recorded'),
      is_multi_region_trail: on('whether every region is recorded'),
      is_organization_trail: on('whether every account is recorded'),
      kms_key_id: more('the key that encrypts the logs'),
      s3_bucket_name: unsure('where the logs go'),
      s3_key_prefix: harmless('a folder of the bucket'),
    },
  },
  aws_config_configuration_aggregator: {
    presence: protects('the configuration of every account is seen in one place'),
    attributes: {
      name: replaces('its name'),
      'organization_aggregation_source.all_regions': on('whether every region is seen'),
      'organization_aggregation_source.regions': more('which regions are seen'),
      'organization_aggregation_source.role_arn': reference,
    },
  },
  aws_config_configuration_recorder: {
    presence: protects('configuration is recorded'),
    attributes: {
      name: replaces('its name'),
      'recording_group.all_supported': on('whether every type is recorded'),
      'recording_group.include_global_resource_types': on('whether IAM is recorded here'),
      'recording_group.exclusion_by_resource_types.resource_types': fewer('types that are not recorded'),
      'recording_group.resource_types': more('types that are recorded'),
      'recording_group.recording_strategy.use_only': among('which types are recorded', [
        'INCLUSION_BY_RESOURCE_TYPES',
        'EXCLUSION_BY_RESOURCE_TYPES',
        'ALL_SUPPORTED_RESOURCE_TYPES',
      ]),
      'recording_mode.recording_frequency': among('how soon a change is recorded', ['DAILY', 'CONTINUOUS']),
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
      name: replaces('its name'),
      s3_bucket_name: unsure('where the history goes'),
      s3_kms_key_arn: more('the key that encrypts the history'),
      'snapshot_delivery_properties.delivery_frequency': often,
    },
  },
  aws_guardduty_detector: {
    presence: protects('threats are found'),
    attributes: { enable: on('whether threats are found'), finding_publishing_frequency: often },
  },
  aws_guardduty_detector_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_member_detector_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_organization_configuration_feature: { presence: feature, attributes: featureAttributes },
  aws_guardduty_filter: {
    presence: filter,
    attributes: {
      name,
      description,
      action: among('whether findings are hidden', ['ARCHIVE', 'NOOP']),
      detector_id: reference,
      'finding_criteria.*': harmless('what the view shows: filters of this landing zone archive nothing'),
      rank: harmless('the order of views'),
    },
  },
  aws_guardduty_invite_accepter: {
    presence: protects('an administrator watches over the account'),
    attributes: { detector_id: reference, master_account_id: administrator },
  },
  aws_guardduty_member: member,
  aws_guardduty_organization_admin_account: {
    presence: protects('one account sees the threats of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_guardduty_organization_configuration: {
    presence: protects('new accounts are watched'),
    attributes: {
      detector_id: reference,
      auto_enable_organization_members: among('which accounts are watched', ['NONE', 'NEW', 'ALL']),
    },
  },
  aws_guardduty_publishing_destination: {
    presence: protects('findings are kept'),
    attributes: {
      detector_id: reference,
      destination_arn: unsure('where findings are kept'),
      kms_key_arn: unsure('the key that encrypts findings'),
    },
  },
  aws_macie2_account: {
    presence: protects('personal data are looked for'),
    attributes: {
      status: among('whether Macie runs', ['PAUSED', 'ENABLED']),
      finding_publishing_frequency: often,
    },
  },
  aws_macie2_classification_export_configuration: {
    presence: protects('what Macie found is kept'),
    attributes: {
      's3_destination.bucket_name': unsure('where findings are kept'),
      's3_destination.key_prefix': harmless('a folder of the bucket'),
      's3_destination.kms_key_arn': unsure('the key that encrypts findings'),
    },
  },
  aws_macie2_classification_job: {
    presence: protects('buckets are searched for personal data'),
    attributes: {
      name: replaces('its name'),
      description: replaces('its words: a job cannot be changed'),
      custom_data_identifier_ids: more('what is looked for'),
      initial_run: on('whether what is there already is searched'),
      job_type: among('whether it is searched again', ['ONE_TIME', 'SCHEDULED']),
      job_status: unsure('whether it runs'),
      's3_job_definition.bucket_criteria.includes.*': unsure('which buckets are searched'),
      's3_job_definition.bucket_criteria.excludes.*': unsure('which buckets are not searched'),
      's3_job_definition.bucket_definitions.*': unsure('which buckets are searched'),
      sampling_percentage: high('how much of the objects is searched', 100),
      'schedule_frequency.daily_schedule': on('whether it is searched each day'),
      'schedule_frequency.weekly_schedule': unsure('when it is searched'),
      'schedule_frequency.monthly_schedule': unsure('when it is searched'),
    },
  },
  aws_macie2_custom_data_identifier: {
    presence: protects('data of a kind of one’s own are found'),
    attributes: {
      name: replaces('its name'),
      description: replaces('its words: an identifier cannot be changed'),
      keywords: unsure('words that have to stand near'),
      ignore_words: fewer('words that make it no finding'),
      maximum_match_distance: high('how near the words have to stand', 50),
      regex: unsure('what is found'),
    },
  },
  aws_macie2_findings_filter: {
    presence: filter,
    attributes: {
      name,
      description,
      action: among('whether findings are hidden', ['ARCHIVE', 'NOOP']),
      position: harmless('the order of filters'),
      'finding_criteria.*': unsure('which findings are hidden'),
    },
  },
  aws_macie2_invitation_accepter: {
    presence: protects('an administrator watches over the account'),
    attributes: { administrator_account_id: administrator },
  },
  aws_macie2_member: {
    ...member,
    attributes: { ...member.attributes, status: among('whether Macie runs', ['PAUSED', 'ENABLED']) },
  },
  aws_macie2_organization_admin_account: {
    presence: protects('one account sees the personal data of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_macie2_organization_configuration: {
    presence: protects('new accounts are searched'),
    attributes: { auto_enable: on('whether new accounts are searched') },
  },
  aws_cloudtrail_organization_delegated_admin_account: {
    presence: protects('the security account manages the trails'),
    attributes: { account_id: administrator },
  },
  aws_securityhub_account: {
    presence: protects('controls are checked'),
    attributes: {
      auto_enable_controls: on('whether new controls are checked'),
      control_finding_generator: harmless('how findings are counted'),
      enable_default_standards: off('read at the beginning only: the central configuration decides'),
    },
  },
  aws_securityhub_configuration_policy: {
    presence: protects('standards are checked in every account'),
    attributes: {
      name,
      description,
      'configuration_policy.service_enabled': on('whether Security Hub runs'),
      'configuration_policy.enabled_standard_arns': more('which standards are checked'),
      'configuration_policy.security_controls_configuration.disabled_control_identifiers': fewer(
        'controls that are not checked',
      ),
      'configuration_policy.security_controls_configuration.enabled_control_identifiers':
        more('controls that are checked'),
      'configuration_policy.security_controls_configuration.security_control_custom_parameter.*':
        unsure('what a control asks for'),
    },
  },
  aws_securityhub_configuration_policy_association: {
    presence: protects('accounts follow the central configuration'),
    attributes: { policy_id: reference, target_id: replaces('which accounts follow it') },
  },
  aws_securityhub_finding_aggregator: {
    presence: protects('findings of every region are seen in one'),
    attributes: {
      linking_mode: among('which regions are seen', [
        'NO_REGIONS',
        'SPECIFIED_REGIONS',
        'ALL_REGIONS_EXCEPT_SPECIFIED',
        'ALL_REGIONS',
      ]),
      specified_regions: more('which regions are seen'),
    },
  },
  aws_securityhub_organization_admin_account: {
    presence: protects('one account sees the findings of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_securityhub_organization_configuration: {
    presence: protects('accounts are configured centrally'),
    attributes: {
      auto_enable: unsure('the central configuration decides'),
      auto_enable_standards: unsure('the central configuration decides'),
      'organization_configuration.configuration_type': among('who configures the hub', ['LOCAL', 'CENTRAL']),
    },
  },
};
