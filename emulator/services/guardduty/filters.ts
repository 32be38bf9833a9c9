import type { Call, Json, Route } from '../../toolkit/untyped';
import { badRequest, invalidParameter, memberMayNotManage } from './errors';
import { page, route } from './routes';
import type { Detector, GuardDutyState } from './state';
import { checkTags } from './tags';

/** Filters, which suppress findings when their action is ARCHIVE; member accounts have none of their own. */
export function filterRoutes(state: GuardDutyState): Route[] {
  const filters = '/detector/:detectorId/filter';
  return [
    route('POST', filters, 'CreateFilter', (call) => createFilter(findManaged(state, call), call.input)),
    route('GET', filters, 'ListFilters', (call) =>
      page('filterNames', [...state.findDetector(call).filters.keys()], call.input),
    ),
    route('GET', `${filters}/:filterName`, 'GetFilter', (call) => findFilter(state.findDetector(call), call.input)),
    route('POST', `${filters}/:filterName`, 'UpdateFilter', (call) => {
      const detector = findManaged(state, call);
      const { name, tags, ...before } = findFilter(detector, call.input);
      const filter: Json = { name, tags, ...checkFilter({ ...before, ...definition(call.input) }) };
      if (filter.rank > detector.filters.size) throw rankOutOfBounds();
      rankFilters(detector.filters, filter);
      return { name };
    }),
    route('DELETE', `${filters}/:filterName`, 'DeleteFilter', (call) => {
      const detector = findManaged(state, call);
      detector.filters.delete(findFilter(detector, call.input).name);
      rankFilters(detector.filters);
      return {};
    }),
  ];
}

/** The detector of the path, when its account may customize findings. */
function findManaged(state: GuardDutyState, call: Call): Detector {
  if (state.membershipOf(call.account, call.region)) throw memberMayNotManage();
  return state.findDetector(call);
}

function createFilter({ filters }: Detector, input: Json): Json {
  const { name } = input;
  if (!/^[\w.-]{3,64}$/.test(name ?? '')) throw invalidParameter('name');
  const filter = checkFilter({ action: 'NOOP', rank: 1, ...definition(input) });
  if (filters.has(name)) {
    throw badRequest('The request is rejected because a filter with the given name already exists.');
  }
  if (filters.size >= 100) throw badRequest('The request is rejected because filter limit has exceeded.');
  if (filter.rank > filters.size + 1) throw rankOutOfBounds();
  rankFilters(filters, { name, tags: checkTags(input.tags ?? {}), ...filter });
  return { name };
}

/**
 * Keeps the ranks gapless from 1: a filter that is placed moves those behind it, and one that is gone lets them up.
 * That ranks have no gaps has been seen (hashicorp/terraform-provider-aws#49127); how they move follows from it.
 */
function rankFilters(filters: Detector['filters'], placed?: Json): void {
  const order = [...filters.values()].filter(({ name }) => name !== placed?.name).sort((a, b) => a.rank - b.rank);
  if (placed) order.splice(placed.rank - 1, 0, placed);
  order.forEach((filter, index) => {
    filters.set(filter.name, { ...filter, rank: index + 1 });
  });
}

const rankOutOfBounds = () => badRequest('The request is rejected because the parameter rank is out-of-bounds.');

function findFilter({ filters }: Detector, input: Json): Json {
  const filter = filters.get(input.filterName);
  if (filter === undefined) throw badRequest('The request is rejected since no such resource found.');
  return filter;
}

function definition(input: Json): Json {
  const members = ['action', 'description', 'findingCriteria', 'rank'];
  return Object.fromEntries(members.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]));
}

function checkFilter(filter: Json): Json {
  const { action, description = '', rank, findingCriteria } = filter;
  if (!['NOOP', 'ARCHIVE'].includes(action)) throw invalidParameter('action');
  if (description.length > 512) throw invalidParameter('description');
  if (!Number.isInteger(rank) || rank < 1 || rank > 100) throw invalidParameter('rank');
  const conditions = Object.values(findingCriteria?.criterion ?? {});
  if (conditions.length === 0 || !conditions.every(isCondition)) throw invalidParameter('findingCriteria');
  return filter;
}

/** Whether a condition compares with something, and with 50 values at most. */
function isCondition(condition: unknown): boolean {
  const operands = Object.values(condition as Json);
  return operands.length > 0 && operands.every((operand) => !Array.isArray(operand) || operand.length <= 50);
}
