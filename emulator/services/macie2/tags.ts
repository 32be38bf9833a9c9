import type { Call, Route } from '../../toolkit/untyped';
import { notFound } from './errors';
import { type MacieState, route } from './state';

/** Tags of whatever in Macie has an ARN. */
export function tagRoutes(state: MacieState): Route[] {
  const path = '/tags/:resourceArn';
  return [
    route(state, 'GET', path, 'ListTagsForResource', (call) => ({ tags: find(state, call).tags })),
    route(state, 'POST', path, 'TagResource', (call) => {
      Object.assign(find(state, call).tags, call.input.tags);
      return {};
    }),
    route(state, 'DELETE', path, 'UntagResource', (call) => {
      const { tags } = find(state, call);
      for (const key of [call.input.tagKeys].flat()) delete tags[key];
      return {};
    }),
  ];
}

function find(state: MacieState, { account, region, input }: Call): { tags: Record<string, string> } {
  const tagged = [
    ...state.jobs.list(account, region),
    ...state.customDataIdentifiers.list(account, region),
    ...state.findingsFilters.list(account, region),
    ...state.members.list(region, account),
  ].find(({ arn }) => arn === input.resourceArn);
  if (tagged === undefined) throw notFound();
  return tagged;
}
