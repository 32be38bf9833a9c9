import type { SettingsSpec } from '../../schema/forms/settings';
import {
  accountId,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  smallZone,
  synth,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

type Macie = SettingsSpec['services']['macie'];

const zone = smallZone({ regions: everyRegion });
const stacks = synth(zone);
const security = find(stacks, 'security');
const compliance = find(stacks, 'compliance');

/** The stacks of a small landing zone with these settings of Macie. */
const stacksWith = (macie: Macie) => synth(smallZone({ services: { ...sampleSettings().services, macie } }));

describe.each(zone.regions)('Macie in %s', (region) => {
  const session = `aws_macie2_account.macie-${region}`;
  const delegation = resource(security, 'aws_macie2_organization_admin_account', `macie-delegation-${region}`);

  test('runs in the security account and in the management account', () => {
    for (const [name, account] of [
      [`macie-${region}`, 'security'],
      [`macie-management-${region}`, 'management'],
    ] as const) {
      const body = resource(security, 'aws_macie2_account', name);
      expect(body).toMatchObject({ status: 'ENABLED', finding_publishing_frequency: 'FIFTEEN_MINUTES' });
      expect(placeOf(zone, security, body)).toBe(`${account}/${region}`);
    }
  });

  test('is delegated to the security account by the management account, in the home region first', () => {
    expect(placeOf(zone, security, delegation)).toBe(`management/${region}`);
    expect(delegation.admin_account_id).toBe(accountId('security'));
    const home = `aws_macie2_organization_admin_account.macie-delegation-${zone.homeRegion}`;
    expect(delegation.depends_on).toEqual([
      session,
      `aws_macie2_account.macie-management-${region}`,
      ...(region === zone.homeRegion ? [] : [home]),
    ]);
  });

  test('enables accounts that join later', () => {
    expect(resource(security, 'aws_macie2_organization_configuration', `macie-organization-${region}`)).toMatchObject({
      auto_enable: true,
      depends_on: [`aws_macie2_organization_admin_account.macie-delegation-${region}`],
    });
  });

  test('keeps its results in the log archive, under its key', () => {
    const results = resource(security, 'aws_macie2_classification_export_configuration', `macie-results-${region}`);
    expect(results).toMatchObject({
      s3_destination: {
        bucket_name: output('log-archive', 'findings_bucket'),
        key_prefix: 'macie',
        kms_key_arn: output('log-archive', 'findings_key_arn'),
      },
      depends_on: [session],
    });
  });

  test('looks for own identifiers in every bucket that carries the tag', () => {
    const job = resource(security, 'aws_macie2_classification_job', `macie-job-training-data-weekly-${region}`);
    expect(job).toMatchObject({
      job_type: 'SCHEDULED',
      initial_run: true,
      schedule_frequency: { weekly_schedule: 'SUNDAY' },
      custom_data_identifier_ids: [
        reference(`aws_macie2_custom_data_identifier.macie-identifier-patient-number-${region}.id`),
      ],
      s3_job_definition: {
        bucket_criteria: {
          includes: {
            and: [{ tag_criterion: { comparator: 'EQ', tag_values: [{ key: 'data-domain', value: 'training' }] } }],
          },
        },
      },
    });
  });

  test('runs no job before its results have a place', () => {
    const job = resource(security, 'aws_macie2_classification_job', `macie-job-training-data-weekly-${region}`);
    const results = `aws_macie2_classification_export_configuration.macie-results-${region}`;
    expect(job.depends_on).toEqual([session, results]);
  });

  test('publishes its identifiers, for the job that runs once every account is there', () => {
    const identifier = reference(`aws_macie2_custom_data_identifier.macie-identifier-patient-number-${region}.id`);
    expect(security.json.output.custom_data_identifier_ids.value[`${region}/patient-number`]).toBe(identifier);
    const [job] = Object.values(resources(compliance, 'aws_macie2_classification_job')).filter(
      (body) => placeOf(zone, compliance, body) === `security/${region}`,
    );
    expect(job).toMatchObject({ name: 'training-data-baseline', job_type: 'ONE_TIME' });
    expect(job?.custom_data_identifier_ids).toEqual([
      output('security', 'custom_data_identifier_ids', `${region}/patient-number`),
    ]);
  });
});

describe('a Macie job', () => {
  const bucketTags = { 'data-domain': 'training' };
  const made = stacksWith({
    jobs: [
      { name: 'once', schedule: { once: 'first-import' }, bucketTags },
      { name: 'waiting', schedule: 'once', bucketTags },
      { name: 'daily', schedule: 'daily', bucketTags },
      { name: 'weekly', schedule: { weekly: 'MONDAY' }, bucketTags },
      { name: 'monthly', schedule: { monthly: 31 }, bucketTags, samplingPercentage: 10 },
    ],
  });
  const jobsOf = (stack: string) => resources(find(made, stack), 'aws_macie2_classification_job');
  const job = (name: string) =>
    resource(find(made, 'security'), 'aws_macie2_classification_job', `macie-job-${name}-eu-central-1`);
  const [once] = Object.values(jobsOf('compliance'));

  test('runs once where the schedule names a run', () => {
    expect(once).toMatchObject({
      job_type: 'ONE_TIME',
      sampling_percentage: 100,
      s3_job_definition: {
        bucket_criteria: {
          includes: {
            and: [{ tag_criterion: { comparator: 'EQ', tag_values: [{ key: 'data-domain', value: 'training' }] } }],
          },
        },
      },
    });
    expect(once).not.toHaveProperty('schedule_frequency');
    expect(once).not.toHaveProperty('initial_run');
  });

  test('that runs once waits for every account and every bucket of models; the others are there from the beginning', () => {
    expect(Object.keys(jobsOf('compliance'))).toEqual([
      expect.stringMatching(/^macie-run-once-first-import-[0-9a-f]{8}-eu-central-1$/),
    ]);
    expect(Object.keys(jobsOf('security'))).toEqual(
      ['daily', 'monthly', 'weekly'].map((name) => `macie-job-${name}-eu-central-1`),
    );
  });

  test('runs each day, each week or each month, and over what is there already', () => {
    const frequencies = ['daily', 'weekly', 'monthly'].map((name) => job(name).schedule_frequency);
    expect(frequencies).toEqual([{ daily_schedule: true }, { weekly_schedule: 'MONDAY' }, { monthly_schedule: 31 }]);
    for (const name of ['daily', 'weekly', 'monthly'])
      expect(job(name)).toMatchObject({ job_type: 'SCHEDULED', initial_run: true });
    expect(job('monthly').sampling_percentage).toBe(10);
  });

  test('names no identifier where it uses none', () => {
    for (const body of [job('daily'), once]) expect(body).not.toHaveProperty('custom_data_identifier_ids');
    expect(resources(find(made, 'security'), 'aws_macie2_custom_data_identifier')).toEqual({});
  });
});

describe('a Macie job over a data domain', () => {
  const regex = 'x';
  const made = stacksWith({
    customDataIdentifiers: [
      { name: 'claim', regex, dataDomains: ['models', 'training'] },
      { name: 'patient', regex, dataDomains: ['training'] },
      { name: 'staff', regex },
    ],
    jobs: [
      { name: 'training', schedule: 'daily', bucketTags: { 'data-domain': 'training' } },
      { name: 'models', schedule: 'daily', bucketTags: { 'data-domain': 'models' }, customDataIdentifiers: ['staff'] },
      { name: 'secret', schedule: 'daily', bucketTags: { 'data-classification': 'restricted' } },
      { name: 'first', schedule: { once: 'first-import' }, bucketTags: { 'data-domain': 'models' } },
      {
        name: 'both',
        schedule: 'daily',
        bucketTags: { 'data-domain': 'training', 'data-classification': 'restricted' },
        customDataIdentifiers: ['patient'],
      },
    ],
  });
  const job = (name: string) =>
    resource(find(made, 'security'), 'aws_macie2_classification_job', `macie-job-${name}-eu-central-1`);
  const identifier = (name: string) =>
    reference(`aws_macie2_custom_data_identifier.macie-identifier-${name}-eu-central-1.id`);

  test.each([
    ['training', ['claim', 'patient']],
    ['models', ['claim', 'staff']],
    ['both', ['claim', 'patient']],
  ])('uses the identifiers that are for the domain of %s and those that it names, each once', (name, identifiers) => {
    expect(job(name).custom_data_identifier_ids).toEqual(identifiers.map(identifier));
  });

  test('uses those of its domain when it runs once too', () => {
    const runs = Object.values(resources(find(made, 'compliance'), 'aws_macie2_classification_job'));
    expect(runs.map((run) => run.custom_data_identifier_ids)).toEqual([
      [output('security', 'custom_data_identifier_ids', 'eu-central-1/claim')],
    ]);
  });

  test('uses none of a domain that it is not about', () => {
    expect(job('secret')).not.toHaveProperty('custom_data_identifier_ids');
  });

  test('reads only buckets that have all of its tags, because Macie joins conditions by AND', () => {
    const tag = (key: string, value: string) => ({ tag_criterion: { comparator: 'EQ', tag_values: [{ key, value }] } });
    expect(job('both').s3_job_definition.bucket_criteria.includes.and).toEqual([
      tag('data-domain', 'training'),
      tag('data-classification', 'restricted'),
    ]);
  });
});

describe('a suppression', () => {
  test.each(zone.regions)('archives one kind of finding about its buckets in %s, with the reason', (region) => {
    const filter = resource(security, 'aws_macie2_findings_filter', `macie-suppression-partner-exports-${region}`);
    expect(filter).toMatchObject({
      action: 'ARCHIVE',
      description: 'The partner fetches its exports',
      finding_criteria: {
        criterion: [
          { field: 'type', eq: ['Policy:IAMUser/S3BucketSharedExternally'] },
          { field: 'resourcesAffected.s3Bucket.name', eq: ['acme-exports'] },
        ],
      },
    });
    expect(placeOf(zone, security, filter)).toBe(`security/${region}`);
    expect(filter.depends_on).toContain(`aws_macie2_account.macie-${region}`);
  });
});

describe('a custom data identifier', () => {
  test('reaches Macie with every character of its pattern, those that mean something to Terraform too', () => {
    const stack = find(stacksWith({ customDataIdentifiers: [{ name: 'variable', regex: `\\d|\${x}` }] }), 'security');
    const name = 'macie-identifier-variable-eu-central-1';
    const { regex, ...rest } = resource(stack, 'aws_macie2_custom_data_identifier', name);
    expect(regex).toBe(`\\d|$\${x}`);
    expect(rest).toMatchObject({ name: 'variable', maximum_match_distance: 50 });
    expect(rest).not.toHaveProperty('keywords');
  });

  test('takes its keywords along', () => {
    const name = 'macie-identifier-patient-number-eu-west-1';
    expect(resource(security, 'aws_macie2_custom_data_identifier', name)).toMatchObject({
      regex: 'PAT-\\d{8}',
      keywords: ['patient'],
    });
  });
});
