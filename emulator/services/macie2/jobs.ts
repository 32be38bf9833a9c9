import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid } from './errors';
import { oneOf } from './input';
import { jobDefinition } from './job-definition';
import { arnOf, type MacieState, type Resource, route, TIMESTAMP } from './state';

const PAUSE_EXPIRES_AT = '2025-01-31T00:00:00.000Z';

/** Classification jobs: they can be paused and cancelled until they are over, but neither changed nor deleted. */
export function jobRoutes(state: MacieState): Route[] {
  return [
    route(state, 'POST', '/jobs', 'CreateClassificationJob', (call) => create(state, call)),
    route(state, 'POST', '/jobs/list', 'ListClassificationJobs', (call) => list(state, call)),
    route(state, 'GET', '/jobs/:jobId', 'DescribeClassificationJob', (call) => describe(find(state, call))),
    route(state, 'PATCH', '/jobs/:jobId', 'UpdateClassificationJob', (call) => update(state, call)),
  ];
}

/** Whether the job is over, which is as far as a job can be removed. */
export function isOver(job: Resource): boolean {
  return ['CANCELLED', 'COMPLETE'].includes(job.settings.jobStatus);
}

const find = (state: MacieState, call: Call): Resource => state.find(state.jobs, call, call.input.jobId);

function create(state: MacieState, call: Call): Json {
  const definition = jobDefinition(state, call);
  const jobId = state.world.newId(32);
  const job: Resource = {
    id: jobId,
    arn: arnOf(call, 'classification-job', jobId),
    tags: call.input.tags ?? {},
    settings: { ...definition, jobStatus: firstStatus(definition) },
  };
  state.jobs.set(job, call.account, call.region, jobId);
  return { jobId, jobArn: job.arn };
}

function firstStatus({ jobType, initialRun }: Json): string {
  // There is nothing to read in the emulated buckets, so that one run is over at once.
  if (jobType === 'ONE_TIME') return 'COMPLETE';
  return initialRun ? 'RUNNING' : 'IDLE';
}

function update(state: MacieState, call: Call): Json {
  const job = find(state, call);
  const from: string = job.settings.jobStatus;
  const to = oneOf('jobStatus', call.input.jobStatus, ['CANCELLED', 'RUNNING', 'USER_PAUSED']);
  if (isOver(job)) {
    throw invalid(`cannot update ${from === 'COMPLETE' ? 'completed' : 'cancelled'} job for job: ${job.arn}`);
  }
  const allowed = { CANCELLED: true, RUNNING: from === 'USER_PAUSED', USER_PAUSED: from !== 'USER_PAUSED' };
  if (!allowed[to]) throw invalid(`cannot change the status from ${from} to ${to} for job: ${job.arn}`);
  job.settings.jobStatus = to;
  return {};
}

function list(state: MacieState, { account, region, input }: Call): Json {
  const { includes = [], excludes = [] } = input.filterCriteria ?? {};
  const items = state.jobs
    .list(account, region)
    .map(describe)
    .filter((job) => includes.every((term: Json) => matches(job, term)))
    .filter((job) => !excludes.some((term: Json) => matches(job, term)));
  return { items: items.map(summary) };
}

function matches(job: Json, { key, comparator, values }: Json): boolean {
  const value = String(job[key]);
  const tests: Record<string, (one: string) => boolean> = {
    EQ: (one) => value === one,
    CONTAINS: (one) => value.includes(one),
    STARTS_WITH: (one) => value.startsWith(one),
  };
  if (comparator === 'NE') return !values.includes(value);
  const test = tests[comparator];
  if (test === undefined) throw invalid(`comparator ${comparator} is not supported for ${key}`);
  return values.some(test);
}

function describe({ id, arn, tags, settings }: Resource): Json {
  return {
    ...settings,
    jobId: id,
    jobArn: arn,
    tags,
    createdAt: TIMESTAMP,
    lastRunTime: TIMESTAMP,
    lastRunErrorStatus: { code: 'NONE' },
    statistics: { approximateNumberOfObjectsToProcess: 0, numberOfRuns: settings.jobStatus === 'IDLE' ? 0 : 1 },
    ...(settings.jobStatus === 'USER_PAUSED' && {
      userPausedDetails: { jobPausedAt: TIMESTAMP, jobExpiresAt: PAUSE_EXPIRES_AT },
    }),
  };
}

function summary(job: Json): Json {
  const { bucketCriteria, bucketDefinitions } = job.s3JobDefinition;
  const { jobId, jobStatus, jobType, name, createdAt, lastRunErrorStatus, userPausedDetails } = job;
  return {
    ...{ jobId, jobStatus, jobType, name, createdAt, lastRunErrorStatus, userPausedDetails },
    ...{ bucketCriteria, bucketDefinitions },
  };
}
