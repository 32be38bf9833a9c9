import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';

/** The error of selectors that contradict the API. */
export const invalidSelectors = (message: string): AwsError => new AwsError('InvalidEventSelectorsException', message);

const MAX_SELECTORS = 5;
const MAX_RESOURCES = 250;
const BASIC_TYPES: readonly string[] = ['AWS::S3::Object', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table'];
const EXCLUDABLE: readonly string[] = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** A basic selector with the values that CloudTrail fills in. */
export const completeSelector = (selector: Json): Json => ({
  ReadWriteType: selector.ReadWriteType ?? 'All',
  IncludeManagementEvents: selector.IncludeManagementEvents ?? true,
  DataResources: selector.DataResources ?? [],
  ExcludeManagementEventSources: selector.ExcludeManagementEventSources ?? [],
});

/** Refuses basic selectors that CloudTrail refuses. */
export function checkBasicSelectors(selectors: readonly Json[]): void {
  if (selectors.length === 0 || selectors.length > MAX_SELECTORS) {
    throw invalidSelectors(`Specify from 1 to ${MAX_SELECTORS} event selectors.`);
  }
  const complemented = selectors.map(completeSelector);
  const resources: Json[] = complemented.flatMap(({ DataResources }) => DataResources);
  const count = resources.reduce((sum, { Values }) => sum + (Values ?? []).length, 0);
  if (count > MAX_RESOURCES) throw invalidSelectors(`A trail has at most ${MAX_RESOURCES} data resources.`);
  for (const { Type, Values = [] } of resources) {
    if (!BASIC_TYPES.includes(Type)) throw invalidSelectors(`Value ${Type} for DataResources.Type is invalid.`);
    const invalid = Values.find((value: string) => Type === 'AWS::S3::Object' && !isObjectPrefix(value));
    if (invalid !== undefined) throw invalidSelectors(`Value ${invalid} for DataResources.Values is invalid.`);
  }
  for (const { ReadWriteType, IncludeManagementEvents, ExcludeManagementEventSources: excluded } of complemented) {
    if (!['All', 'ReadOnly', 'WriteOnly'].includes(ReadWriteType)) {
      throw invalidSelectors(`Value ${ReadWriteType} for ReadWriteType is invalid.`);
    }
    const allowed = IncludeManagementEvents ? EXCLUDABLE : [];
    if (!excluded.every((source: string) => allowed.includes(source))) {
      throw invalidSelectors(`Value ${excluded} for ExcludeManagementEventSources is invalid.`);
    }
  }
}

/** All buckets, or the objects of one bucket; a bucket without a slash at its end is neither. */
const isObjectPrefix = (value: string): boolean => /^arn:aws:s3(:::([^/]+\/.*)?)?$/.test(value);
