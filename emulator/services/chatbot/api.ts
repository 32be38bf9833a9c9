import type { Operations } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** A tag, as this service spells it. */
export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

/** What any channel may be told when it is made or changed. */
interface Changeable {
  readonly SnsTopicArns?: readonly string[];
  readonly IamRoleArn?: string;
  readonly LoggingLevel?: string;
  readonly GuardrailPolicyArns?: readonly string[];
  readonly UserAuthorizationRequired?: boolean;
}

interface Made extends Changeable {
  readonly ConfigurationName?: string;
  readonly Tags?: readonly Tag[];
}

interface SlackChannel {
  readonly SlackChannelId?: string;
  readonly SlackChannelName?: string;
}

interface TeamsChannel {
  readonly ChannelId?: string;
  readonly ChannelName?: string;
}

export interface SlackInput extends Made, SlackChannel {
  readonly SlackTeamId?: string;
}

export interface TeamsInput extends Made, TeamsChannel {
  readonly TeamId?: string;
  readonly TeamName?: string;
  readonly TenantId?: string;
}

interface Configured {
  readonly ChatConfigurationArn: string;
  readonly State: string;
}

export type SlackConfiguration = SlackInput & Configured & { readonly SlackTeamName: string };
export type TeamsConfiguration = TeamsInput & Configured;

interface ByArn {
  readonly ChatConfigurationArn?: string;
}

interface ByResource {
  readonly ResourceARN?: string;
}

type Nothing = Record<never, never>;

type Operation<Input, Output> = (args: Input, options: never, done: (error: never, data?: Output) => void) => void;

/**
 * The operations on channels, as botocore's model chatbot/2017-10-11 has them. The SDK's client is not among the packages: the latest in
 * reach is two years older than the others and brings a second set of what they are made of.
 */
interface Chatbot {
  createSlackChannelConfiguration: Operation<SlackInput, { readonly ChannelConfiguration: SlackConfiguration }>;
  describeSlackChannelConfigurations: Operation<
    ByArn & { readonly MaxResults?: number; readonly NextToken?: string },
    { readonly SlackChannelConfigurations: readonly SlackConfiguration[] }
  >;
  updateSlackChannelConfiguration: Operation<
    ByArn & Changeable & SlackChannel,
    { readonly ChannelConfiguration: SlackConfiguration }
  >;
  deleteSlackChannelConfiguration: Operation<ByArn, Nothing>;
  createMicrosoftTeamsChannelConfiguration: Operation<
    TeamsInput,
    { readonly ChannelConfiguration: TeamsConfiguration }
  >;
  getMicrosoftTeamsChannelConfiguration: Operation<ByArn, { readonly ChannelConfiguration?: TeamsConfiguration }>;
  listMicrosoftTeamsChannelConfigurations: Operation<
    { readonly TeamId?: string; readonly MaxResults?: number; readonly NextToken?: string },
    { readonly TeamChannelConfigurations: readonly TeamsConfiguration[] }
  >;
  updateMicrosoftTeamsChannelConfiguration: Operation<
    ByArn & Changeable & TeamsChannel,
    { readonly ChannelConfiguration: TeamsConfiguration }
  >;
  deleteMicrosoftTeamsChannelConfiguration: Operation<ByArn, Nothing>;
  listTagsForResource: Operation<ByResource, { readonly Tags: readonly Tag[] }>;
  tagResource: Operation<ByResource & { readonly Tags?: readonly Tag[] }, Nothing>;
  untagResource: Operation<ByResource & { readonly TagKeys?: readonly string[] }, Nothing>;
}

/** Handlers of chat applications. */
export type ChatOperations = Operations<Chatbot>;

/** The requests that name the operations. Source: botocore's model chatbot/2017-10-11. */
export const routes: Routes<Chatbot> = {
  CreateSlackChannelConfiguration: 'POST /create-slack-channel-configuration',
  DescribeSlackChannelConfigurations: 'POST /describe-slack-channel-configurations',
  UpdateSlackChannelConfiguration: 'POST /update-slack-channel-configuration',
  DeleteSlackChannelConfiguration: 'POST /delete-slack-channel-configuration',
  CreateMicrosoftTeamsChannelConfiguration: 'POST /create-ms-teams-channel-configuration',
  GetMicrosoftTeamsChannelConfiguration: 'POST /get-ms-teams-channel-configuration',
  ListMicrosoftTeamsChannelConfigurations: 'POST /list-ms-teams-channel-configurations',
  UpdateMicrosoftTeamsChannelConfiguration: 'POST /update-ms-teams-channel-configuration',
  DeleteMicrosoftTeamsChannelConfiguration: 'POST /delete-ms-teams-channel-configuration',
  ListTagsForResource: 'POST /list-tags-for-resource',
  TagResource: 'POST /tag-resource',
  UntagResource: 'POST /untag-resource',
};
