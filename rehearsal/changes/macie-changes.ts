import { adds, type Rows, to } from './change';

/** A row for each field of `services.macie`: settings-changes.ts says how one is written. */
export const macieChanges: Rows = {
  'services.macie.enabled': to(false, { alone: true }),
  'services.macie.findingPublishingFrequency': to('ONE_HOUR'),
  'services.macie.customDataIdentifiers': adds({ name: 'case-number', regex: 'CASE-\\d{6}' }),
  'services.macie.customDataIdentifiers[].name': to('patient-id'),
  'services.macie.customDataIdentifiers[].description': to('Numbers of patients'),
  'services.macie.customDataIdentifiers[].regex': to('PAT-\\d{9}'),
  'services.macie.customDataIdentifiers[].keywords': adds('clinical'),
  'services.macie.customDataIdentifiers[].ignoreWords': adds('PAT-00000000'),
  'services.macie.customDataIdentifiers[].maximumMatchDistance': to(60),
  'services.macie.customDataIdentifiers[].dataDomains': to(['training', 'models']),
  'services.macie.jobs': adds({ name: 'baseline', schedule: 'once', bucketTags: { 'data-domain': 'training' } }),
  'services.macie.jobs[].name': to('every-week'),
  'services.macie.jobs[].formerly': to('every-sunday', {
    at: 'settings.services.macie.jobs[0].name',
    also: { 'settings.services.macie.jobs[0].formerly': 'weekly' },
  }),
  'services.macie.jobs[].description': to('Training data'),
  'services.macie.jobs[].schedule': to('daily'),
  'services.macie.jobs[].schedule.weekly': to('MONDAY'),
  'services.macie.jobs[].schedule.monthly': to(15, { at: 'settings.services.macie.jobs[1].schedule.monthly' }),
  'services.macie.jobs[].samplingPercentage': to(50),
  'services.macie.jobs[].bucketTags': to({ 'data-domain': 'training', owner: 'ml-platform' }),
  'services.macie.jobs[].customDataIdentifiers': to(['patient-number'], {
    at: 'settings.services.macie.jobs[1].customDataIdentifiers',
  }),
  'services.macie.suppressions': adds({
    name: 'test-data',
    reason: 'It is made up',
    types: ['SensitiveData:S3Object/Personal'],
    buckets: ['small-test-data'],
  }),
  'services.macie.suppressions[].name': to('partners'),
  'services.macie.suppressions[].reason': to('Partners fetch their exports'),
  'services.macie.suppressions[].types': adds('Policy:IAMUser/S3BucketPublic'),
  'services.macie.suppressions[].buckets': adds('small-more-exports'),
  'services.macie.jobs[].schedule.once': to({ once: '2026-12-01' }, { at: 'settings.services.macie.jobs[1].schedule' }),
};
