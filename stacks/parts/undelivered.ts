import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FailureAlarm } from './failure-alarm';

export const fourteenDays = 1_209_600;

export interface UndeliveredProps {
  /** AWS wants the queue where the rules are. */
  readonly region: string;
  /** Of the queue. */
  readonly name: string;
  /** The rules whose targets it serves, as their ARNs have them behind `rule/`. */
  readonly rules: readonly string[];
  /** Word of the alarm's name. */
  readonly of: string;
  /** Of the alarm. */
  readonly description: string;
}

/**
 * Keeps the events that a target did not take, and goes off when there is any. One alarm for all rules: `FailedInvocations` is counted
 * rule by rule, and what fails for good comes here (EventBridge User Guide, eb-monitoring, eb-rule-dlq). The metric is how many are in the
 * queue, so that the alarm stays red until somebody dealt with them; a queue that nobody uses has no data, and a queue with a message has
 * (SQS Developer Guide, sqs-available-cloudwatch-metrics, sqs-monitoring-using-cloudwatch).
 */
export class Undelivered extends Part {
  readonly queueArn: string;

  constructor(scope: Construct, id: string, { region, name, rules, of, description }: UndeliveredProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const placement = here.in(region);
    const queue = new SqsQueue(this, id, {
      ...placement,
      name,
      messageRetentionSeconds: fourteenDays,
      sqsManagedSseEnabled: true,
      // Here, and not in a resource of its own: the provider waits half a minute for each to be known everywhere.
      policy: queuePolicy(
        `arn:aws:sqs:${region}:${here.id}:${name}`,
        rules.map((rule) => `arn:aws:events:${region}:${here.id}:rule/${rule}`),
      ),
    });
    new FailureAlarm(this, `${id}-alarm`, {
      placement,
      of,
      description,
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: queue.name },
    });
    this.queueArn = queue.arn;
  }
}

/** Lets rules, and nobody from outside the account, put events into a queue. */
export const queuePolicy = (queueArn: string, ruleArns: readonly string[]): string =>
  policyDocument([
    // EventBridge User Guide, eb-rule-dlq and eb-use-resource-based: of the grants to EventBridge those of queues take a condition.
    {
      Sid: 'EventBridge',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queueArn,
      Condition: { ArnLike: { 'aws:SourceArn': ruleArns.length === 1 ? (ruleArns[0] ?? '') : ruleArns } },
    },
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: anybody,
      Action: 'sqs:*',
      Resource: queueArn,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
