import { among, fewer, harmless, high, kept, more, on, renames, unsure } from '../direction';
import { type Kinds, protects } from '../kind';
import { administrator, description, findingsFilter, member, name, often } from './words';

/** Macie: what finds personal data, and where. */
export const macie: Kinds = {
  aws_macie2_account: {
    presence: protects('personal data are looked for'),
    attributes: {
      status: kept(among('whether Macie runs', ['PAUSED', 'ENABLED'], 'ENABLED')),
      finding_publishing_frequency: often(),
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
      name: renames('its name'),
      description: renames('its words: a job cannot be changed'),
      custom_data_identifier_ids: more('what is looked for'),
      initial_run: on('whether what is there already is searched'),
      job_type: among('whether it is searched again', ['ONE_TIME', 'SCHEDULED']),
      job_status: unsure('whether it runs'),
      's3_job_definition.bucket_criteria.includes.*': unsure('which buckets are searched'),
      's3_job_definition.bucket_criteria.excludes.*': unsure('which buckets are not searched'),
      's3_job_definition.bucket_definitions.*': unsure('which buckets are searched'),
      sampling_percentage: high('how much of the objects is searched'),
      'schedule_frequency.daily_schedule': on('whether it is searched each day', false),
      'schedule_frequency.weekly_schedule': unsure('when it is searched'),
      'schedule_frequency.monthly_schedule': unsure('when it is searched'),
    },
  },
  aws_macie2_custom_data_identifier: {
    presence: protects('data of a kind of one’s own are found'),
    attributes: {
      name: renames('its name'),
      description: renames('its words: an identifier cannot be changed'),
      keywords: unsure('words that have to stand near'),
      ignore_words: fewer('words that make it no finding'),
      // 50: Macie API Reference, CreateCustomDataIdentifier.
      maximum_match_distance: kept(high('how near the words have to stand', 50)),
      regex: unsure('what is found'),
    },
  },
  aws_macie2_findings_filter: {
    presence: findingsFilter,
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
    attributes: {
      ...member.attributes,
      status: kept(among('whether Macie runs', ['PAUSED', 'ENABLED'], 'ENABLED')),
    },
  },
  aws_macie2_organization_admin_account: {
    presence: protects('one account sees the personal data of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_macie2_organization_configuration: {
    presence: protects('new accounts are searched'),
    attributes: { auto_enable: on('whether new accounts are searched') },
  },
};
