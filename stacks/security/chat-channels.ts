import { ChatbotSlackChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-slack-channel-configuration';
import { ChatbotTeamsChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-teams-channel-configuration';
import type { Construct } from 'constructs';
import type { Chat } from '../../schema/forms/notifications';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

export interface ChatChannelsProps {
  readonly chat: Chat;
  /** Of the channel configurations. */
  readonly name: string;
  readonly topicArn: string;
  readonly roleArn: string;
}

/** Channels of Slack and Teams that show what a topic sends, and from which nobody does anything in AWS. */
export class ChatChannels extends Part {
  constructor(scope: Construct, id: string, { chat: { slack, teams }, name, topicArn, roleArn }: ChatChannelsProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const common = {
      ...here.home,
      iamRoleArn: roleArn,
      // Without one, a channel may do whatever an administrator may: provider documentation, guardrail_policy_arns.
      guardrailPolicyArns: ['arn:aws:iam::aws:policy/AWSDenyAll'],
      loggingLevel: 'ERROR',
      snsTopicArns: [topicArn],
    };
    if (slack)
      new ChatbotSlackChannelConfiguration(this, `${id}-slack`, {
        ...common,
        configurationName: `${name}-slack`,
        slackTeamId: slack.workspace,
        slackChannelId: slack.channel,
      });
    if (teams)
      new ChatbotTeamsChannelConfiguration(this, `${id}-teams`, {
        ...common,
        configurationName: `${name}-teams`,
        tenantId: teams.tenant,
        teamId: teams.team,
        channelId: teams.channel,
      });
  }
}
