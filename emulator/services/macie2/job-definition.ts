import type { Input, MacieCall } from './api';
import { invalid } from './errors';
import { integer, oneOf, text } from './input';
import type { Job, MacieState } from './state';

/** The definition of a new classification job, with Macie's defaults, or the refusal that AWS gives. */
export function jobDefinition(state: MacieState, call: MacieCall<'CreateClassificationJob'>): Job['definition'] {
  const { input } = call;
  requireBuckets(state, call);
  requireIdentifiers(state, call);
  return {
    ...schedule(input),
    name: text('name', input.name, 1, 500),
    description: text('description', input.description ?? '', 0, 200),
    initialRun: input.initialRun === true,
    samplingPercentage: integer('samplingPercentage', input.samplingPercentage ?? 100, 1, 100),
    s3JobDefinition: input.s3JobDefinition,
    customDataIdentifierIds: input.customDataIdentifierIds ?? [],
    allowListIds: [],
    managedDataIdentifierSelector: input.managedDataIdentifierSelector ?? 'RECOMMENDED',
    managedDataIdentifierIds: input.managedDataIdentifierIds ?? [],
    clientToken: input.clientToken,
  };
}

function schedule(input: Input<'CreateClassificationJob'>): Pick<Job['definition'], 'jobType' | 'scheduleFrequency'> {
  const { scheduleFrequency } = input;
  const jobType = oneOf('jobType', input.jobType, ['ONE_TIME', 'SCHEDULED']);
  if ((jobType === 'SCHEDULED') !== (scheduleFrequency !== undefined))
    throw invalid('scheduleFrequency must be specified for a scheduled job and for no other');
  return scheduleFrequency ? { jobType, scheduleFrequency } : { jobType };
}

function requireBuckets(state: MacieState, { account, region, input }: MacieCall<'CreateClassificationJob'>): void {
  const { bucketCriteria, bucketDefinitions } = input.s3JobDefinition ?? {};
  if ((bucketCriteria === undefined) === (bucketDefinitions === undefined))
    throw invalid('s3JobDefinition must contain either bucketCriteria or bucketDefinitions');
  for (const { accountId = '', buckets } of bucketDefinitions ?? []) {
    const own = accountId === account || state.membershipOf({ account: accountId, region })?.administrator === account;
    if (!own) throw invalid(`account ${accountId} is not associated with your account`);
    if (!buckets?.length) throw invalid(`the buckets of account ${accountId} must be specified`);
  }
}

function requireIdentifiers(state: MacieState, { account, region, input }: MacieCall<'CreateClassificationJob'>): void {
  const { managedDataIdentifierIds, customDataIdentifierIds, allowListIds } = input;
  const selector = oneOf('managedDataIdentifierSelector', input.managedDataIdentifierSelector ?? 'RECOMMENDED', [
    ...['ALL', 'EXCLUDE', 'INCLUDE', 'NONE', 'RECOMMENDED'],
  ]);
  const listed = selector === 'EXCLUDE' || selector === 'INCLUDE';
  if (listed !== Boolean(managedDataIdentifierIds?.length))
    throw invalid(`managedDataIdentifierIds don't fit the selector ${selector}`);
  if (selector === 'NONE' && !customDataIdentifierIds?.length)
    throw invalid('customDataIdentifierIds must be specified when no managed data identifiers are used');
  if (allowListIds?.length) throw invalid(`allow list ${allowListIds[0]} does not exist`);
  for (const id of customDataIdentifierIds ?? []) {
    if (state.identifiers.get(account, region, id)?.deleted !== false)
      throw invalid(`custom data identifier ${id} does not exist`);
  }
}
