import type { ConfigOperations } from './api';
import { invalidParameter } from './errors';
import { noSuchPack } from './packs';
import { noSuchRule, unevaluated } from './rules';
import { type ConfigState, describe, find } from './state';

/** What comes of evaluations and recordings. None takes place here, which AWS says in the same words of rules that never ran. */
export const complianceOperations = (state: ConfigState): ConfigOperations => ({
  DescribeConfigRuleEvaluationStatus: (call) => ({
    ConfigRulesEvaluationStatus: describe(state.rules, call, call.input.ConfigRuleNames, noSuchRule).map((rule) => ({
      ConfigRuleName: rule.ConfigRuleName,
      ConfigRuleArn: rule.ConfigRuleArn,
      ConfigRuleId: rule.ConfigRuleId,
      FirstEvaluationStarted: false,
    })),
  }),
  DescribeComplianceByResource: () => ({ ComplianceByResources: [] }),
  GetComplianceDetailsByConfigRule: (call) => {
    find(state.rules, call, call.input.ConfigRuleName, noSuchRule);
    return { EvaluationResults: [] };
  },
  GetComplianceDetailsByResource: ({ input: { ResourceType, ResourceId, ResourceEvaluationId } }) => {
    if (!ResourceEvaluationId && !(ResourceType && ResourceId))
      throw invalidParameter('Either ResourceEvaluationId or ResourceType and ResourceId have to be specified.');
    return { EvaluationResults: [] };
  },
  GetComplianceSummaryByConfigRule: () => ({ ComplianceSummary: nothing(state) }),
  GetComplianceSummaryByResourceType: ({ input: { ResourceTypes: types = [] } }) => ({
    ComplianceSummariesByResourceType: types.map((ResourceType) => ({
      ResourceType,
      ComplianceSummary: nothing(state),
    })),
  }),
  DescribeConformancePackCompliance: (call) => {
    const { rules } = find(state.packs, call, call.input.ConformancePackName, noSuchPack);
    return {
      ConformancePackName: call.input.ConformancePackName,
      ConformancePackRuleComplianceList: rules.map((ConfigRuleName) => ({
        ConfigRuleName,
        ComplianceType: unevaluated,
        Controls: [],
      })),
    };
  },
  GetConformancePackComplianceDetails: (call) => {
    const { details } = find(state.packs, call, call.input.ConformancePackName, noSuchPack);
    return { ConformancePackName: details.ConformancePackName, ConformancePackRuleEvaluationResults: [] };
  },
  GetConformancePackComplianceSummary: (call) => ({
    ConformancePackComplianceSummaryList: describe(state.packs, call, call.input.ConformancePackNames, noSuchPack).map(
      ({ details }) => ({
        ConformancePackName: details.ConformancePackName,
        ConformancePackComplianceStatus: unevaluated,
      }),
    ),
  }),
  ListConformancePackComplianceScores: ({ account, region }) => ({
    ConformancePackComplianceScores: state.packs.list(account, region).map(({ details }) => ({
      ConformancePackName: details.ConformancePackName,
      Score: unevaluated,
    })),
  }),
  GetDiscoveredResourceCounts: () => ({ totalDiscoveredResources: 0, resourceCounts: [] }),
  ListDiscoveredResources: () => ({ resourceIdentifiers: [] }),
});

const nothing = ({ world }: ConfigState) => ({
  CompliantResourceCount: { CappedCount: 0, CapExceeded: false },
  NonCompliantResourceCount: { CappedCount: 0, CapExceeded: false },
  ComplianceSummaryTimestamp: world.clock.seconds(),
});
