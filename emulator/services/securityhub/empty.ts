import type { SecurityHubOperations } from './api';
import { notFound } from './errors';

/** What would be in a hub if anything here made it: findings, insights, actions, rules and invitations of one's own. */
export const emptyOperations = (): SecurityHubOperations => ({
  GetFindings: () => ({ Findings: [] }),
  GetInsights: ({ input: { InsightArns: [arn] = [] } }) => {
    if (arn !== undefined) throw notFound(`Insight ${arn} not found`);
    return { Insights: [] };
  },
  DescribeActionTargets: ({ input: { ActionTargetArns: [arn] = [] } }) => {
    if (arn !== undefined) throw notFound(`Action target ${arn} not found`);
    return { ActionTargets: [] };
  },
  ListAutomationRules: () => ({ AutomationRulesMetadata: [] }),
  ListInvitations: () => ({ Invitations: [] }),
  GetInvitationsCount: () => ({ InvitationsCount: 0 }),
});
