import { smallTagList } from '../../toolkit/tags';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { notFound } from './errors';
import { list, text } from './input';
import type { BedrockState } from './state';

/** Tags of guardrails and inference profiles, by ARN. */
export const tagRoutes = (state: BedrockState): Route[] => [
  {
    method: 'POST',
    path: '/listTagsForResource',
    operation: 'ListTagsForResource',
    handle: (call) => ({ tags: smallTagList(find(state, call)) }),
  },
  {
    method: 'POST',
    path: '/tagResource',
    operation: 'TagResource',
    handle: (call) => {
      const tags = find(state, call);
      for (const [key, value] of readTags(call.input.tags)) tags.set(key, value);
      return {};
    },
  },
  {
    method: 'POST',
    path: '/untagResource',
    operation: 'UntagResource',
    handle: (call) => {
      const tags = find(state, call);
      for (const key of call.input.tagKeys) tags.delete(key);
      return {};
    },
  },
];

/** Bedrock takes ASCII letters only in a tag, other than most services. Source: botocore 1.43.107, TagKey and TagValue. */
export function readTags(tags: Json[] | undefined): Map<string, string> {
  const ascii = /^[a-zA-Z0-9\s._:/=+@-]*$/;
  return new Map(
    list('tags', tags ?? [], 200).map(({ key, value }) => [
      text('key', key, 128, ascii),
      text('value', value, 256, ascii, 0),
    ]),
  );
}

function find(state: BedrockState, { account, region, input }: Call): Map<string, string> {
  const tagged = [...state.guardrails.list(account, region), ...state.inferenceProfiles.list(account, region)];
  const found = tagged.find(({ arn }) => arn === input.resourceARN);
  if (!found) throw notFound(`The resource ${input.resourceARN}`);
  return found.tags;
}
