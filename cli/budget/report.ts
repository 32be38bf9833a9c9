import { describeBudget, type NodeBudget, type PolicyBudget, policyBudget } from '../../policy/guardrails/budget';
import { authorizationKinds, type QuotaSet } from '../../policy/guardrails/policy-kinds';
import { counted, describeTargets } from '../../policy/guardrails/policy-problems';
import { scpQuotas } from '../../schema/facts/quotas';
import type { LandingZone } from '../../schema/landing-zone';
import { describeProblem } from '../../schema/problems/problem';
import { table } from '../kit/table';

/** The budgets under every set of quotas, with the set that the organization is under. */
export interface BudgetReport {
  readonly inForce: QuotaSet;
  /** Whether everything fits the quotas in force. */
  readonly fits: boolean;
  readonly budgets: readonly PolicyBudget[];
}

export function budgetReport(zone: LandingZone): BudgetReport {
  const inForce = zone.organization.scpQuota;
  const budgets = (Object.keys(scpQuotas) as QuotaSet[]).map((quotaSet) => policyBudget(zone, quotaSet));
  const fits = budgets.every(({ quotaSet, problems }) => quotaSet !== inForce || problems.length === 0);
  return { inForce, fits, budgets };
}

/** The report as a person reads it: a table for each set of quotas, and below it what does not fit. */
export const describeReport = ({ inForce, budgets }: BudgetReport, width?: number): string =>
  budgets.map((budget) => describeSet(budget, budget.quotaSet === inForce, width)).join('\n\n');

function describeSet({ quotaSet, nodes, problems }: PolicyBudget, inForce: boolean, width?: number): string {
  const tightest = [...nodes].sort((a, b) => a.headroom - b.headroom).slice(0, 1);
  return [
    `Quotas ${quotaSet}${inForce ? ', in force' : ''}`,
    tableOf(nodes, width),
    ...(problems.length > 0
      ? [`Does not fit:\n\n${problems.map(describeProblem).join('\n\n')}`]
      : tightest.map((node) => `Fits. The tightest is ${describeBudget(node)}.`)),
  ].join('\n');
}

function tableOf(nodes: readonly NodeBudget[], width?: number): string {
  // Where the settings choose the quota, a node without documents is worth a line too.
  const shown = nodes.filter(({ type, documents }) => authorizationKinds[type].quotaSetting || documents > 0);
  return table(
    {
      head: ['node', 'type', 'documents', 'free', 'characters', 'headroom'],
      right: ['documents', 'free', 'characters', 'headroom'],
      rows: shown.map(({ targets, type, documents, slots, freeSlots, characters, capacity, headroom }) => [
        describeTargets(targets),
        authorizationKinds[type].label,
        `${documents} of ${slots}`,
        freeSlots,
        `${counted(characters)} of ${counted(capacity)}`,
        `${headroom} %`,
      ]),
    },
    width,
  );
}
