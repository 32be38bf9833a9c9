import type { Condition } from '@aws-sdk/client-guardduty';
import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { GuardDutyOperations, Input, Shape } from './api';
import { badRequest, invalidParameter, memberMayNotManage, notFound } from './errors';
import { pageOf } from './lists';
import type { Detector, DetectorCall, Filter, GuardDutyState } from './state';
import { checkTags } from './tags';

type Settings = Omit<Filter, 'name' | 'tags'>;

/** Filters; member accounts have none of their own. */
export const filterOperations = (state: GuardDutyState): GuardDutyOperations => ({
  CreateFilter: (call) => createFilter(findManaged(state, call), call.input),
  ListFilters: (call) => {
    const { items, token } = pageOf([...state.findDetector(call).filters.keys()], call.input);
    return { filterNames: items, ...token };
  },
  GetFilter: (call) => {
    const { name, action, tags, findingCriteria, ...others } = findFilter(state.findDetector(call), call.input);
    return { name, action, findingCriteria, tags: tagRecord(tags), ...others };
  },
  UpdateFilter: (call) => updateFilter(findManaged(state, call), call.input),
  DeleteFilter: (call) => {
    const detector = findManaged(state, call);
    detector.filters.delete(findFilter(detector, call.input).name);
    rankFilters(detector.filters);
    return {};
  },
});

/** The detector of the path, when its account may customize findings. */
function findManaged(state: GuardDutyState, call: DetectorCall): Detector {
  if (state.membershipOf(call)) throw memberMayNotManage();
  return state.findDetector(call);
}

function createFilter({ filters }: Detector, input: Input<'CreateFilter'>) {
  const { name = '' } = input;
  if (!/^[\w.-]{3,64}$/.test(name)) throw invalidParameter('name');
  const settings = checkedSettings(input, { action: 'NOOP', rank: 1, findingCriteria: undefined });
  if (filters.has(name))
    throw badRequest('The request is rejected because a filter with the given name already exists.');
  if (filters.size >= 100) throw badRequest('The request is rejected because filter limit has exceeded.');
  if (settings.rank > filters.size + 1) throw rankOutOfBounds();
  const tags = tagsOfRecord(input.tags);
  checkTags(tags);
  rankFilters(filters, { name, tags, ...settings });
  return { name };
}

function updateFilter(detector: Detector, input: Input<'UpdateFilter'>) {
  const { name, tags, ...before } = findFilter(detector, input);
  const settings = checkedSettings(input, before);
  if (settings.rank > detector.filters.size) throw rankOutOfBounds();
  rankFilters(detector.filters, { name, tags, ...settings });
  return { name };
}

/**
 * Keeps the ranks gapless from 1: a filter that is placed moves those behind it, and one that is gone lets them up.
 * That ranks have no gaps has been seen (hashicorp/terraform-provider-aws#49127); how they move follows from it.
 */
function rankFilters(filters: Detector['filters'], placed?: Filter): void {
  const order = [...filters.values()].filter(({ name }) => name !== placed?.name).sort((a, b) => a.rank - b.rank);
  if (placed) order.splice(placed.rank - 1, 0, placed);
  order.forEach((filter, index) => {
    filters.set(filter.name, { ...filter, rank: index + 1 });
  });
}

const rankOutOfBounds = () => badRequest('The request is rejected because the parameter rank is out-of-bounds.');

function findFilter({ filters }: Detector, { filterName = '' }: { readonly filterName?: string | undefined }): Filter {
  const filter = filters.get(filterName);
  if (filter === undefined) throw notFound();
  return filter;
}

/** The settings that a request names, and for the others those that hold. */
function checkedSettings(wish: Partial<Settings>, held: Settings): Settings {
  const {
    action,
    description = '',
    rank,
    findingCriteria,
  }: Settings = {
    action: wish.action ?? held.action,
    description: wish.description ?? held.description,
    rank: wish.rank ?? held.rank,
    findingCriteria: wish.findingCriteria ?? held.findingCriteria,
  };
  if (action !== 'NOOP' && action !== 'ARCHIVE') throw invalidParameter('action');
  if (description.length > 512) throw invalidParameter('description');
  if (!Number.isInteger(rank) || rank < 1 || rank > 100) throw invalidParameter('rank');
  const conditions = Object.values(findingCriteria?.criterion ?? {});
  if (conditions.length === 0 || !conditions.every(isCondition)) throw invalidParameter('findingCriteria');
  return { action, description: wish.description ?? held.description, rank, findingCriteria };
}

/** Whether a condition compares with something, and with 50 values at most. */
function isCondition(condition: Shape<Condition>): boolean {
  const operands = Object.values(condition);
  return operands.length > 0 && operands.every((operand) => !Array.isArray(operand) || operand.length <= 50);
}
