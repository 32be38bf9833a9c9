import type { JobStatus, JobSummary, ListJobsFilterTerm } from '@aws-sdk/client-macie2';
import { arnOf } from '../../toolkit/arn';
import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { MacieCall, MacieOperations, Output, Shape } from './api';
import { invalid } from './errors';
import { oneOf } from './input';
import { jobDefinition } from './job-definition';
import { findIn, type Job, type MacieState } from './state';

type Description = Output<'DescribeClassificationJob'>;

/** Classification jobs: they can be paused and cancelled until they are over, but neither changed nor deleted. */
export const jobOperations = (state: MacieState): MacieOperations => ({
  CreateClassificationJob: (call) => create(state, call),
  ListClassificationJobs: ({ account, region, input: { filterCriteria: { includes = [], excludes = [] } = {} } }) => ({
    items: state.jobs
      .list(account, region)
      .map(describe)
      .filter((job) => includes.every((term) => matches(job, term)))
      .filter((job) => !excludes.some((term) => matches(job, term)))
      .map(summary),
  }),
  DescribeClassificationJob: (call) => describe(findIn(state.jobs, call, call.input.jobId)),
  UpdateClassificationJob: (call) => update(state, findIn(state.jobs, call, call.input.jobId), call.input.jobStatus),
});

/** Whether the job is over, which is as far as a job can be removed. */
export const isOver = ({ status }: Job): boolean => status === 'CANCELLED' || status === 'COMPLETE';

function create(state: MacieState, call: MacieCall<'CreateClassificationJob'>) {
  const { newId, clock } = state.world;
  const definition = jobDefinition(state, call);
  const jobId = newId(32);
  const job: Job = {
    id: jobId,
    arn: arnOf('macie2', call, `classification-job/${jobId}`),
    tags: tagsOfRecord(call.input.tags),
    definition,
    createdAt: clock.iso(),
    status: firstStatus(definition),
    since: clock.iso(),
  };
  state.jobs.set(job, call.account, call.region, jobId);
  return { jobId, jobArn: job.arn };
}

function firstStatus({ jobType, initialRun }: Job['definition']): JobStatus {
  // There is nothing to read in the emulated buckets, so that one run is over at once.
  if (jobType === 'ONE_TIME') return 'COMPLETE';
  return initialRun ? 'RUNNING' : 'IDLE';
}

function update({ world }: MacieState, job: Job, wish: JobStatus | undefined) {
  const from = job.status;
  const to = oneOf('jobStatus', wish, ['CANCELLED', 'RUNNING', 'USER_PAUSED']);
  if (isOver(job))
    throw invalid(`cannot update ${from === 'COMPLETE' ? 'completed' : 'cancelled'} job for job: ${job.arn}`);
  const allowed = { CANCELLED: true, RUNNING: from === 'USER_PAUSED', USER_PAUSED: from !== 'USER_PAUSED' };
  if (!allowed[to]) throw invalid(`cannot change the status from ${from} to ${to} for job: ${job.arn}`);
  job.status = to;
  job.since = world.clock.iso();
  return {};
}

function matches(job: Description, { key, comparator, values = [] }: Shape<ListJobsFilterTerm>): boolean {
  const value = String(key && job[key]);
  switch (comparator) {
    case 'EQ':
      return values.includes(value);
    case 'NE':
      return !values.includes(value);
    case 'CONTAINS':
      return values.some((one) => value.includes(one));
    case 'STARTS_WITH':
      return values.some((one) => value.startsWith(one));
    default:
      throw invalid(`comparator ${comparator} is not supported for ${key}`);
  }
}

const describe = ({ id, arn, tags, definition, createdAt, status, since }: Job): Description => ({
  ...definition,
  jobId: id,
  jobArn: arn,
  jobStatus: status,
  tags: tagRecord(tags),
  createdAt,
  lastRunTime: createdAt,
  lastRunErrorStatus: { code: 'NONE' },
  statistics: { approximateNumberOfObjectsToProcess: 0, numberOfRuns: status === 'IDLE' ? 0 : 1 },
  ...(status === 'USER_PAUSED' && {
    userPausedDetails: { jobPausedAt: since, jobExpiresAt: daysAfter(since, 30) },
  }),
});

const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

const summary = ({ s3JobDefinition, ...job }: Description): Shape<JobSummary> => ({
  jobId: job.jobId,
  jobStatus: job.jobStatus,
  jobType: job.jobType,
  name: job.name,
  createdAt: job.createdAt,
  lastRunErrorStatus: job.lastRunErrorStatus,
  userPausedDetails: job.userPausedDetails,
  bucketCriteria: s3JobDefinition?.bucketCriteria,
  bucketDefinitions: s3JobDefinition?.bucketDefinitions,
});
