import type { ArchiveRuleSummary } from '@aws-sdk/client-accessanalyzer';
import type { AnalyzerCall, AnalyzerOperations, Shape } from './api';
import { conflict, invalid, notFound } from './errors';
import type { AccessAnalyzerState, Analyzer, ArchiveRule, Filter } from './state';

/** Archive rules of an analyzer. */
export const archiveRuleOperations = (state: AccessAnalyzerState): AnalyzerOperations => ({
  CreateArchiveRule: (call) => create(state, call),
  ListArchiveRules: (call) => ({
    archiveRules: [...state.findAnalyzer(call, call.input.analyzerName).archiveRules].map(summary),
  }),
  GetArchiveRule: (call) => {
    const { analyzerName, ruleName = '' } = call.input;
    return { archiveRule: summary([ruleName, findRule(state.findAnalyzer(call, analyzerName), ruleName)]) };
  },
  UpdateArchiveRule: (call) => {
    const { analyzerName, ruleName = '', filter } = call.input;
    const analyzer = state.findAnalyzer(call, analyzerName);
    const { created } = findRule(analyzer, ruleName);
    analyzer.archiveRules.set(ruleName, { ...newRule(state, filter), created });
    return {};
  },
  DeleteArchiveRule: (call) => {
    const { analyzerName, ruleName = '' } = call.input;
    const analyzer = state.findAnalyzer(call, analyzerName);
    findRule(analyzer, ruleName);
    analyzer.archiveRules.delete(ruleName);
    return {};
  },
});

/** A rule as it begins, when each criterion of its filter says how it compares. */
export function newRule({ world }: AccessAnalyzerState, filter: Filter = {}): ArchiveRule {
  const criteria = Object.entries(filter);
  if (criteria.length === 0) throw invalid('The filter of an archive rule must not be empty');
  for (const [key, { eq, neq, contains, exists }] of criteria) {
    const lists = [eq, neq, contains].filter((values) => values !== undefined);
    if (lists.length === 0 && exists === undefined) throw invalid(`The criterion for ${key} has no operator`);
    if (lists.some(({ length }) => length < 1 || length > 20)) throw invalid(`${key} must have 1 to 20 values`);
  }
  return { filter, created: world.clock.iso(), updated: world.clock.iso() };
}

function create(state: AccessAnalyzerState, call: AnalyzerCall<'CreateArchiveRule'>) {
  const { analyzerName, ruleName = '', filter } = call.input;
  const { archiveRules } = state.findAnalyzer(call, analyzerName);
  if (!/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/.test(ruleName)) throw invalid('The name of the archive rule is not valid');
  if (archiveRules.has(ruleName)) throw conflict('ArchiveRule', ruleName);
  archiveRules.set(ruleName, newRule(state, filter));
  return {};
}

function findRule({ archiveRules }: Analyzer, name: string): ArchiveRule {
  const rule = archiveRules.get(name);
  if (rule === undefined) throw notFound('ArchiveRule', name);
  return rule;
}

const summary = ([ruleName, { filter, created, updated }]: readonly [
  string,
  ArchiveRule,
]): Shape<ArchiveRuleSummary> => ({ ruleName, filter, createdAt: created, updatedAt: updated });
