import { chatbot } from '../../../../emulator/services/chatbot';
import type { WorldSettings } from '../../../../emulator/world';
import { callOf, fakeWorld, refusal } from '../../../support/world';

async function start(settings?: Partial<WorldSettings>) {
  const world = fakeWorld({ settings });
  const account = await world.vend('security');
  const service = chatbot(world);
  const call = callOf(service);
  const ask = (operation: string, input: object = {}) => call(operation, input, account);
  const common = {
    ConfigurationName: 'findings',
    IamRoleArn: `arn:aws:iam::${account}:role/findings-chat`,
    SnsTopicArns: [`arn:aws:sns:eu-central-1:${account}:findings`],
  };
  const slack = { ...common, SlackTeamId: 'T07EA123LEP', SlackChannelId: 'C07EZ1ABC23' };
  const teams = {
    ...common,
    TenantId: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    TeamId: '0b1e2c3d-4455-4677-8899-aabbccddeeff',
    ChannelId: '19%3aabc%40thread.tacv2',
  };
  const create = async (change: object = {}): Promise<string> =>
    (await ask('CreateSlackChannelConfiguration', { ...slack, ...change })).ChannelConfiguration.ChatConfigurationArn;
  return { world, service, account, ask, slack, teams, create };
}

describe('a channel of Slack', () => {
  test('is found by its ARN, changed and deleted', async () => {
    const { ask, account, create, slack } = await start();
    const ChatConfigurationArn = await create();
    expect(ChatConfigurationArn).toBe(`arn:aws:chatbot::${account}:chat-configuration/slack-channel/findings`);
    await ask('UpdateSlackChannelConfiguration', { ChatConfigurationArn, SlackChannelId: 'C1', LoggingLevel: 'ERROR' });
    const described = await ask('DescribeSlackChannelConfigurations', { ChatConfigurationArn });
    expect(described.SlackChannelConfigurations).toMatchObject([
      { ...slack, SlackChannelId: 'C1', LoggingLevel: 'ERROR', State: 'ENABLED' },
    ]);
    await ask('DeleteSlackChannelConfiguration', { ChatConfigurationArn });
    expect((await ask('DescribeSlackChannelConfigurations')).SlackChannelConfigurations).toEqual([]);
    await expect(ask('DeleteSlackChannelConfiguration', { ChatConfigurationArn })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  test('may do what an administrator may, where no guardrail says less', async () => {
    const { ask, create } = await start();
    await create();
    const { SlackChannelConfigurations } = await ask('DescribeSlackChannelConfigurations');
    expect(SlackChannelConfigurations[0].GuardrailPolicyArns).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess']);
  });

  test('waits for a person who authorizes the workspace', async () => {
    const { create } = await start({ chatAuthorized: false });
    await expect(create()).rejects.toEqual(refusal('InvalidRequestException'));
  });

  test('stands once under its name', async () => {
    const { create } = await start();
    await create();
    await expect(create()).rejects.toEqual(refusal('ConflictException'));
  });

  test.each([
    ['a name with a blank', { ConfigurationName: 'our findings' }],
    ['no workspace', { SlackTeamId: undefined }],
    ['a channel by its name', { SlackChannelId: '#findings' }],
    ['a role of another account', { IamRoleArn: 'arn:aws:iam::999999999999:role/findings-chat' }],
    ['a queue for a topic', { SnsTopicArns: ['arn:aws:sqs:eu-central-1:999999999999:findings'] }],
    ['a logging level that there is none of', { LoggingLevel: 'DEBUG' }],
  ])('is refused with %s', async (_what, change) => {
    const { create } = await start();
    await expect(create(change)).rejects.toEqual(refusal('InvalidParameterException'));
  });
});

describe('a channel of Teams', () => {
  test('is listed by its team', async () => {
    const { ask, teams } = await start();
    await ask('CreateMicrosoftTeamsChannelConfiguration', teams);
    const listed = async (TeamId?: string) =>
      (await ask('ListMicrosoftTeamsChannelConfigurations', { TeamId })).TeamChannelConfigurations;
    expect(await listed(teams.TeamId)).toMatchObject([teams]);
    expect(await listed(teams.TenantId)).toEqual([]);
    expect(await listed()).toHaveLength(1);
  });

  test('is found by its ARN, changed and deleted, and is absent from an answer when it is gone', async () => {
    const { ask, teams } = await start();
    const { ChannelConfiguration } = await ask('CreateMicrosoftTeamsChannelConfiguration', teams);
    const { ChatConfigurationArn } = ChannelConfiguration;
    const ChannelId = '19%3Axyz%40thread.tacv2';
    await ask('UpdateMicrosoftTeamsChannelConfiguration', { ChatConfigurationArn, ChannelId });
    expect(await ask('GetMicrosoftTeamsChannelConfiguration', { ChatConfigurationArn })).toMatchObject({
      ChannelConfiguration: { ...teams, ChannelId },
    });
    const listed = await ask('ListMicrosoftTeamsChannelConfigurations', { TeamId: teams.TeamId });
    expect(listed.TeamChannelConfigurations).toMatchObject([{ ChannelId, TeamId: teams.TeamId }]);
    const others = await ask('ListMicrosoftTeamsChannelConfigurations', { TeamId: teams.TenantId });
    expect(others.TeamChannelConfigurations).toEqual([]);
    await ask('DeleteMicrosoftTeamsChannelConfiguration', { ChatConfigurationArn });
    expect(await ask('GetMicrosoftTeamsChannelConfiguration', { ChatConfigurationArn })).toEqual({});
  });

  test.each([
    ['a team by its name', { TeamId: 'Security' }],
    ['no tenant', { TenantId: undefined }],
    ['a channel that is not encoded', { ChannelId: '19:abc@thread.tacv2' }],
  ])('is refused with %s', async (_what, change) => {
    const { ask, teams } = await start();
    await expect(ask('CreateMicrosoftTeamsChannelConfiguration', { ...teams, ...change })).rejects.toEqual(
      refusal('InvalidParameterException'),
    );
  });
});

describe('channels', () => {
  test('carry tags that can change', async () => {
    const { ask, create } = await start();
    const ResourceARN = await create({ Tags: [{ TagKey: 'owner', TagValue: 'security' }] });
    await ask('TagResource', { ResourceARN, Tags: [{ TagKey: 'team', TagValue: 'a' }] });
    await ask('UntagResource', { ResourceARN, TagKeys: ['owner'] });
    expect(await ask('ListTagsForResource', { ResourceARN })).toEqual({ Tags: [{ TagKey: 'team', TagValue: 'a' }] });
    await expect(ask('ListTagsForResource', { ResourceARN: `${ResourceARN}s` })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  test('are left over until they are deleted, and go with their account', async () => {
    const { world, service, account, ask, create, teams } = await start();
    await create();
    await ask('CreateMicrosoftTeamsChannelConfiguration', teams);
    expect(service.leftovers().map(({ resource }) => resource)).toEqual([
      'global slack-channel findings',
      'global microsoft-teams-channel findings',
    ]);
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toEqual([]);
  });
});
