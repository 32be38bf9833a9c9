import type { AnalyzerOperations } from './api';
import { invalid } from './errors';
import { type AccessAnalyzerState, isExternal } from './state';

/** Findings, of which there are none: nothing is shared here. */
export const findingOperations = (state: AccessAnalyzerState): AnalyzerOperations => ({
  ListFindings: (call) => {
    if (!isExternal(state.findByArn(call, call.input.analyzerArn).type))
      throw invalid('ListFindings is supported only for external access analyzers', 'notSupported');
    return { findings: [] };
  },
  ListFindingsV2: (call) => {
    state.findByArn(call, call.input.analyzerArn);
    return { findings: [] };
  },
});
