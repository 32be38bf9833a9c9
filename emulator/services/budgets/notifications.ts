import { isDeepStrictEqual } from 'node:util';
import type {
  ComparisonOperator,
  Notification,
  NotificationType,
  NotificationWithSubscribers,
  Subscriber,
} from '@aws-sdk/client-budgets';
import { readArn } from '../../toolkit/arn';
import type { BudgetsOperations, Shape } from './api';
import { duplicate, invalid, notFound, tooMany } from './errors';
import type { Alert, Budget, BudgetsState } from './state';

/** Source: Budgets API Reference, Notification: ten, as the service model has it; the text of CreateBudget still says five. */
const mostNotifications = 10;
const mostSubscribers = { EMAIL: 10, SNS: 1 } as const;
const mostPercent = 1_000_000;

const types: readonly NotificationType[] = ['ACTUAL', 'FORECASTED'];
const operators: readonly ComparisonOperator[] = ['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'];

/** Who hears when a budget is spent, and at which share of it. */
export const notificationOperations = (state: BudgetsState): BudgetsOperations => ({
  CreateNotification: ({ account, input }) => {
    addNotification(state.find(account, input.BudgetName), account, input);
    return {};
  },
  DeleteNotification: ({ account, input }) => {
    const budget = state.find(account, input.BudgetName);
    const gone = findAlert(budget, input.Notification);
    budget.alerts = budget.alerts.filter((one) => one !== gone);
    return {};
  },
  DescribeNotificationsForBudget: ({ account, input }) => ({
    Notifications: state
      .find(account, input.BudgetName)
      .alerts.map(({ settings }) => ({ ...settings, NotificationState: 'OK' })),
  }),
  DescribeSubscribersForNotification: ({ account, input }) => ({
    Subscribers: findAlert(state.find(account, input.BudgetName), input.Notification).subscribers,
  }),
});

/** Puts a notification on a budget, or refuses it. */
export function addNotification(
  budget: Budget,
  account: string,
  { Notification, Subscribers: subscribers = [] }: Shape<NotificationWithSubscribers>,
): void {
  const settings = notificationSettings(Notification);
  checkSubscribers(account, subscribers);
  if (tryAlert(budget, settings)) throw duplicate(`The notification already exists for the budget ${budget.name}.`);
  if (budget.alerts.length >= mostNotifications)
    throw tooMany(`A budget has at most ${mostNotifications} notifications.`);
  budget.alerts = [...budget.alerts, { settings, subscribers }];
}

function findAlert(budget: Budget, notification: Shape<Notification> | undefined): Alert {
  const found = tryAlert(budget, notificationSettings(notification));
  if (!found) throw notFound(`The notification does not exist for the budget ${budget.name}.`);
  return found;
}

const tryAlert = ({ alerts }: Budget, settings: Shape<Notification>): Alert | undefined =>
  alerts.find((one) => isDeepStrictEqual(one.settings, settings));

function notificationSettings(notification: Partial<Shape<Notification>> = {}): Shape<Notification> {
  const { NotificationType, ComparisonOperator, Threshold = 0, ThresholdType = 'PERCENTAGE' } = notification;
  if (NotificationType === undefined || !types.includes(NotificationType))
    throw invalid(`Unknown notification ${NotificationType}.`);
  if (ComparisonOperator === undefined || !operators.includes(ComparisonOperator))
    throw invalid(`Unknown operator ${ComparisonOperator}.`);
  if (!(Threshold > 0) || (ThresholdType === 'PERCENTAGE' && Threshold > mostPercent))
    throw invalid(`The threshold is between 0 and ${mostPercent} per cent, and not ${Threshold}.`);
  return { NotificationType, ComparisonOperator, Threshold, ThresholdType };
}

function checkSubscribers(account: string, subscribers: readonly Shape<Subscriber>[]): void {
  if (subscribers.length === 0) throw invalid('A notification has at least one subscriber.');
  for (const [type, most] of Object.entries(mostSubscribers))
    if (subscribers.filter(({ SubscriptionType }) => SubscriptionType === type).length > most)
      throw tooMany(`A notification has at most ${most} subscribers of type ${type}.`);
  for (const { SubscriptionType, Address = '' } of subscribers) {
    if (SubscriptionType === 'EMAIL' && !/^[^\s@]+@[^\s@]+$/.test(Address))
      throw invalid(`'${Address}' is no e-mail address.`);
    // Source: Cost Management User Guide, budgets-sns-policy.
    if (SubscriptionType === 'SNS' && readArn(Address).account !== account)
      throw invalid(`The SNS topic must be in the account of the budget, and ${Address} is not.`);
  }
}
