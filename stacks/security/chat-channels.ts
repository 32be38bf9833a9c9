import { ChatbotSlackChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-slack-channel-configuration';
import { ChatbotTeamsChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-teams-channel-configuration';
import type { Construct } from 'constructs';
import type { Chat } from '../../schema/forms/notifications';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { GivenOnce } from '../parts/given-once';

export interface ChatChannelsProps {
  readonly chat: Chat;
  /** Of the channel configurations. */
  readonly name: string;
  readonly topicArn: string;
  readonly roleArn: string;
}

/**
 * Channels of Slack and Teams that show what a topic sends, and from which nobody does anything in AWS. No call gives a configuration another
 * workspace or team (API Reference, UpdateSlackChannelConfiguration, UpdateMicrosoftTeamsChannelConfiguration), so it is made anew.
 */
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
        lifecycle: { replaceTriggeredBy: [new GivenOnce(this, `${id}-slack-workspace`, slack.workspace).address] },
        configurationName: `${name}-slack`,
        slackTeamId: slack.workspace,
        slackChannelId: slack.channel,
      });
    if (teams)
      new ChatbotTeamsChannelConfiguration(this, `${id}-teams`, {
        ...common,
        lifecycle: {
          replaceTriggeredBy: [new GivenOnce(this, `${id}-teams-team`, `${teams.tenant}/${teams.team}`).address],
        },
        configurationName: `${name}-teams`,
        tenantId: teams.tenant,
        teamId: teams.team,
        channelId: teams.channel,
      });
  }
}
