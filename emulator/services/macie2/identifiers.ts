import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid, notFound } from './errors';
import { integer, oneOf, text, texts } from './input';
import { arnOf, type MacieState, type Resource, route, TIMESTAMP } from './state';

/** Custom data identifiers, with the limits that Macie sets on them. */
export function customDataIdentifierRoutes(state: MacieState): Route[] {
  const path = '/custom-data-identifiers';
  const find = (call: Call) => state.find(state.customDataIdentifiers, call, call.input.id);
  return [
    route(state, 'POST', path, 'CreateCustomDataIdentifier', (call) => create(state, call)),
    route(state, 'GET', `${path}/:id`, 'GetCustomDataIdentifier', (call) => {
      const { settings, ...resource } = find(call);
      return { ...resource, ...settings };
    }),
    route(state, 'DELETE', `${path}/:id`, 'DeleteCustomDataIdentifier', (call) => {
      const identifier = find(call);
      if (isDeleted(identifier)) throw notFound();
      // Macie keeps the identifier, so that findings which it produced can still be explained.
      identifier.settings.deleted = true;
      return {};
    }),
    route(state, 'POST', `${path}/list`, 'ListCustomDataIdentifiers', ({ account, region }) => ({
      items: state.customDataIdentifiers
        .list(account, region)
        .filter((identifier) => !isDeleted(identifier))
        .map(({ id, arn, settings: { name, description, createdAt } }) => ({ id, arn, name, description, createdAt })),
    })),
  ];
}

/** Whether the identifier was deleted, after which no new job can use it. */
export function isDeleted(identifier: Resource): boolean {
  return identifier.settings.deleted === true;
}

function create(state: MacieState, call: Call): Json {
  const { input } = call;
  const id = state.newUuid();
  const settings = {
    name: text('name', input.name, 1, 128),
    regex: text('regex', input.regex, 1, 512),
    description: text('description', input.description ?? '', 0, 512),
    keywords: texts('keywords', input.keywords, 50, 3, 90),
    ignoreWords: texts('ignoreWords', input.ignoreWords, 10, 4, 90),
    maximumMatchDistance: integer('maximumMatchDistance', input.maximumMatchDistance ?? 50, 1, 300),
    severityLevels: severityLevels(input.severityLevels),
    createdAt: TIMESTAMP,
    deleted: false,
  };
  const arn = arnOf(call, 'custom-data-identifier', id);
  state.customDataIdentifiers.set({ id, arn, tags: input.tags ?? {}, settings }, call.account, call.region, id);
  return { customDataIdentifierId: id };
}

function severityLevels(levels: Json[] = [{ occurrencesThreshold: 1, severity: 'MEDIUM' }]): Json[] {
  if (levels.length > 3) throw invalid('severityLevels can contain as many as 3 values');
  for (const { occurrencesThreshold, severity } of levels) {
    integer('occurrencesThreshold', occurrencesThreshold, 1, Number.MAX_SAFE_INTEGER);
    oneOf('severity', severity, ['LOW', 'MEDIUM', 'HIGH']);
  }
  return levels;
}
