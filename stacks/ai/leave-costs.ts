import type { Budget } from '../../schema/forms/budget';
import type { LandingZoneStack } from '../kernel/landing-zone-stack';
import { forget } from '../kernel/state-moves';
import { wordsOf } from '../parts/cost-limits';

/**
 * Release 0.1.0 made budgets and monitors here, in the account itself, where `compliance` waited for them. The stack `cost` has its own now;
 * what was made stays in AWS, and Terraform forgets it.
 */
export function leaveCosts(stack: LandingZoneStack, budget: Budget | undefined): void {
  if (!budget) return;
  const services = Object.keys(budget.services).map((service) => `budget-${wordsOf(service)}`);
  for (const id of ['budget', ...services]) forget(stack, `aws_budgets_budget.${id}`);
  forget(stack, 'aws_ce_anomaly_monitor.anomaly-monitor');
  forget(stack, 'aws_ce_anomaly_subscription.anomaly-subscription');
}
