import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import type { Construct } from 'constructs';
import type { Budget } from '../../schema/forms/budget';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

export interface AnomalyWatchProps {
  readonly anomalies: Budget['anomalies'];
  /** Of the monitor and the subscription. */
  readonly name: string;
  readonly emails: readonly string[];
  /** The account that is watched, by the one that pays for it. @default - each service of the stack's own account */
  readonly accountId?: string;
}

/** Cost Anomaly Detection: costs that are out of the ordinary, whatever the budget says. */
export class AnomalyWatch extends Part {
  constructor(scope: Construct, id: string, { anomalies, name, emails, accountId }: AnomalyWatchProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const { aboveUsd, frequency, monitorArn } = anomalies;
    const monitor =
      monitorArn ??
      new CeAnomalyMonitor(this, `${id}-monitor`, {
        ...here.home,
        name,
        ...(accountId ? ofAccount(accountId) : ofServices),
      }).arn;
    new CeAnomalySubscription(this, `${id}-subscription`, {
      ...here.home,
      name,
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

/** AWS allows one such monitor in an account. */
const ofServices = { monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' };

/** With every member that the provider reads back, or it plans another monitor: terraform-provider-aws, ce_anomaly_monitor, "Custom Example". */
const ofAccount = (accountId: string) => ({
  monitorType: 'CUSTOM',
  monitorSpecification: JSON.stringify({
    And: null,
    CostCategories: null,
    Dimensions: { Key: 'LINKED_ACCOUNT', MatchOptions: null, Values: [accountId] },
    Not: null,
    Or: null,
    Tags: null,
  }),
});
