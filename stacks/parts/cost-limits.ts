import { BudgetsBudget, type BudgetsBudgetNotification } from '@cdktf/provider-aws/lib/budgets-budget';
import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import type { Construct } from 'constructs';
import type { Budget } from '../../schema/forms/budget';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

export interface CostLimitsProps {
  readonly budget: Budget;
  /** What follows the prefix of the landing zone in the names of the budgets. With a service behind it AWS takes 100 characters. */
  readonly of: 'ai' | 'cost';
  /** Of the account: hears of it where the budget names nobody. */
  readonly email: string;
}

/**
 * Limits what the account and single services of it may cost, and watches for costs that are out of the ordinary. Everybody is told
 * by e-mail: Budgets reaches no topic of another account, and the findings topic is the security account's. Source: Cost Management
 * User Guide, budgets-sns-policy.
 */
export class CostLimits extends Part {
  private readonly prefix: string;

  constructor(scope: Construct, id: string, { budget, of, email }: CostLimitsProps) {
    super(scope, id);
    this.prefix = `${LandingZoneStack.of(this).zone.name}-${of}`;
    const emails = [...(budget.notify ?? [email])];
    this.limit(budget, emails, budget.monthlyUsd);
    for (const [service, usd] of Object.entries(budget.services)) this.limit(budget, emails, usd, service);
    if (budget.anomalies.enabled) this.watch(budget.anomalies, emails);
  }

  /** A monthly budget of one service, or of the whole account. */
  private limit(budget: Budget, emails: string[], usd: number, service?: string): void {
    const { here } = LandingZoneStack.of(this);
    const alert = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number): BudgetsBudgetNotification => ({
      comparisonOperator: 'GREATER_THAN',
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      subscriberEmailAddresses: emails,
    });
    new BudgetsBudget(this, service ? `budget-${wordsOf(service)}` : 'budget', {
      ...here.home,
      name: service ? `${this.prefix}-${service}` : this.prefix,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: String(usd),
      limitUnit: 'USD',
      costFilter: service ? [{ name: 'Service', values: [service] }] : undefined,
      // A credit would hide what models cost until the month in which it is used up.
      costTypes: { includeCredit: false, includeRefund: false },
      notification: [
        ...budget.alertsAtPercent.map((percent) => alert('ACTUAL', percent)),
        ...(budget.forecastAtPercent === 'off' ? [] : [alert('FORECASTED', budget.forecastAtPercent)]),
      ],
    });
  }

  /** Cost Anomaly Detection over each service of the account. */
  private watch({ aboveUsd, frequency, monitorArn }: Budget['anomalies'], emails: string[]): void {
    const { zone, here } = LandingZoneStack.of(this);
    const monitor =
      monitorArn ??
      new CeAnomalyMonitor(this, 'anomaly-monitor', {
        ...here.home,
        name: `${zone.name}-services`,
        monitorType: 'DIMENSIONAL',
        monitorDimension: 'SERVICE',
      }).arn;
    new CeAnomalySubscription(this, 'anomaly-subscription', {
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
}

/** `amazon-sagemaker` of `Amazon SageMaker`. */
const wordsOf = (service: string): string => (service.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
