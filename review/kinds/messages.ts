import { among, fewer, harmless, high, kept, low, more, on, renames, replaces, unsure } from '../direction';
import { documentOf, type Kinds, neither, protects } from '../kind';
import type { Body } from '../stack-json';
import type { Effect } from '../verdict';
import { eventPattern } from './event-pattern';
import { description, money, name, reference } from './words';

const budget = neither('what money is spent is no question of security');

/** The nearer to what is usual, the sooner it is an alarm. */
function alarmThreshold(before: unknown, after: unknown, { comparison_operator: operator }: Body): readonly Effect[] {
  const direction = /^LessThan/.test(String(operator)) ? high('when it is an alarm') : low('when it is an alarm');
  const verdict = /^(Less|Greater)Than/.test(String(operator)) ? direction.judge(before, after) : 'not judged';
  return [{ verdict, says: `threshold ${before} → ${after} (when it is an alarm)` }];
}

/** Who is told of what: events, alarms, topics, queues, functions and budgets. */
export const messages: Kinds = {
  aws_budgets_budget: { presence: budget, attributes: { '*': money } },
  aws_ce_anomaly_monitor: { presence: budget, attributes: { '*': money } },
  aws_ce_anomaly_subscription: { presence: budget, attributes: { '*': money } },
  aws_cloudwatch_event_bus: {
    presence: protects('events of every account arrive in one'),
    attributes: { name: renames('its name'), kms_key_identifier: more('the key that encrypts events'), description },
  },
  aws_cloudwatch_event_rule: {
    presence: protects('somebody is told'),
    attributes: {
      name: renames('its name'),
      description,
      event_bus_name: reference,
      event_pattern: { whole: eventPattern },
      schedule_expression: unsure('when it happens'),
      is_enabled: on('whether it counts', true),
      state: among(
        'which events count',
        ['DISABLED', 'ENABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'],
        'ENABLED',
      ),
    },
  },
  aws_cloudwatch_event_target: {
    presence: protects('somebody is told'),
    attributes: {
      arn: unsure('who is told'),
      'dead_letter_config.arn': more('what keeps events that do not arrive'),
      event_bus_name: reference,
      input: harmless('what the function is told of its schedule'),
      'input_transformer.*': unsure('what is told'),
      role_arn: reference,
      rule: reference,
      target_id: renames('its name'),
    },
  },
  aws_cloudwatch_metric_alarm: {
    presence: protects('somebody is told'),
    attributes: {
      alarm_name: renames('its name'),
      alarm_description: description,
      alarm_actions: more('who is told'),
      'dimensions.*': reference,
      treat_missing_data: among(
        'whether silence is an alarm',
        [['missing', 'ignore', 'notBreaching'], 'breaching'],
        'missing',
      ),
      comparison_operator: unsure('when it is an alarm'),
      datapoints_to_alarm: unsure('when it is an alarm'),
      evaluation_periods: unsure('when it is an alarm'),
      metric_name: unsure('what is measured'),
      namespace: unsure('what is measured'),
      'metric_query.*': unsure('what is measured'),
      period: unsure('when it is an alarm'),
      statistic: unsure('when it is an alarm'),
      threshold: { whole: alarmThreshold },
    },
  },
  aws_lambda_function: {
    presence: protects('rules of one’s own are checked, and findings told'),
    attributes: {
      function_name: renames('its name'),
      architectures: harmless('the processor that it runs on'),
      description,
      filename: unsure('the code that runs'),
      source_code_hash: unsure('the code that runs'),
      handler: unsure('the code that runs'),
      'environment.*': unsure('what the code is told'),
      memory_size: harmless('how fast it is'),
      publish: harmless('whether versions are numbered'),
      role: reference,
      runtime: harmless('the version of Node.js'),
      timeout: harmless('how long it may run'),
      kms_key_arn: more('the key that encrypts its environment'),
      'tracing_config.*': harmless('figures for people'),
    },
  },
  aws_sns_topic: {
    presence: protects('findings are told'),
    attributes: { name: renames('its name'), kms_master_key_id: more('the key that encrypts messages') },
  },
  aws_sns_topic_subscription: {
    presence: protects('somebody is told'),
    attributes: {
      endpoint: replaces('who is told'),
      protocol: replaces('how somebody is told'),
      topic_arn: reference,
      filter_policy: fewer('what is not told'),
      endpoint_auto_confirms: harmless('read once'),
    },
  },
  aws_sqs_queue: {
    presence: neither('it keeps messages until they are read'),
    attributes: {
      name: renames('its name'),
      kms_master_key_id: more('the key that encrypts messages'),
      // SQS Developer Guide, sqs-server-side-encryption: new queues are encrypted by default.
      sqs_managed_sse_enabled: kept(on('whether messages are encrypted', true)),
      message_retention_seconds: high('how long messages are kept', 345_600),
      visibility_timeout_seconds: harmless('how long a reader has'),
      policy: { ...documentOf('resource', 'sqs'), withItself: true },
    },
  },
  aws_ssm_document: {
    presence: protects('findings are repaired'),
    attributes: {
      name: renames('its name'),
      content: unsure('what is done to repair'),
      document_format: harmless('how it is written'),
      document_type: replaces('what it is'),
    },
  },
  terraform_data: {
    presence: neither('it stands in the state alone'),
    attributes: { input: harmless('it stands in the state alone'), name },
  },
};
