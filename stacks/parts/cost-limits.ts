import { BudgetsBudget, type BudgetsBudgetNotification } from '@cdktf/provider-aws/lib/budgets-budget';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Limit } from '../../schema/forms/budget';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Costs that count, by a dimension that Budgets knows: `LinkedAccount`, `TagKeyValue`. */
export interface CostFilter {
  readonly name: string;
  readonly values: readonly string[];
}

export interface CostLimitsProps {
  readonly limit: Limit;
  /** Of the budget; those of single services are named after it. With a service behind it AWS takes 100 characters. */
  readonly name: string;
  /** Hears of it where the limit names nobody. */
  readonly email: string;
  /** @default - everything that the stack's account pays for */
  readonly only?: readonly CostFilter[];
  /** @default - nothing */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * A monthly budget, and one of each service that has its own. Everybody is told by e-mail: Budgets reaches no topic of another account,
 * and the findings topic is the security account's. Source: Cost Management User Guide, budgets-sns-policy.
 */
export class CostLimits extends Part {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: CostLimitsProps,
  ) {
    super(scope, id);
    const { limit, name, only = [] } = props;
    this.make(id, name, limit.monthlyUsd, only);
    for (const [service, usd] of Object.entries(limit.services))
      this.make(`${id}_${wordsOf(service)}`, `${name}-${service}`, usd, [
        ...only,
        { name: 'Service', values: [service] },
      ]);
  }

  private make(id: string, name: string, usd: number, only: readonly CostFilter[]): void {
    const { limit, email, after = [] } = this.props;
    const { here } = LandingZoneStack.of(this);
    const alert = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number): BudgetsBudgetNotification => ({
      comparisonOperator: 'GREATER_THAN',
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      subscriberEmailAddresses: [...(limit.notify ?? [email])],
    });
    new BudgetsBudget(this, id, {
      ...here.home,
      name,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: String(usd),
      limitUnit: 'USD',
      costFilter: only.length > 0 ? only.map(({ name, values }) => ({ name, values: [...values] })) : undefined,
      // A credit would hide what models cost until the month in which it is used up.
      costTypes: { includeCredit: false, includeRefund: false },
      notification: [
        ...limit.alertsAtPercent.map((percent) => alert('ACTUAL', percent)),
        ...(limit.forecastAtPercent === 'off' ? [] : [alert('FORECASTED', limit.forecastAtPercent)]),
      ],
      dependsOn: after.length > 0 ? [...after] : undefined,
    });
  }
}

/** `amazon-sagemaker` of `Amazon SageMaker`. */
export const wordsOf = (service: string): string => (service.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
