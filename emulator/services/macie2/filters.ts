import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid } from './errors';
import { integer, oneOf, text } from './input';
import { arnOf, type MacieState, type Resource, route } from './state';

/** Findings filters, which suppress findings or keep a query by its name. */
export function findingsFilterRoutes(state: MacieState): Route[] {
  const path = '/findingsfilters';
  const find = (call: Call) => state.find(state.findingsFilters, call, call.input.id);
  return [
    route(state, 'POST', path, 'CreateFindingsFilter', (call) => create(state, call)),
    route(state, 'GET', path, 'ListFindingsFilters', ({ account, region }) => ({
      findingsFilterListItems: state.findingsFilters
        .list(account, region)
        .map(({ id, arn, tags, settings: { name, action } }) => ({ id, arn, name, action, tags })),
    })),
    route(state, 'GET', `${path}/:id`, 'GetFindingsFilter', (call) => {
      const { settings, ...resource } = find(call);
      return { ...resource, ...settings };
    }),
    route(state, 'PATCH', `${path}/:id`, 'UpdateFindingsFilter', (call) => {
      const { id, arn, settings } = find(call);
      Object.assign(settings, checked({ ...settings, ...given(call.input) }));
      return { id, arn };
    }),
    route(state, 'DELETE', `${path}/:id`, 'DeleteFindingsFilter', (call) => {
      state.findingsFilters.delete(call.account, call.region, find(call).id);
      return {};
    }),
  ];
}

function create(state: MacieState, call: Call): Json {
  const id = state.newUuid();
  const last = state.findingsFilters.list(call.account, call.region).length;
  const filter: Resource = {
    id,
    arn: arnOf(call, 'findings-filter', id),
    tags: call.input.tags ?? {},
    settings: checked({ position: last + 1, description: '', ...given(call.input) }),
  };
  state.findingsFilters.set(filter, call.account, call.region, id);
  return { id, arn: filter.arn };
}

/** The settings of a filter that the request names. */
function given({ name, description, action, position, findingCriteria }: Json): Json {
  const settings = { name, description, action, position, findingCriteria };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function checked(settings: Json): Json {
  if (typeof settings.findingCriteria?.criterion !== 'object') throw invalid('findingCriteria must be specified');
  return {
    name: text('name', settings.name, 3, 64),
    description: text('description', settings.description, 0, 512),
    action: oneOf('action', settings.action, ['ARCHIVE', 'NOOP']),
    position: integer('position', settings.position, 1, Number.MAX_SAFE_INTEGER),
    findingCriteria: settings.findingCriteria,
  };
}
