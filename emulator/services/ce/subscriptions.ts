import type {
  AnomalySubscription,
  AnomalySubscriptionFrequency,
  Dimension,
  Expression,
} from '@aws-sdk/client-cost-explorer';
import type { CostExplorerOperations, Shape } from './api';
import { invalid } from './errors';
import type { CostExplorerState } from './state';

const frequencies: readonly AnomalySubscriptionFrequency[] = ['DAILY', 'IMMEDIATE', 'WEEKLY'];
const impacts: readonly Dimension[] = ['ANOMALY_TOTAL_IMPACT_ABSOLUTE', 'ANOMALY_TOTAL_IMPACT_PERCENTAGE'];

/** Subscriptions to anomaly monitors: who hears, how often, and from which cost on. */
export const subscriptionOperations = (state: CostExplorerState): CostExplorerOperations => ({
  CreateAnomalySubscription: ({ account, input }) => {
    const settings = checked(state, account, input.AnomalySubscription);
    return { SubscriptionArn: state.subscriptions.create(account, settings, input.ResourceTags).arn };
  },
  GetAnomalySubscriptions: ({ account, input }) => ({
    AnomalySubscriptions: state.subscriptions
      .listOf(account, input.SubscriptionArnList)
      .map(({ arn, settings }) => ({ ...settings, SubscriptionArn: arn, AccountId: account })),
  }),
  UpdateAnomalySubscription: ({ account, input }) => {
    const { SubscriptionArn, ...changes } = input;
    const subscription = state.subscriptions.find(account, SubscriptionArn);
    subscription.settings = checked(state, account, { ...subscription.settings, ...changes });
    return { SubscriptionArn };
  },
  DeleteAnomalySubscription: ({ account, input }) => {
    state.subscriptions.delete(account, input.SubscriptionArn);
    return {};
  },
});

function checked(
  { monitors }: CostExplorerState,
  account: string,
  subscription: Partial<Shape<AnomalySubscription>> = {},
): Shape<AnomalySubscription> {
  const { SubscriptionName, MonitorArnList = [], Subscribers = [], Frequency, ThresholdExpression } = subscription;
  if (!SubscriptionName) throw invalid('Subscription name is missing');
  if (MonitorArnList.length === 0 || Subscribers.length === 0) throw invalid('Monitors or subscribers are missing');
  for (const arn of MonitorArnList) monitors.find(account, arn);
  if (Frequency === undefined || !frequencies.includes(Frequency)) throw invalid(`Unknown frequency ${Frequency}`);
  // Source: service model of Cost Explorer, AnomalySubscription, `Frequency`.
  const type = Frequency === 'IMMEDIATE' ? 'SNS' : 'EMAIL';
  if (Subscribers.some(({ Type }) => Type !== type))
    throw invalid(`Notifications of frequency ${Frequency} are sent by ${type} only`);
  if (!ThresholdExpression) throw invalid('Threshold and ThresholdExpression cannot both be null');
  checkThreshold(ThresholdExpression);
  return {
    ...{ SubscriptionName, MonitorArnList, Frequency, ThresholdExpression },
    Subscribers: Subscribers.map((subscriber) => ({ ...subscriber, Status: 'CONFIRMED' })),
  };
}

function checkThreshold(expression: Shape<Expression>): void {
  for (const { Dimensions = {} } of expression.And ?? expression.Or ?? [expression]) {
    const { Key, MatchOptions = [], Values = [] } = Dimensions;
    if (Key === undefined || !impacts.includes(Key)) throw invalid(`A threshold has no dimension ${Key}`);
    if (MatchOptions.join() !== 'GREATER_THAN_OR_EQUAL') throw invalid('GREATER_THAN_OR_EQUAL is required');
    if (Values.length !== 1 || !(Number(Values[0]) >= 0 && Number(Values[0]) <= 10_000_000_000))
      throw invalid('A threshold is a number between 0 and 10,000,000,000');
  }
}
