import type { GuardDutyOperations } from './api';
import type { DetectorCall, GuardDutyState } from './state';

/** What a detector would have if anything here made it: lists of addresses and of entities, coverage, scans and findings. */
export const emptyOperations = (state: GuardDutyState): GuardDutyOperations => {
  const ofDetector =
    <Answer extends object>(answer: Answer) =>
    (call: DetectorCall): Answer => {
      state.findDetector(call);
      return answer;
    };
  return {
    ListIPSets: ofDetector({ ipSetIds: [] }),
    ListThreatIntelSets: ofDetector({ threatIntelSetIds: [] }),
    ListThreatEntitySets: ofDetector({ threatEntitySetIds: [] }),
    ListTrustedEntitySets: ofDetector({ trustedEntitySetIds: [] }),
    ListCoverage: ofDetector({ resources: [] }),
    DescribeMalwareScans: ofDetector({ scans: [] }),
    GetFindings: ofDetector({ findings: [] }),
  };
};
