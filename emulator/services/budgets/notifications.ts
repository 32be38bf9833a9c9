import type { Call, Handler, Json } from '../../toolkit/untyped';
import { type Budget, type BudgetsState, duplicate, invalid, type Notification, notFound, tooMany } from './state';

/** Source: Budgets API Reference, CreateBudget. */
const MOST_NOTIFICATIONS = 5;
const MOST_SUBSCRIBERS = { EMAIL: 10, SNS: 1 } as const;
const MOST_PERCENT = 1_000_000;

/** Who hears when a budget is spent, and at which share of it. */
export function notificationOperations(state: BudgetsState): Record<string, Handler> {
  return {
    CreateNotification: (call) => {
      addNotification(state.find(call), call.account, call.input.Notification, call.input.Subscribers);
      return {};
    },
    DeleteNotification: (call) => {
      const budget = state.find(call);
      const gone = findNotification(state, call);
      budget.notifications = budget.notifications.filter((one) => one !== gone);
      return {};
    },
    DescribeNotificationsForBudget: (call) => ({
      Notifications: state.find(call).notifications.map(({ settings }) => ({ ...settings, NotificationState: 'OK' })),
    }),
    DescribeSubscribersForNotification: (call) => ({ Subscribers: findNotification(state, call).subscribers }),
  };
}

/** Puts a notification on a budget, or refuses it. */
export function addNotification(budget: Budget, account: string, notification: Json, subscribers: Json[]): void {
  const settings = notificationSettings(notification);
  checkSubscribers(account, subscribers);
  if (budget.notifications.some((one) => isSame(one, settings)))
    throw duplicate(`The notification already exists for the budget ${budget.name}.`);
  if (budget.notifications.length >= MOST_NOTIFICATIONS)
    throw tooMany(`A budget has at most ${MOST_NOTIFICATIONS} notifications.`);
  budget.notifications.push({ settings, subscribers });
}

function findNotification(state: BudgetsState, call: Call): Notification {
  const settings = notificationSettings(call.input.Notification);
  const found = state.find(call).notifications.find((one) => isSame(one, settings));
  if (!found) throw notFound(`The notification does not exist for the budget ${call.input.BudgetName}.`);
  return found;
}

const isSame = ({ settings }: Notification, other: Json): boolean =>
  Object.entries(other).every(([key, value]) => settings[key] === value);

function notificationSettings(notification: Json = {}): Json {
  const { NotificationType, ComparisonOperator, Threshold, ThresholdType = 'PERCENTAGE' } = notification;
  if (!['ACTUAL', 'FORECASTED'].includes(NotificationType)) throw invalid(`Unknown notification ${NotificationType}.`);
  if (!['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'].includes(ComparisonOperator))
    throw invalid(`Unknown operator ${ComparisonOperator}.`);
  if (!(Threshold > 0) || (ThresholdType === 'PERCENTAGE' && Threshold > MOST_PERCENT))
    throw invalid(`The threshold is between 0 and ${MOST_PERCENT} per cent, and not ${Threshold}.`);
  return { NotificationType, ComparisonOperator, Threshold, ThresholdType };
}

function checkSubscribers(account: string, subscribers: readonly Json[] = []): void {
  if (subscribers.length === 0) throw invalid('A notification has at least one subscriber.');
  for (const [type, most] of Object.entries(MOST_SUBSCRIBERS))
    if (subscribers.filter(({ SubscriptionType }) => SubscriptionType === type).length > most)
      throw tooMany(`A notification has at most ${most} subscribers of type ${type}.`);
  for (const { SubscriptionType, Address } of subscribers) {
    if (SubscriptionType === 'EMAIL' && !/^[^\s@]+@[^\s@]+$/.test(Address))
      throw invalid(`'${Address}' is no e-mail address.`);
    // Source: Cost Management User Guide, budgets-sns-policy.
    if (SubscriptionType === 'SNS' && Address.split(':')[4] !== account)
      throw invalid(`The SNS topic must be in the account of the budget, and ${Address} is not.`);
  }
}
