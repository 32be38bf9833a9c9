import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { FailureAlarm } from '../parts/failure-alarm';

const fourteenDays = 1_209_600;

/** Keeps what a topic did not take after a day of attempts, and goes off when there is any. */
export class Undelivered extends Part {
  readonly queueArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const queue = new SqsQueue(this, 'findings-undelivered', {
      ...here.home,
      name: names.undelivered(zone),
      messageRetentionSeconds: fourteenDays,
      sqsManagedSseEnabled: true,
    });
    new SqsQueuePolicy(this, 'findings-undelivered-policy', {
      ...here.home,
      queueUrl: queue.url,
      policy: policyDocument([
        // EventBridge User Guide, eb-rule-dlq: the one grant of EventBridge that takes a condition.
        {
          Sid: 'EventBridge',
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: queue.arn,
          Condition: {
            ArnLike: {
              'aws:SourceArn': `arn:aws:events:${zone.homeRegion}:${here.id}:rule/${names.findings(zone)}/*`,
            },
          },
        },
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: anybody,
          Action: 'sqs:*',
          Resource: queue.arn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]),
    });
    new FailureAlarm(this, 'findings-undelivered-alarm', {
      placement: here.home,
      of: 'findings-undelivered',
      description: 'A message about a finding reached no topic; it is in the queue of this name',
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: queue.name },
    });
    this.queueArn = queue.arn;
  }
}
