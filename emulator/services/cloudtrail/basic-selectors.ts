import type { EventSelector } from '@aws-sdk/client-cloudtrail';
import type { Shape } from './api';
import { invalidSelectors } from './errors';

const mostSelectors = 5;
const mostResources = 250;
const resourceTypes = ['AWS::S3::Object', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table'];
const excludable = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** A basic selector with the values that CloudTrail fills in. */
export const completeSelector = ({
  ReadWriteType = 'All',
  IncludeManagementEvents = true,
  DataResources = [],
  ExcludeManagementEventSources = [],
}: Shape<EventSelector>) => ({ ReadWriteType, IncludeManagementEvents, DataResources, ExcludeManagementEventSources });

/** Refuses basic selectors that CloudTrail refuses. */
export function checkBasicSelectors(selectors: readonly Shape<EventSelector>[]): void {
  if (selectors.length === 0 || selectors.length > mostSelectors)
    throw invalidSelectors(`Specify from 1 to ${mostSelectors} event selectors.`);
  const completed = selectors.map(completeSelector);
  checkResources(completed.flatMap(({ DataResources }) => DataResources));
  for (const selector of completed) checkManagementEvents(selector);
}

function checkResources(resources: NonNullable<Shape<EventSelector>['DataResources']>): void {
  const count = resources.reduce((sum, { Values = [] }) => sum + Values.length, 0);
  if (count > mostResources) throw invalidSelectors(`A trail has at most ${mostResources} data resources.`);
  for (const { Type = '', Values = [] } of resources) {
    if (!resourceTypes.includes(Type)) throw invalidSelectors(`Value ${Type} for DataResources.Type is invalid.`);
    const invalid = Values.find((value) => Type === 'AWS::S3::Object' && !isObjectPrefix(value));
    if (invalid !== undefined) throw invalidSelectors(`Value ${invalid} for DataResources.Values is invalid.`);
  }
}

function checkManagementEvents({
  ReadWriteType,
  IncludeManagementEvents,
  ExcludeManagementEventSources: excluded,
}: ReturnType<typeof completeSelector>): void {
  if (!['All', 'ReadOnly', 'WriteOnly'].includes(ReadWriteType))
    throw invalidSelectors(`Value ${ReadWriteType} for ReadWriteType is invalid.`);
  const allowed = IncludeManagementEvents ? excludable : [];
  if (!excluded.every((source) => allowed.includes(source)))
    throw invalidSelectors(`Value ${excluded} for ExcludeManagementEventSources is invalid.`);
}

/** All buckets, or the objects of one bucket; a bucket without a slash at its end is neither. */
const isObjectPrefix = (value: string): boolean => /^arn:aws:s3(:::([^/]+\/.*)?)?$/.test(value);
