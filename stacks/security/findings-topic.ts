import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { Construct } from 'constructs';
import { anybody, policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { digestOf } from '../../schema/text';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { EncryptionKey } from '../parts/encryption-key';

// Without a condition: EventBridge drops what a topic grants it under one; a refusal may have one. EventBridge User Guide,
// eb-use-resource-based.
const eventBridge = { Principal: { Service: 'events.amazonaws.com' } };

/** The topic of findings that a person should see, encrypted, with a subscription for each address in the settings. */
export class FindingsTopic extends Part {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const key = new EncryptionKey(this, 'topic-key', {
      placement: here.home,
      alias: `${zone.name}-findings-topic`,
      description: 'Encrypts messages about findings',
      disposable: true,
      statements: [
        {
          Sid: 'EventBridge',
          Effect: 'Allow',
          Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
          Resource: '*',
          ...eventBridge,
        },
      ],
    });
    const topic = new SnsTopic(this, id, { ...here.home, name: names.findings(zone), kmsMasterKeyId: key.arn });
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
    for (const endpoint of zone.services.notifications.emails)
      new SnsTopicSubscription(this, `findings-subscription-${digestOf(endpoint)}`, {
        ...here.home,
        topicArn: topic.arn,
        protocol: 'email',
        endpoint,
      });
    this.arn = topic.arn;
  }
}
