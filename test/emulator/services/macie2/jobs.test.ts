import { macie2 } from '../../../../emulator/services/macie2';
import type { Json } from '../../../support/json';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const BUCKETS = { bucketDefinitions: [{ accountId: MANAGEMENT, buckets: ['data'] }] };
const JOB = { name: 'once', jobType: 'ONE_TIME', clientToken: 'token', s3JobDefinition: BUCKETS };
const DAILY = { ...JOB, name: 'daily', jobType: 'SCHEDULED', scheduleFrequency: { dailySchedule: {} } };
const RUNNING = { ...DAILY, name: 'running', initialRun: true };
const FILTER = {
  name: 'low',
  action: 'ARCHIVE',
  findingCriteria: { criterion: { 'severity.description': { eq: ['Low'] } } },
};
const INVALID = { code: 'ValidationException', status: 400 };
const NOT_FOUND = { code: 'ResourceNotFoundException', status: 404 };

async function setUp() {
  const service = macie2(fakeWorld());
  const call = callOf(service);
  await call('EnableMacie');
  return { service, call };
}

describe('a classification job', () => {
  it('is described as it was created, with the defaults of AWS', async () => {
    const { call } = await setUp();
    const { jobId, jobArn } = await call('CreateClassificationJob', JOB);
    expect(jobArn).toBe(`arn:aws:macie2:us-east-1:${MANAGEMENT}:classification-job/${jobId}`);
    const job = await call('DescribeClassificationJob', { jobId });
    expect(job).toMatchObject({
      ...JOB,
      jobId,
      jobArn,
      jobStatus: 'COMPLETE',
      samplingPercentage: 100,
      initialRun: false,
    });
    expect(job.managedDataIdentifierSelector).toBe('RECOMMENDED');
    expect(job).not.toHaveProperty('scheduleFrequency');
  });

  it('waits for its schedule unless it has an initial run', async () => {
    const { call } = await setUp();
    const idle = await call('CreateClassificationJob', DAILY);
    const running = await call('CreateClassificationJob', RUNNING);
    expect(await call('DescribeClassificationJob', { jobId: idle.jobId })).toMatchObject({ jobStatus: 'IDLE' });
    expect(await call('DescribeClassificationJob', { jobId: running.jobId })).toMatchObject({ jobStatus: 'RUNNING' });
  });

  it.each<[string, Json]>([
    ['without a name', { ...JOB, name: '' }],
    ['with a name of 501 characters', { ...JOB, name: 'n'.repeat(501) }],
    ['with a description of 201 characters', { ...JOB, description: 'd'.repeat(201) }],
    ['with a schedule that runs once', { ...JOB, scheduleFrequency: { dailySchedule: {} } }],
    ['that is scheduled without a schedule', { ...DAILY, scheduleFrequency: undefined }],
    ['that samples nothing', { ...JOB, samplingPercentage: 0 }],
    ['without buckets', { ...JOB, s3JobDefinition: {} }],
    ['with buckets and criteria', { ...JOB, s3JobDefinition: { ...BUCKETS, bucketCriteria: {} } }],
    [
      'with an account but none of its buckets',
      { ...JOB, s3JobDefinition: { bucketDefinitions: [{ accountId: MANAGEMENT, buckets: [] }] } },
    ],
    ['that includes no managed identifier by name', { ...JOB, managedDataIdentifierSelector: 'INCLUDE' }],
    ['that uses no identifier at all', { ...JOB, managedDataIdentifierSelector: 'NONE' }],
    ['with an allow list that does not exist', { ...JOB, allowListIds: ['0'] }],
    ['with a custom data identifier that does not exist', { ...JOB, customDataIdentifierIds: ['0'] }],
  ])('refuses a job %s', async (_, input) => {
    const { call } = await setUp();
    await expect(call('CreateClassificationJob', input)).rejects.toMatchObject(INVALID);
  });

  it('refuses a job with a custom data identifier that was deleted', async () => {
    const { call } = await setUp();
    const { customDataIdentifierId: id } = await call('CreateCustomDataIdentifier', { name: 'badge', regex: 'E' });
    const job = { ...JOB, customDataIdentifierIds: [id] };
    await call('CreateClassificationJob', job);
    await call('DeleteCustomDataIdentifier', { id });
    await expect(call('CreateClassificationJob', job)).rejects.toMatchObject(INVALID);
  });

  it('refuses a job with buckets of an account that is no member', async () => {
    const { call } = await setUp();
    const foreign = { bucketDefinitions: [{ accountId: '999999999999', buckets: ['data'] }] };
    await expect(call('CreateClassificationJob', { ...JOB, s3JobDefinition: foreign })).rejects.toMatchObject(INVALID);
  });

  it('that runs once is over as soon as it was created, cannot be cancelled, and is no leftover', async () => {
    const { call, service } = await setUp();
    const { jobId, jobArn } = await call('CreateClassificationJob', JOB);
    expect(await call('DescribeClassificationJob', { jobId })).toMatchObject({
      jobStatus: 'COMPLETE',
      lastRunTime: expect.any(String),
      statistics: { numberOfRuns: 1 },
    });
    for (const jobStatus of ['CANCELLED', 'USER_PAUSED', 'RUNNING']) {
      await expect(call('UpdateClassificationJob', { jobId, jobStatus })).rejects.toMatchObject({
        ...INVALID,
        message: `Input validation failed, cannot update completed job for job: ${jobArn}`,
      });
    }
    expect(service.leftovers()).toHaveLength(1);
  });

  it('is paused and resumed', async () => {
    const { call } = await setUp();
    const { jobId } = await call('CreateClassificationJob', RUNNING);
    await expect(call('UpdateClassificationJob', { jobId, jobStatus: 'RUNNING' })).rejects.toMatchObject(INVALID);
    await call('UpdateClassificationJob', { jobId, jobStatus: 'USER_PAUSED' });
    expect(await call('DescribeClassificationJob', { jobId })).toHaveProperty('userPausedDetails');
    await call('UpdateClassificationJob', { jobId, jobStatus: 'RUNNING' });
    expect(await call('DescribeClassificationJob', { jobId })).not.toHaveProperty('userPausedDetails');
  });

  it('stays listed when it is cancelled, cannot be cancelled again, and is no leftover', async () => {
    const { call, service } = await setUp();
    const { jobId, jobArn } = await call('CreateClassificationJob', DAILY);
    expect(service.leftovers()).toContainEqual({
      account: MANAGEMENT,
      resource: `us-east-1 macie-classification-job ${jobId}`,
    });
    await call('UpdateClassificationJob', { jobId, jobStatus: 'CANCELLED' });
    expect(await call('ListClassificationJobs')).toMatchObject({ items: [{ jobId, jobStatus: 'CANCELLED' }] });
    await expect(call('UpdateClassificationJob', { jobId, jobStatus: 'CANCELLED' })).rejects.toMatchObject({
      ...INVALID,
      message: `Input validation failed, cannot update cancelled job for job: ${jobArn}`,
    });
    expect(service.leftovers()).toHaveLength(1);
  });

  it('is not found by a comparator that fits no property', async () => {
    const { call } = await setUp();
    await call('CreateClassificationJob', JOB);
    const filterCriteria = { includes: [{ key: 'name', comparator: 'GT', values: ['a'] }] };
    await expect(call('ListClassificationJobs', { filterCriteria })).rejects.toMatchObject(INVALID);
  });

  it('is found by the conditions of a list', async () => {
    const { call } = await setUp();
    await call('CreateClassificationJob', JOB);
    await call('CreateClassificationJob', DAILY);
    const names = async (filterCriteria: Json) =>
      (await call('ListClassificationJobs', { filterCriteria })).items.map(({ name }: Json) => name);
    const scheduled = [{ key: 'jobType', comparator: 'EQ', values: ['SCHEDULED'] }];
    expect(await names({ includes: scheduled })).toEqual(['daily']);
    expect(await names({ excludes: scheduled })).toEqual(['once']);
    expect(await names({ includes: [{ key: 'name', comparator: 'NE', values: ['once'] }] })).toEqual(['daily']);
    expect(await names({ includes: [{ key: 'name', comparator: 'STARTS_WITH', values: ['on'] }] })).toEqual(['once']);
  });
});

describe('a custom data identifier', () => {
  it('is described with the defaults of AWS', async () => {
    const { call } = await setUp();
    const { customDataIdentifierId: id } = await call('CreateCustomDataIdentifier', { name: 'badge', regex: 'E' });
    expect(await call('GetCustomDataIdentifier', { id })).toMatchObject({
      arn: `arn:aws:macie2:us-east-1:${MANAGEMENT}:custom-data-identifier/${id}`,
      maximumMatchDistance: 50,
      severityLevels: [{ occurrencesThreshold: 1, severity: 'MEDIUM' }],
      deleted: false,
    });
  });

  it.each<[string, Json]>([
    ['a regex of 513 characters', { regex: 'r'.repeat(513) }],
    ['no regex', { regex: '' }],
    ...[
      'E-(?=\\d)',
      'E-(?!0)',
      '(?<=E-)\\d',
      '(?<!E-)\\d',
      '(a)\\1',
      '(?<n>a)\\k<n>',
      '(a(?R)?b)',
      '(?(1)a|b)',
      '(?{die})',
    ].map((regex): [string, Json] => [`the regex ${regex}`, { regex }]),
    ['a name of 129 characters', { name: 'n'.repeat(129) }],
    ['a description of 513 characters', { description: 'd'.repeat(513) }],
    ['51 keywords', { keywords: Array(51).fill('word') }],
    ['a keyword of 2 characters', { keywords: ['ab'] }],
    ['a keyword of 91 characters', { keywords: ['k'.repeat(91)] }],
    ['11 ignore words', { ignoreWords: Array(11).fill('word') }],
    ['an ignore word of 3 characters', { ignoreWords: ['abc'] }],
    ['an ignore word of 91 characters', { ignoreWords: ['i'.repeat(91)] }],
    ['a match distance of 0', { maximumMatchDistance: 0 }],
    ['a match distance of 301', { maximumMatchDistance: 301 }],
    ['4 severity levels', { severityLevels: Array(4).fill({ occurrencesThreshold: 1, severity: 'LOW' }) }],
  ])('is refused with %s', async (_, input) => {
    const { call } = await setUp();
    const identifier = { name: 'badge', regex: 'E-[0-9]{6}', ...input };
    await expect(call('CreateCustomDataIdentifier', identifier)).rejects.toMatchObject(INVALID);
  });

  it.each(['PAT-\\d{8}', '(?i)pat', 'h(?:ello|i)', '^E$', '\\bE\\b', '[(?=]', '\\(?=', '[^]\\1]E', '\\d{100,}'])(
    'takes the regex %s',
    async (regex) => {
      const { call } = await setUp();
      await expect(call('CreateCustomDataIdentifier', { name: 'badge', regex })).resolves.toBeDefined();
    },
  );

  it('is kept as deleted, but no longer listed and no leftover', async () => {
    const { call, service } = await setUp();
    const { customDataIdentifierId: id } = await call('CreateCustomDataIdentifier', { name: 'badge', regex: 'E' });
    await call('DeleteCustomDataIdentifier', { id });
    expect(await call('GetCustomDataIdentifier', { id })).toMatchObject({ deleted: true });
    expect(await call('ListCustomDataIdentifiers')).toEqual({ items: [] });
    await expect(call('DeleteCustomDataIdentifier', { id })).rejects.toMatchObject(NOT_FOUND);
    expect(service.leftovers()).toHaveLength(1);
  });
});

describe('a findings filter', () => {
  it('is listed in pages', async () => {
    const { call } = await setUp();
    for (const input of [{ maxResults: 26 }, { nextToken: 'x' }])
      await expect(call('ListFindingsFilters', input)).rejects.toMatchObject({ code: 'ValidationException' });
    expect(await call('ListFindingsFilters', { maxResults: 25 })).toEqual({ findingsFilterListItems: [] });
  });

  it('is changed in what an update names, and deleted', async () => {
    const { call } = await setUp();
    const { id, arn } = await call('CreateFindingsFilter', FILTER);
    expect(await call('UpdateFindingsFilter', { id, action: 'NOOP' })).toEqual({ id, arn });
    expect(await call('GetFindingsFilter', { id })).toMatchObject({ ...FILTER, id, arn, action: 'NOOP', position: 1 });
    await call('DeleteFindingsFilter', { id });
    await expect(call('GetFindingsFilter', { id })).rejects.toMatchObject(NOT_FOUND);
  });

  it.each<[string, Json]>([
    ['a name of 2 characters', { name: 'ab' }],
    ['a name of 65 characters', { name: 'n'.repeat(65) }],
    ['a description of 513 characters', { description: 'd'.repeat(513) }],
    ['an unknown action', { action: 'DELETE' }],
    ['no criteria', { findingCriteria: undefined }],
  ])('is refused with %s', async (_, input) => {
    const { call } = await setUp();
    await expect(call('CreateFindingsFilter', { ...FILTER, ...input })).rejects.toMatchObject(INVALID);
  });
});

describe('tags', () => {
  it('are added to and removed from whatever has an ARN', async () => {
    const { call } = await setUp();
    const { arn: resourceArn } = await call('CreateFindingsFilter', { ...FILTER, tags: { team: 'ml', stage: 'test' } });
    await call('TagResource', { resourceArn, tags: { stage: 'prod', owner: 'me' } });
    await call('UntagResource', { resourceArn, tagKeys: ['owner'] });
    expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags: { team: 'ml', stage: 'prod' } });
    await call('UntagResource', { resourceArn, tagKeys: ['team', 'stage'] });
    expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags: {} });
  });

  it('are refused for an ARN that does not exist', async () => {
    const { call } = await setUp();
    await expect(call('ListTagsForResource', { resourceArn: 'arn:aws:macie2:x' })).rejects.toMatchObject(NOT_FOUND);
  });
});
