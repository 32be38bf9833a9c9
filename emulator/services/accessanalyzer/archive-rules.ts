import type { Call, Json, Route } from '../../toolkit/untyped';
import { conflict, invalid, notFound } from './errors';
import { type AccessAnalyzerState, TIMESTAMP } from './state';

/** Archive rules of an analyzer. */
export function archiveRuleRoutes(state: AccessAnalyzerState): Route[] {
  const rules = '/analyzer/:analyzerName/archive-rule';
  const rule = `${rules}/:ruleName`;
  return [
    { method: 'PUT', path: rules, operation: 'CreateArchiveRule', handle: (call) => createArchiveRule(state, call) },
    {
      method: 'GET',
      path: rules,
      operation: 'ListArchiveRules',
      handle: (call) => ({ archiveRules: [...state.findAnalyzer(call).archiveRules].map(summary) }),
    },
    {
      method: 'GET',
      path: rule,
      operation: 'GetArchiveRule',
      handle: (call) => ({ archiveRule: summary([call.input.ruleName, findRule(state, call)]) }),
    },
    { method: 'PUT', path: rule, operation: 'UpdateArchiveRule', handle: (call) => updateArchiveRule(state, call) },
    { method: 'DELETE', path: rule, operation: 'DeleteArchiveRule', handle: (call) => deleteArchiveRule(state, call) },
  ];
}

/** The filter, when each of its criteria says how it compares. */
export function requireFilter(filter: Json | undefined): Json {
  const criteria = Object.entries(filter ?? {});
  if (filter === undefined || criteria.length === 0) throw invalid('The filter of an archive rule must not be empty');
  for (const [key, { eq, neq, contains, exists }] of criteria) {
    const lists = [eq, neq, contains].filter((values) => values !== undefined);
    if (lists.length === 0 && exists === undefined) throw invalid(`The criterion for ${key} has no operator`);
    if (lists.some(({ length }) => length < 1 || length > 20)) throw invalid(`${key} must have 1 to 20 values`);
  }
  return filter;
}

function createArchiveRule(state: AccessAnalyzerState, call: Call): Json {
  const { archiveRules } = state.findAnalyzer(call);
  const { ruleName, filter } = call.input;
  if (!/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/.test(ruleName)) throw invalid('The name of the archive rule is not valid');
  if (archiveRules.has(ruleName)) throw conflict('ArchiveRule', ruleName);
  archiveRules.set(ruleName, requireFilter(filter));
  return {};
}

function updateArchiveRule(state: AccessAnalyzerState, call: Call): Json {
  findRule(state, call);
  state.findAnalyzer(call).archiveRules.set(call.input.ruleName, requireFilter(call.input.filter));
  return {};
}

function deleteArchiveRule(state: AccessAnalyzerState, call: Call): Json {
  findRule(state, call);
  state.findAnalyzer(call).archiveRules.delete(call.input.ruleName);
  return {};
}

function findRule(state: AccessAnalyzerState, call: Call): Json {
  const filter = state.findAnalyzer(call).archiveRules.get(call.input.ruleName);
  if (filter === undefined) throw notFound('ArchiveRule', call.input.ruleName);
  return filter;
}

const summary = ([ruleName, filter]: [string, Json]): Json => ({
  ruleName,
  filter,
  createdAt: TIMESTAMP,
  updatedAt: TIMESTAMP,
});
