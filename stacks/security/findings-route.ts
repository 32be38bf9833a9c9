import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import type { Construct } from 'constructs';
import type { Chat } from '../../schema/forms/notifications';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { ChatChannels } from './chat-channels';
import { FindingsTopic } from './findings-topic';
import type { Message } from './message';

export interface FindingsRouteProps {
  readonly busName: string;
  readonly keyArn: string;
  /** Takes what the topic does not. */
  readonly undeliveredArn: string;
  /** Of the chat channels, where there are any. */
  readonly chatRoleArn: string;
  /** Of the topic, and what the ids of its rules begin with. */
  readonly ids: { readonly topic: string; readonly rules: string };
  readonly topicName: string;
  readonly ruleName: (message: string) => string;
  readonly to: Chat & { readonly emails: readonly string[] };
  readonly messages: readonly Message[];
  /** Where events wait for a digest. @default - each goes to the topic at once */
  readonly untoldArn?: string | undefined;
}

/** A topic with those who are told, and the rules that send it, or keep for its digest, what they are told of. */
export class FindingsRoute extends Part {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: FindingsRouteProps) {
    super(scope, id);
    const { ids, topicName: name, keyArn, chatRoleArn: roleArn, to, messages } = props;
    const topic = new FindingsTopic(this, ids.topic, { name, keyArn, emails: to.emails, subscriptions: id });
    new ChatChannels(this, `${id}-chat`, { chat: to, name, topicArn: topic.arn, roleArn });
    for (const message of messages) this.send(message, props, props.untoldArn ?? topic.arn);
    this.topicArn = topic.arn;
  }

  private send(message: Message, props: FindingsRouteProps, arn: string): void {
    const { ids, ruleName, busName: eventBusName, undeliveredArn } = props;
    const { name, description, pattern, state } = message;
    const { here } = LandingZoneStack.of(this);
    const rule = new CloudwatchEventRule(this, `${ids.rules}-${name}`, {
      ...here.home,
      name: ruleName(name),
      description,
      eventBusName,
      eventPattern: JSON.stringify(pattern),
      state,
    });
    new CloudwatchEventTarget(this, `${ids.rules}-${name}-target`, {
      ...here.home,
      rule: rule.name,
      eventBusName,
      // The word stays where events wait for a digest: another one would be another target, and nobody hears between the two.
      targetId: 'topic',
      arn,
      deadLetterConfig: { arn: undeliveredArn },
    });
  }
}
