import { BudgetsBudget, type BudgetsBudgetNotification } from '@cdktf/provider-aws/lib/budgets-budget';
import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import type { Budget } from '../../schema/forms/ai/budget';
import type { AiContext } from './context';

/**
 * Limits what the account and single services of it may cost, and watches for costs that are out of the ordinary. Everybody is told
 * by e-mail: Budgets reaches no topic of another account, and the findings topic is the security account's. Source: Cost Management
 * User Guide, budgets-sns-policy.
 */
export function makeBudget(context: AiContext): void {
  const { account } = context;
  const { budget } = account.ai;
  if (!budget) return;
  const emails = [...(budget.notify ?? [account.email])];
  limit(context, budget, emails, budget.monthlyUsd);
  for (const [service, usd] of Object.entries(budget.services)) limit(context, budget, emails, usd, service);
  if (budget.anomalies.enabled) watch(context, budget.anomalies, emails);
}

/** A monthly budget of one service, or of the whole account. */
function limit(
  { stack, zone, here }: AiContext,
  budget: Budget,
  emails: string[],
  usd: number,
  service?: string,
): void {
  const id = service ? `budget-${wordsOf(service)}` : 'budget';
  const alert = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number): BudgetsBudgetNotification => ({
    comparisonOperator: 'GREATER_THAN',
    notificationType,
    threshold,
    thresholdType: 'PERCENTAGE',
    subscriberEmailAddresses: emails,
  });
  new BudgetsBudget(stack, id, {
    ...here.home,
    name: service ? `${zone.name}-ai-${service}` : `${zone.name}-ai`,
    budgetType: 'COST',
    timeUnit: 'MONTHLY',
    limitAmount: String(usd),
    limitUnit: 'USD',
    costFilter: service ? [{ name: 'Service', values: [service] }] : undefined,
    // A credit would hide what models cost until the month in which it is used up.
    costTypes: { includeCredit: false, includeRefund: false },
    notification: [
      ...budget.alertsAtPercent.map((percent) => alert('ACTUAL', percent)),
      alert('FORECASTED', budget.forecastAtPercent),
    ],
  });
}

/** Cost Anomaly Detection over each service of the account. */
function watch({ stack, zone, here }: AiContext, anomalies: Budget['anomalies'], emails: string[]): void {
  const { aboveUsd, frequency, monitorArn } = anomalies;
  const monitor =
    monitorArn ??
    new CeAnomalyMonitor(stack, 'anomaly-monitor', {
      ...here.home,
      name: `${zone.name}-services`,
      monitorType: 'DIMENSIONAL',
      monitorDimension: 'SERVICE',
    }).arn;
  new CeAnomalySubscription(stack, 'anomaly-subscription', {
    ...here.home,
    name: `${zone.name}-anomalies`,
    frequency,
    monitorArnList: [monitor],
    subscriber: emails.map((address) => ({ type: 'EMAIL', address })),
    thresholdExpression: {
      dimension: {
        key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
        matchOptions: ['GREATER_THAN_OR_EQUAL'],
        values: [String(aboveUsd)],
      },
    },
  });
}

/** `amazon-sagemaker` of `Amazon SageMaker`. */
const wordsOf = (service: string): string => (service.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
