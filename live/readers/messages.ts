import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  DescribeResourcePoliciesCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { GetTopicAttributesCommand, paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Place } from '../live-aws';
import { type Attributes, type Reader, snake, text } from '../reader';

const topicOf = async (at: Place, TopicArn: string) =>
  (await at.ask(SNSClient, new GetTopicAttributesCommand({ TopicArn }))).Attributes ?? {};

const topic: Reader = {
  async read(at, wanted) {
    const arn = `arn:aws:sns:${at.region}:${at.account}:${wanted.name}`;
    const { KmsMasterKeyId } = await topicOf(at, arn);
    return { id: arn, arn, name: wanted.name, kms_master_key_id: KmsMasterKeyId };
  },
};

const topicPolicy: Reader = {
  read: async (at, wanted) => ({ arn: wanted.arn, policy: (await topicOf(at, text(wanted, 'arn'))).Policy }),
};

const subscription: Reader = {
  async read(at, { topic_arn, protocol, endpoint }) {
    const pages = await at.pages(SNSClient, paginateListSubscriptionsByTopic, { TopicArn: String(topic_arn) });
    const found = pages
      .flatMap(({ Subscriptions = [] }) => Subscriptions)
      .find(({ Protocol, Endpoint }) => Protocol === protocol && Endpoint === endpoint);
    // In place of its ARN, one that nobody confirmed has these words. Source: SNS API Reference, Subscribe.
    if (found?.SubscriptionArn === 'PendingConfirmation')
      return { topic_arn, protocol, endpoint, confirmed: 'not confirmed yet' };
    return found && { arn: found.SubscriptionArn, topic_arn, protocol, endpoint, confirmed: true };
  },
  also: () => ({ confirmed: true }),
  unread: { endpoint_auto_confirms: 'is Terraform’s own' },
};

const queue: Reader = {
  async read(at, wanted) {
    const { QueueUrl } = await at.ask(SQSClient, new GetQueueUrlCommand({ QueueName: text(wanted, 'name') }));
    const { Attributes: found = {} } = await at.ask(
      SQSClient,
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    return {
      id: QueueUrl,
      url: QueueUrl,
      name: wanted.name,
      arn: found.QueueArn,
      policy: found.Policy,
      kms_master_key_id: found.KmsMasterKeyId,
      message_retention_seconds: found.MessageRetentionPeriod,
      visibility_timeout_seconds: found.VisibilityTimeout,
      sqs_managed_sse_enabled: found.SqsManagedSseEnabled,
    };
  },
};

const logGroup: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(CloudWatchLogsClient, paginateDescribeLogGroups, {
      logGroupNamePrefix: text(wanted, 'name'),
    });
    const found = pages
      .flatMap(({ logGroups = [] }) => logGroups)
      .find(({ logGroupName }) => logGroupName === wanted.name);
    return (
      found && {
        name: found.logGroupName,
        arn: found.arn,
        retention_in_days: found.retentionInDays,
        kms_key_id: found.kmsKeyId,
      }
    );
  },
};

const logPolicy: Reader = {
  async read(at, { policy_name }) {
    // An account has at most ten in a region, which is less than a page.
    const asked = new DescribeResourcePoliciesCommand({});
    const { resourcePolicies = [] } = await at.ask(CloudWatchLogsClient, asked);
    const found = resourcePolicies.find(({ policyName }) => policyName === policy_name);
    return found && { policy_name, policy_document: found.policyDocument };
  },
};

const alarm: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(CloudWatchClient, paginateDescribeAlarms, {});
    const found = pages
      .flatMap(({ MetricAlarms = [] }) => MetricAlarms)
      .find(({ AlarmName }) => AlarmName === wanted.alarm_name);
    if (!found) return undefined;
    const { Dimensions = [], Metrics = [], ...others } = found;
    return {
      ...(snake(others) as Attributes),
      dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
      metric_query: Metrics.map(({ Id, Expression, Label, Period, ReturnData, MetricStat }) => ({
        id: Id,
        expression: Expression,
        label: Label,
        period: Period,
        return_data: ReturnData,
        metric: MetricStat && {
          metric_name: MetricStat.Metric?.MetricName,
          namespace: MetricStat.Metric?.Namespace,
          period: MetricStat.Period,
          stat: MetricStat.Stat,
          dimensions: Object.fromEntries((MetricStat.Metric?.Dimensions ?? []).map(({ Name, Value }) => [Name, Value])),
        },
      })),
    };
  },
  also: ({ actions_enabled = true }) => ({ actions_enabled }),
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_sns_topic: topic,
  aws_sns_topic_policy: topicPolicy,
  aws_sns_topic_subscription: subscription,
  aws_sqs_queue: queue,
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_log_resource_policy: logPolicy,
  aws_cloudwatch_metric_alarm: alarm,
};
