import type { Scope } from '../../toolkit/call';
import { page } from '../../toolkit/pages';
import type { LakeOperations } from './api';
import { invalid, notFound } from './errors';
import { paging } from './paging';
import type { LakeState } from './state';

const mostValues = 50;

/** LF-tags, each with the values that it may have; keys and values are kept in lower case. */
export const tagOperations = (state: LakeState): LakeOperations => ({
  CreateLFTag: ({ account, region, input: { TagKey = '', TagValues } }) => {
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@%]{1,128}$/u.test(TagKey)) throw invalid(`Invalid tag key: ${TagKey}`);
    if (state.tags.get(account, region, lower(TagKey))) throw invalid(`Tag key already exists: ${TagKey}`);
    state.tags.set(new Set(valuesOf(TagValues)), account, region, lower(TagKey));
    return {};
  },
  UpdateLFTag: (call) => {
    const { TagKey, TagValuesToDelete = [], TagValuesToAdd = [] } = call.input;
    const values = findTag(state, call, TagKey);
    for (const value of TagValuesToDelete)
      if (!values.delete(lower(value))) throw notFound(`Tag value does not exist: ${value}`);
    for (const value of TagValuesToAdd) values.add(lower(value));
    return {};
  },
  DeleteLFTag: (call) => {
    const { account, region, input } = call;
    findTag(state, call, input.TagKey);
    state.tags.delete(account, region, lower(input.TagKey));
    for (const tags of state.assigned.list(account, region)) tags.delete(lower(input.TagKey));
    return {};
  },
});

/** LF-tags as they are read. */
export const tagReads = (state: LakeState): LakeOperations => ({
  GetLFTag: (call) => ({
    CatalogId: call.account,
    TagKey: lower(call.input.TagKey),
    TagValues: [...findTag(state, call, call.input.TagKey)],
  }),
  ListLFTags: ({ account, region, input: { MaxResults, NextToken } }) => {
    const tags = state.tags
      .entries()
      .filter(([[owner, home]]) => owner === account && home === region)
      .map(([[, , ...key], values]) => ({ CatalogId: account, TagKey: key.join('/'), TagValues: [...values] }));
    const { items, next } = page(tags, { size: MaxResults, token: NextToken }, paging);
    return { LFTags: items, NextToken: next };
  },
});

function findTag(state: LakeState, { account, region }: Scope, key: string | undefined): Set<string> {
  const values = state.tags.get(account, region, lower(key));
  if (!values) throw notFound(`Tag key does not exist: ${key}`);
  return values;
}

function valuesOf(values: readonly string[] = []): readonly string[] {
  if (values.length < 1 || values.length > mostValues) throw invalid(`TagValues must have 1 to ${mostValues} values`);
  return values.map(lower);
}

/** As Lake Formation keeps it. */
export const lower = (text = ''): string => text.toLowerCase();
