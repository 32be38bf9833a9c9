import { readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { putTags, removeTags, type Tags, tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { GuardDutyOperations } from './api';
import { invalidInput, notFound } from './errors';
import type { GuardDutyState } from './state';

/** Tags of detectors, filters and publishing destinations, by ARN. */
export const tagOperations = (state: GuardDutyState): GuardDutyOperations => ({
  ListTagsForResource: (call) => ({ tags: tagRecord(find(state, call, call.input.resourceArn)) }),
  TagResource: (call) => putTags(find(state, call, call.input.resourceArn), tagsOfRecord(call.input.tags), checkTags),
  UntagResource: (call) => removeTags(find(state, call, call.input.resourceArn), call.input.tagKeys),
});

/** Refuses more than 50 tags of a resource, and those in the namespace of AWS. */
export function checkTags(tags: ReadonlyMap<string, string>): void {
  if (tags.size > 50 || [...tags.keys()].some((key) => key.toLowerCase().startsWith('aws:'))) throw invalidInput();
}

function find(state: GuardDutyState, { account, region }: Scope, resourceArn = ''): Tags {
  const arn = readArn(resourceArn);
  const [, detectorId, kind, ...rest] = arn.resource.split('/');
  const detector = state.detectors.get(account, region);
  const own = arn.service === 'guardduty' && arn.region === region && arn.account === account;
  if (!own || detector === undefined || detector.id !== detectorId) throw notFound();
  if (kind === undefined) return detector.tags;
  const parts: Readonly<Record<string, ReadonlyMap<string, { readonly tags: Tags }>>> = {
    filter: detector.filters,
    publishingDestination: detector.destinations,
  };
  const part = Object.hasOwn(parts, kind) ? parts[kind]?.get(rest.join('/')) : undefined;
  if (part === undefined) throw notFound();
  return part.tags;
}
