import { adds, type Rows, to } from './change';

/** A row for each field of `services.macie`: settings-changes.ts says how one is written. */
export const macieChanges: Rows = {
  'services.macie.enabled': to(false, {
    alone: true,
    loses: ['security/aws_macie2_*', 'security/aws_cloudwatch_event_*'],
  }),
  'services.macie.findingPublishingFrequency': to('ONE_HOUR'),
  'services.macie.customDataIdentifiers': adds({ name: 'case-number', regex: 'CASE-\\d{6}' }),
  'services.macie.customDataIdentifiers[].name': to('patient-id', {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].description': to('Numbers of patients', {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].regex': to('PAT-\\d{9}', {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].keywords': adds('clinical', {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].ignoreWords': adds('PAT-00000000', {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].maximumMatchDistance': to(60, {
    loses: ['security/aws_macie2_custom_data_identifier', 'security/aws_macie2_classification_job'],
  }),
  'services.macie.customDataIdentifiers[].dataDomains': to(['training', 'models'], {
    loses: ['security/aws_macie2_classification_job'],
  }),
  'services.macie.jobs': adds({
    name: 'baseline',
    schedule: { once: 'first-import' },
    bucketTags: { 'data-domain': 'training' },
  }),
  'services.macie.jobs[].name': to('every-week', { loses: ['security/aws_macie2_classification_job'] }),
  'services.macie.jobs[].formerly': to('every-sunday', {
    at: 'settings.services.macie.jobs[0].name',
    also: { 'settings.services.macie.jobs[0].formerly': 'weekly' },
    // Not on the way there: the job keeps the name that AWS knows. Taken back, it is another job.
    loses: ['security/aws_macie2_classification_job.macie-job-every-sunday-*'],
  }),
  'services.macie.jobs[].description': to('Training data', { loses: ['security/aws_macie2_classification_job'] }),
  'services.macie.jobs[].schedule': to('daily', { loses: ['security/aws_macie2_classification_job'] }),
  'services.macie.jobs[].schedule.weekly': to('MONDAY', { loses: ['security/aws_macie2_classification_job'] }),
  'services.macie.jobs[].schedule.monthly': to(15, {
    at: 'settings.services.macie.jobs[1].schedule.monthly',
    loses: ['security/aws_macie2_classification_job'],
  }),
  'services.macie.jobs[].samplingPercentage': to(50, { loses: ['security/aws_macie2_classification_job'] }),
  'services.macie.jobs[].bucketTags': to(
    { 'data-domain': 'training', owner: 'ml-platform' },
    { loses: ['security/aws_macie2_classification_job'] },
  ),
  'services.macie.jobs[].customDataIdentifiers': to(['patient-number'], {
    at: 'settings.services.macie.jobs[1].customDataIdentifiers',
    loses: ['security/aws_macie2_classification_job'],
  }),
  'services.macie.suppressions': adds({
    name: 'test-data',
    reason: 'It is made up',
    types: ['SensitiveData:S3Object/Personal'],
    buckets: ['small-test-data'],
  }),
  'services.macie.suppressions[].name': to('partners', { loses: ['security/aws_macie2_findings_filter'] }),
  'services.macie.suppressions[].reason': to('Partners fetch their exports'),
  'services.macie.suppressions[].types': adds('Policy:IAMUser/S3BucketPublic'),
  'services.macie.suppressions[].buckets': adds('small-more-exports'),
  'services.macie.jobs[].schedule.once': to(
    { once: '2026-12-01' },
    { at: 'settings.services.macie.jobs[1].schedule', loses: ['security/aws_macie2_classification_job'] },
  ),
};
