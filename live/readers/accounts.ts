import { AccessAnalyzerClient, paginateListAnalyzers } from '@aws-sdk/client-accessanalyzer';
import { AccountClient, type AlternateContactType, GetAlternateContactCommand } from '@aws-sdk/client-account';
import {
  BudgetsClient,
  DescribeBudgetCommand,
  DescribeNotificationsForBudgetCommand,
  DescribeSubscribersForNotificationCommand,
} from '@aws-sdk/client-budgets';
import {
  CostExplorerClient,
  GetAnomalyMonitorsCommand,
  GetAnomalySubscriptionsCommand,
} from '@aws-sdk/client-cost-explorer';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type Reader, snake, text } from '../reader';

const analyzer: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(AccessAnalyzerClient, paginateListAnalyzers, {});
    const found = pages.flatMap(({ analyzers = [] }) => analyzers).find(({ name }) => name === wanted.analyzer_name);
    if (!found) return undefined;
    const unused = found.configuration?.unusedAccess;
    return {
      analyzer_name: found.name,
      arn: found.arn,
      type: found.type,
      status: found.status,
      configuration: unused && { unused_access: { unused_access_age: unused.unusedAccessAge } },
    };
  },
  also: () => ({ status: 'ACTIVE' }),
};

const contact: Reader = {
  async read(at, wanted) {
    const AlternateContactType = text(wanted, 'alternate_contact_type') as AlternateContactType;
    const { AlternateContact } = await at.ask(AccountClient, new GetAlternateContactCommand({ AlternateContactType }));
    return AlternateContact && (snake(AlternateContact) as Record<string, unknown>);
  },
};

const budget: Reader = {
  async read(at, wanted) {
    const asked = { AccountId: at.account, BudgetName: text(wanted, 'name') };
    const { Budget } = await at.ask(BudgetsClient, new DescribeBudgetCommand(asked));
    const { Notifications = [] } = await at.ask(BudgetsClient, new DescribeNotificationsForBudgetCommand(asked));
    const notification = await Promise.all(
      Notifications.map(async (Notification) => {
        const reply = await at.ask(
          BudgetsClient,
          new DescribeSubscribersForNotificationCommand({ ...asked, Notification }),
        );
        return {
          comparison_operator: Notification.ComparisonOperator,
          notification_type: Notification.NotificationType,
          threshold: Notification.Threshold,
          threshold_type: Notification.ThresholdType ?? 'PERCENTAGE',
          subscriber_email_addresses: (reply.Subscribers ?? []).flatMap(({ SubscriptionType, Address }) =>
            SubscriptionType === 'EMAIL' ? [Address] : [],
          ),
          subscriber_sns_topic_arns: (reply.Subscribers ?? []).flatMap(({ SubscriptionType, Address }) =>
            SubscriptionType === 'SNS' ? [Address] : [],
          ),
        };
      }),
    );
    return {
      name: Budget?.BudgetName,
      budget_type: Budget?.BudgetType,
      limit_amount: Number(Budget?.BudgetLimit?.Amount),
      limit_unit: Budget?.BudgetLimit?.Unit,
      time_unit: Budget?.TimeUnit,
      cost_types: snake(Budget?.CostTypes),
      cost_filter: Object.entries(Budget?.CostFilters ?? {}).map(([name, values]) => ({ name, values })),
      notification,
    };
  },
};

const monitor: Reader = {
  async read(at, wanted) {
    const { AnomalyMonitors = [] } = await at.ask(CostExplorerClient, new GetAnomalyMonitorsCommand({}));
    const found = AnomalyMonitors.find(({ MonitorName }) => MonitorName === wanted.name);
    return (
      found && { arn: found.MonitorArn, id: found.MonitorArn, name: found.MonitorName, monitor_type: found.MonitorType }
    );
  },
  unread: {
    monitor_specification: 'an expression that AWS writes otherwise than it was given',
    monitor_dimension: 'of AWS’s own monitor alone',
  },
};

const subscription: Reader = {
  async read(at, wanted) {
    const { AnomalySubscriptions = [] } = await at.ask(CostExplorerClient, new GetAnomalySubscriptionsCommand({}));
    const found = AnomalySubscriptions.find(({ SubscriptionName }) => SubscriptionName === wanted.name);
    return (
      found && {
        name: found.SubscriptionName,
        frequency: found.Frequency,
        monitor_arn_list: found.MonitorArnList,
        subscriber: (found.Subscribers ?? []).map(({ Address, Type }) => ({ address: Address, type: Type })),
      }
    );
  },
  unread: { threshold_expression: 'an expression that AWS writes otherwise than it was given' },
};

const quota: Reader = {
  async read(at, wanted) {
    const asked = { ServiceCode: text(wanted, 'service_code'), QuotaCode: text(wanted, 'quota_code') };
    const { Quota } = await at.ask(ServiceQuotasClient, new GetServiceQuotaCommand(asked));
    return { service_code: Quota?.ServiceCode, quota_code: Quota?.QuotaCode, value: Quota?.Value };
  },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_accessanalyzer_analyzer: analyzer,
  aws_account_alternate_contact: contact,
  aws_budgets_budget: budget,
  aws_ce_anomaly_monitor: monitor,
  aws_ce_anomaly_subscription: subscription,
  aws_servicequotas_service_quota: quota,
};
