import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid, notFound } from './errors';
import { type LakeState, route } from './state';

const MOST_VALUES = 50;

/** LF-tags, each with the values that it may have; keys and values are kept in lower case. */
export function tagRoutes(state: LakeState): Route[] {
  const find = ({ account, region, input: { TagKey } }: Call): Set<string> => {
    const values = state.tags.get(account, region, lower(TagKey));
    if (!values) throw notFound(`Tag key does not exist: ${TagKey}`);
    return values;
  };
  const managed = (operation: string, handle: (call: Call) => Json) =>
    route(operation, (call) => {
      state.demandAdministrator(call);
      return handle(call);
    });
  return [
    managed('CreateLFTag', ({ account, region, input: { TagKey, TagValues } }) => {
      if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@%]{1,128}$/u.test(TagKey)) throw invalid(`Invalid tag key: ${TagKey}`);
      if (state.tags.get(account, region, lower(TagKey))) throw invalid(`Tag key already exists: ${TagKey}`);
      state.tags.set(new Set(valuesOf(TagValues)), account, region, lower(TagKey));
      return {};
    }),
    managed('UpdateLFTag', (call) => {
      const values = find(call);
      for (const value of call.input.TagValuesToDelete ?? [])
        if (!values.delete(lower(value))) throw notFound(`Tag value does not exist: ${value}`);
      for (const value of call.input.TagValuesToAdd ?? []) values.add(lower(value));
      return {};
    }),
    managed('DeleteLFTag', (call) => {
      find(call);
      state.tags.delete(call.account, call.region, lower(call.input.TagKey));
      for (const tags of state.assigned.list(call.account, call.region)) tags.delete(lower(call.input.TagKey));
      return {};
    }),
    route('GetLFTag', (call) => ({
      CatalogId: call.account,
      TagKey: lower(call.input.TagKey),
      TagValues: [...find(call)],
    })),
  ];
}

function valuesOf(values: readonly string[]): string[] {
  if (values.length < 1 || values.length > MOST_VALUES) throw invalid(`TagValues must have 1 to ${MOST_VALUES} values`);
  return values.map(lower);
}

/** As Lake Formation keeps it. */
export const lower = (text: string): string => String(text).toLowerCase();
