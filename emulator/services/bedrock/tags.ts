import type { Tag } from '@aws-sdk/client-bedrock';
import type { Scope } from '../../toolkit/call';
import { putTags, removeTags, smallTagList, type Tags } from '../../toolkit/tags';
import type { BedrockOperations, Shape } from './api';
import { notFound } from './errors';
import { list, text } from './input';
import type { BedrockState } from './state';

/** Tags of guardrails and inference profiles, by ARN. */
export const tagOperations = (state: BedrockState): BedrockOperations => ({
  ListTagsForResource: (call) => ({ tags: smallTagList(find(state, call, call.input.resourceARN)) }),
  TagResource: (call) => putTags(find(state, call, call.input.resourceARN), readTags(call.input.tags)),
  UntagResource: (call) => removeTags(find(state, call, call.input.resourceARN), call.input.tagKeys),
});

/** Bedrock takes ASCII letters only in a tag, other than most services. Source: botocore 1.43.107, TagKey and TagValue. */
export function readTags(tags: readonly Shape<Tag>[] = []): Tags {
  const ascii = /^[a-zA-Z0-9\s._:/=+@-]*$/;
  return new Map(
    list('tags', tags, 200).map(({ key, value }) => [
      text('key', key, 128, ascii),
      text('value', value, 256, ascii, 0),
    ]),
  );
}

function find(state: BedrockState, { account, region }: Scope, resourceArn: string | undefined): Tags {
  const tagged = [...state.guardrails.list(account, region), ...state.inferenceProfiles.list(account, region)];
  const found = tagged.find(({ arn }) => arn === resourceArn);
  if (!found) throw notFound(`The resource ${resourceArn}`);
  return found.tags;
}
