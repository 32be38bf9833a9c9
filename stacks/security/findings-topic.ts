import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { digestOf } from '../../schema/text';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

// Without a condition: EventBridge drops what a topic grants it under one; a refusal may have one. EventBridge User Guide,
// eb-use-resource-based.
export const eventBridge = { Principal: { Service: 'events.amazonaws.com' } };

export interface FindingsTopicProps {
  readonly name: string;
  readonly keyArn: string;
  readonly emails: readonly string[];
  /** Begins the ids of subscriptions. */
  readonly subscriptions: string;
}

/** A topic of findings that a person should see, encrypted, with a subscription for each address. */
export class FindingsTopic extends Part {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, keyArn, emails, subscriptions }: FindingsTopicProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const topic = new SnsTopic(this, id, { ...here.home, name, kmsMasterKeyId: keyArn });
    new SnsTopicPolicy(this, `${id}-policy`, {
      ...here.home,
      arn: topic.arn,
      policy: policyDocument([
        { Sid: 'EventBridge', Effect: 'Allow', Action: 'sns:Publish', Resource: topic.arn, ...eventBridge },
        // SNS Developer Guide, sns-security-best-practices.
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: anybody,
          Action: 'sns:Publish',
          Resource: topic.arn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]),
    });
    // Named by the address: by position, all that follow a removed one would have to be confirmed again.
    for (const endpoint of emails)
      new SnsTopicSubscription(this, `${subscriptions}-subscription-${digestOf(endpoint)}`, {
        ...here.home,
        topicArn: topic.arn,
        protocol: 'email',
        endpoint,
      });
    this.arn = topic.arn;
  }
}
