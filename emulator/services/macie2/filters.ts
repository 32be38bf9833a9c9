import { arnOf } from '../../toolkit/arn';
import { newUuid } from '../../toolkit/ids';
import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { MacieCall, MacieOperations } from './api';
import { invalid } from './errors';
import { integer, oneOf, text } from './input';
import { type FindingsFilter, findIn, type MacieState } from './state';

/** Findings filters, which suppress findings or keep a query by its name. */
export const findingsFilterOperations = (state: MacieState): MacieOperations => ({
  CreateFindingsFilter: (call) => create(state, call),
  ListFindingsFilters: ({ account, region }) => ({
    findingsFilterListItems: state.filters
      .list(account, region)
      .map(({ id, arn, tags, settings: { name, action } }) => ({ id, arn, name, action, tags: tagRecord(tags) })),
  }),
  GetFindingsFilter: (call) => {
    const { id, arn, tags, settings } = findIn(state.filters, call, call.input.id);
    return { id, arn, tags: tagRecord(tags), ...settings };
  },
  UpdateFindingsFilter: (call) => {
    const filter = findIn(state.filters, call, call.input.id);
    filter.settings = checked(call.input, filter.settings);
    return { id: filter.id, arn: filter.arn };
  },
  DeleteFindingsFilter: (call) => {
    const { id } = findIn(state.filters, call, call.input.id);
    state.filters.delete(call.account, call.region, id);
    return {};
  },
});

function create(state: MacieState, call: MacieCall<'CreateFindingsFilter'>) {
  const { account, region, input } = call;
  const id = newUuid(state.world.newId);
  const arn = arnOf('macie2', call, `findings-filter/${id}`);
  const last = state.filters.list(account, region).length;
  const usual = { position: last + 1, name: undefined, action: undefined, findingCriteria: undefined };
  const filter = { id, arn, tags: tagsOfRecord(input.tags), settings: checked(input, usual) };
  state.filters.set(filter, account, region, id);
  return { id, arn };
}

/** The settings that a request names, and for the others those that hold. */
function checked(
  wish: Partial<FindingsFilter['settings']>,
  held: FindingsFilter['settings'],
): FindingsFilter['settings'] {
  const findingCriteria = wish.findingCriteria ?? held.findingCriteria;
  if (typeof findingCriteria?.criterion !== 'object') throw invalid('findingCriteria must be specified');
  return {
    name: text('name', wish.name ?? held.name, 3, 64),
    description: text('description', wish.description ?? held.description ?? '', 0, 512),
    action: oneOf('action', wish.action ?? held.action, ['ARCHIVE', 'NOOP']),
    position: integer('position', wish.position ?? held.position, 1, Number.MAX_SAFE_INTEGER),
    findingCriteria,
  };
}
