import { isObject } from '../toolkit/json';
import { type Input, texts } from './judged-call';

/** Members that carry tags of a request, in the spelling of one service or another. */
const tagMembers = /^(tags|taglist|resourcetags|tag|tagset|tagging|tagspecifications?|tagstoadd|lambdatags)$/i;

/** Members that carry only names of tags. */
const keyMembers = /^(tagkeys|resourcetagkeys|tagkeylist|tagstoremove)$/i;

/**
 * Tags that a request puts on something, by key. AWS's APIs write them as a list of key and value under several names, or as a map.
 */
export function tagsOfRequest(input: Input): ReadonlyMap<string, string> {
  return new Map(Object.entries(input).flatMap(([name, value]) => (tagMembers.test(name) ? pairs(value) : [])));
}

/** Names of the tags that a request puts or removes (`aws:TagKeys`). */
export function tagKeysOfRequest(input: Input): readonly string[] {
  const removed = Object.entries(input).flatMap(([name, value]) => (keyMembers.test(name) ? texts(value) : []));
  return [...new Set([...tagsOfRequest(input).keys(), ...removed])];
}

function pairs(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(pairs);
  if (!isObject(value)) return [];
  const key = value.Key ?? value.key ?? value.TagKey ?? value.tagKey;
  if (typeof key === 'string')
    return [[key, String(value.Value ?? value.value ?? value.TagValue ?? value.tagValue ?? '')]];
  const nested = Object.entries(value).filter(([name, inner]) => tagMembers.test(name) && typeof inner === 'object');
  if (nested.length > 0) return nested.flatMap(([, inner]) => pairs(inner));
  return Object.entries(value).flatMap(([name, inner]) => (typeof inner === 'string' ? [[name, inner] as const] : []));
}
