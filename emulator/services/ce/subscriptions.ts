import type { Call, Handler, Json } from '../../toolkit/untyped';
import { findMonitor } from './monitors';
import { type CostExplorerState, idOf, invalid, type Resource, unknown } from './state';

/** Subscriptions to anomaly monitors: who hears, how often, and from which cost on. */
export function subscriptionOperations(state: CostExplorerState): Record<string, Handler> {
  return {
    CreateAnomalySubscription: (call) => {
      const settings = checked(state, call, call.input.AnomalySubscription);
      return { SubscriptionArn: state.create(state.subscriptions, call, 'anomalysubscription', settings).arn };
    },
    GetAnomalySubscriptions: (call) => ({
      AnomalySubscriptions: (call.input.SubscriptionArnList
        ? call.input.SubscriptionArnList.map((arn: string) => find(state, call, arn))
        : state.subscriptions.list(call.account)
      ).map(({ arn, settings }: Resource) => ({ ...settings, SubscriptionArn: arn, AccountId: call.account })),
    }),
    UpdateAnomalySubscription: (call) => {
      const { SubscriptionArn, ...changes } = call.input;
      const subscription = find(state, call, SubscriptionArn);
      subscription.settings = checked(state, call, { ...subscription.settings, ...changes });
      return { SubscriptionArn };
    },
    DeleteAnomalySubscription: (call) => {
      state.subscriptions.delete(call.account, idOf(find(state, call, call.input.SubscriptionArn).arn));
      return {};
    },
  };
}

function find(state: CostExplorerState, { account }: Call, arn: string): Resource {
  const subscription = state.subscriptions.get(account, idOf(arn));
  if (subscription?.arn !== arn) throw unknown('Subscription', arn);
  return subscription;
}

function checked(state: CostExplorerState, call: Call, subscription: Json): Json {
  const { SubscriptionName, MonitorArnList = [], Subscribers = [], Frequency, ThresholdExpression } = subscription;
  if (!SubscriptionName) throw invalid('Subscription name is missing');
  if (MonitorArnList.length === 0 || Subscribers.length === 0) throw invalid('Monitors or subscribers are missing');
  for (const arn of MonitorArnList) findMonitor(state, call, arn);
  if (!['DAILY', 'IMMEDIATE', 'WEEKLY'].includes(Frequency)) throw invalid(`Unknown frequency ${Frequency}`);
  // Source: service model of Cost Explorer, AnomalySubscription, `Frequency`.
  const type = Frequency === 'IMMEDIATE' ? 'SNS' : 'EMAIL';
  if (Subscribers.some(({ Type }: Json) => Type !== type))
    throw invalid(`Notifications of frequency ${Frequency} are sent by ${type} only`);
  if (!ThresholdExpression) throw invalid('Threshold and ThresholdExpression cannot both be null');
  checkThreshold(ThresholdExpression);
  return {
    ...{ SubscriptionName, MonitorArnList, Frequency, ThresholdExpression },
    Subscribers: Subscribers.map((subscriber: Json) => ({ ...subscriber, Status: 'CONFIRMED' })),
  };
}

function checkThreshold(expression: Json): void {
  for (const part of expression.And ?? expression.Or ?? [expression]) {
    const { Key, MatchOptions = [], Values = [] } = part.Dimensions ?? {};
    if (!['ANOMALY_TOTAL_IMPACT_ABSOLUTE', 'ANOMALY_TOTAL_IMPACT_PERCENTAGE'].includes(Key))
      throw invalid(`A threshold has no dimension ${Key}`);
    if (MatchOptions.join() !== 'GREATER_THAN_OR_EQUAL') throw invalid('GREATER_THAN_OR_EQUAL is required');
    if (Values.length !== 1 || !(Number(Values[0]) >= 0 && Number(Values[0]) <= 10_000_000_000))
      throw invalid('A threshold is a number between 0 and 10,000,000,000');
  }
}
