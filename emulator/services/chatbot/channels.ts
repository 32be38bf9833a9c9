import type { ChatOperations, SlackConfiguration, SlackInput, TeamsConfiguration, TeamsInput } from './api';
import { invalid } from './errors';
import type { Channel, Channels } from './state';

/** What an account may do without saying so: administer, unless a guardrail says less. Source: Chat Applications Administrator Guide, chatbot-permissions. */
const usual = {
  LoggingLevel: 'NONE',
  GuardrailPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  SnsTopicArns: [],
  UserAuthorizationRequired: false,
};

/** Channels of Slack. */
export const slackOperations = (channels: Channels<SlackInput>): ChatOperations => ({
  CreateSlackChannelConfiguration: ({ account, input: { Tags, ...settings } }) => {
    matching('workspace', settings.SlackTeamId, /^[0-9A-Z]{1,255}$/);
    matching('channel', settings.SlackChannelId, /^[A-Za-z0-9]{1,255}$/);
    return { ChannelConfiguration: slack(channels.create(account, { ...usual, ...settings }, Tags)) };
  },
  DescribeSlackChannelConfigurations: ({ account, input: { ChatConfigurationArn: wanted } }) => ({
    SlackChannelConfigurations: channels
      .list(account)
      .filter(({ arn }) => wanted === undefined || arn === wanted)
      .map(slack),
  }),
  UpdateSlackChannelConfiguration: ({ account, input: { ChatConfigurationArn, ...changes } }) => ({
    ChannelConfiguration: slack(channels.update(account, ChatConfigurationArn, changes)),
  }),
  DeleteSlackChannelConfiguration: ({ account, input }) => channels.delete(account, input.ChatConfigurationArn),
});

/** Channels of Microsoft Teams. */
export const teamsOperations = (channels: Channels<TeamsInput>): ChatOperations => ({
  CreateMicrosoftTeamsChannelConfiguration: ({ account, input: { Tags, ...settings } }) => {
    const uuid = /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;
    matching('tenant', settings.TenantId, uuid);
    matching('team', settings.TeamId, uuid);
    matching('channel', settings.ChannelId, /^[\w=+/.,-]*%3[aA][\w=+/.,-]*%40[\w=+/.,-]*$/);
    return { ChannelConfiguration: teams(channels.create(account, { ...usual, ...settings }, Tags)) };
  },
  GetMicrosoftTeamsChannelConfiguration: ({ account, input: { ChatConfigurationArn: wanted } }) => {
    const [found] = channels.list(account).filter(({ arn }) => arn === wanted);
    return found ? { ChannelConfiguration: teams(found) } : {};
  },
  ListMicrosoftTeamsChannelConfigurations: ({ account, input: { TeamId: wanted } }) => ({
    TeamChannelConfigurations: channels
      .list(account)
      .map(teams)
      .filter(({ TeamId }) => wanted === undefined || TeamId === wanted),
  }),
  UpdateMicrosoftTeamsChannelConfiguration: ({ account, input: { ChatConfigurationArn, ...changes } }) => ({
    ChannelConfiguration: teams(channels.update(account, ChatConfigurationArn, changes)),
  }),
  DeleteMicrosoftTeamsChannelConfiguration: ({ account, input }) =>
    channels.delete(account, input.ChatConfigurationArn),
});

function matching(what: string, value: string | undefined, pattern: RegExp): void {
  if (value === undefined || !pattern.test(value)) throw invalid(`'${value}' is no ${what}.`);
}

const slack = (channel: Channel<SlackInput>): SlackConfiguration => ({
  SlackTeamName: 'workspace',
  SlackChannelName: 'channel',
  ...channel.settings,
  ...shown(channel),
});

const teams = (channel: Channel<TeamsInput>): TeamsConfiguration => ({ ...channel.settings, ...shown(channel) });

const shown = ({ arn, tags }: Channel<unknown>) => ({
  ChatConfigurationArn: arn,
  State: 'ENABLED',
  Tags: [...tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
});
