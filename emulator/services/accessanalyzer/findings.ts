import type { AnalyzerOperations } from './api';
import { invalid } from './errors';
import { type AccessAnalyzerState, isExternal } from './state';

/** Findings, of which there are none: nothing is analyzed here, and nothing previewed. */
export const findingOperations = (state: AccessAnalyzerState): AnalyzerOperations => ({
  ListFindings: (call) => {
    if (!isExternal(state.findByArn(call, call.input.analyzerArn).type))
      throw invalid('ListFindings is supported only for external access analyzers', 'notSupported');
    return { findings: [] };
  },
  ListAnalyzedResources: (call) => {
    state.findByArn(call, call.input.analyzerArn);
    return { analyzedResources: [] };
  },
  ListAccessPreviews: (call) => {
    state.findByArn(call, call.input.analyzerArn);
    return { accessPreviews: [] };
  },
  ListFindingsV2: (call) => {
    state.findByArn(call, call.input.analyzerArn);
    return { findings: [] };
  },
});
