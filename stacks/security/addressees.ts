import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import type { Construct } from 'constructs';
import { policyDocument } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { EncryptionKey } from '../parts/encryption-key';
import { logGroupEncrypts } from '../parts/log-group-encrypts';
import { functionLogGroup } from '../parts/logged-function';
import { Undelivered } from '../parts/undelivered';
import { digestRoutes } from './digest-route';
import { FindingsDigest } from './findings-digest';
import { FindingsRoute } from './findings-route';
import { eventBridge } from './findings-topic';
import { messagesOf, routedMessages } from './messages';
import { Silence } from './silence';

export interface AddresseesProps {
  /** The findings bus. */
  readonly busName: string;
}

/** Who is told of findings: the addresses and channels of the settings, and those of each route. */
export class Addressees extends Part {
  /** Of those that the settings name beside the routes. */
  readonly topicArn: string;

  constructor(scope: Construct, id: string, { busName }: AddresseesProps) {
    super(scope, id);
    const { zone } = LandingZoneStack.of(this);
    const { notifications } = zone.services;
    const { routes } = notifications;
    const chats = [notifications, ...routes].some(({ slack, teams }) => slack || teams);
    // The queue has its policy in itself now, as it stands; with its own resource the policy would go.
    forget(LandingZoneStack.of(this), 'aws_sqs_queue_policy.findings-undelivered-policy');
    const common = {
      busName,
      keyArn: this.makeKey(),
      undeliveredArn: new Undelivered(this, 'findings-undelivered', {
        region: zone.homeRegion,
        name: names.undelivered(zone),
        rules: [`${names.findings(zone)}/*`, ...digestRoutes(zone).map(({ name }) => names.digestSchedule(zone, name))],
        of: 'findings-undelivered',
        description: 'A message about a finding reached no topic; it is in the queue of this name',
      }).queueArn,
      chatRoleArn: chats ? this.makeChatRole() : '',
    };
    this.topicArn = new FindingsRoute(this, 'findings', {
      ...common,
      ids: { topic: 'findings-topic', rules: 'notify' },
      topicName: names.findings(zone),
      ruleName: (message) => names.notifyingRule(zone, message),
      to: notifications,
      messages: messagesOf(zone),
    }).topicArn;
    new Silence(this, 'silence', { busName, undeliveredArn: common.undeliveredArn });
    const untold = this.tryMakeDigests(common.keyArn, common.undeliveredArn);
    for (const route of routes)
      new FindingsRoute(this, `route-${route.name}`, {
        ...common,
        ids: { topic: `route-${route.name}`, rules: `route-${route.name}` },
        topicName: names.findingsRoute(zone, route.name),
        ruleName: (message) => names.notifyingRule(zone, `${route.name}-${message}`),
        to: route,
        messages: routedMessages(zone, route.from),
        untoldArn: untold?.[route.name],
      });
  }

  /** Queues of the routes that have a digest, by their names. */
  private tryMakeDigests(keyArn: string, undeliveredArn: string): FindingsDigest['queueArns'] | undefined {
    const routes = digestRoutes(LandingZoneStack.of(this).zone);
    if (routes.length === 0) return undefined;
    return new FindingsDigest(this, 'digest', { routes, keyArn, undeliveredArn }).queueArns;
  }

  private makeKey(): string {
    const { zone, here } = LandingZoneStack.of(this);
    return new EncryptionKey(this, 'topic-key', {
      placement: here.home,
      alias: `${zone.name}-findings-topic`,
      description: 'Encrypts messages about findings',
      disposable: true,
      statements: [
        // SQS Developer Guide, sqs-key-management, and SNS Developer Guide, sns-key-management: what a service sends to either.
        {
          Sid: 'EventBridge',
          Effect: 'Allow',
          Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
          Resource: '*',
          ...eventBridge,
        },
        ...(digestRoutes(zone).length > 0
          ? [logGroupEncrypts(zone.homeRegion, here.id, functionLogGroup(names.digest(zone)))]
          : []),
      ],
    }).arn;
  }

  /** It may do nothing: messages come from the topics, and a channel is no way into the account. */
  private makeChatRole(): string {
    const { zone, here } = LandingZoneStack.of(this);
    return new IamRole(this, 'findings-chat-role', {
      ...here.home,
      name: names.chatRole(zone),
      description: 'Of the chat channels that show findings: it may do nothing',
      // AWS documents no condition key that chat applications send.
      assumeRolePolicy: policyDocument([
        {
          Sid: 'Chat',
          Effect: 'Allow',
          Principal: { Service: 'chatbot.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
    }).arn;
  }
}
