import { isChatbotPolicy } from '../../../emulator/services/organizations/chatbot-policy';
import { chatbotPolicy } from '../../../policy/guardrails/chatbot-policy';
import { sampleSettings, zoneOf } from '../../support/zone';

const [tenant, team, other] = [
  '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  '0b1e2c3d-4455-4677-8899-aabbccddeeff',
  '7c9e6679-7425-40de-944b-e07fc1f90ae7',
] as const;
const channel = '19%3a1a2b3c%40thread.tacv2';

const policyWith = (told: object, chatClients: 'leave' | 'told' = 'told') => {
  const notifications = { emails: ['security@example.com'], ...told };
  const settings = { organization: { chatClients }, services: { ...sampleSettings().services, notifications } };
  return chatbotPolicy(zoneOf({ settings, controls: [] }));
};
const read = (content: string | undefined) => JSON.parse(content ?? '{}').chatbot;
const off = { client: { '@@assign': 'disabled' } };

describe('the chat applications policy', () => {
  it('is none where each account decides, which is what holds by default', () => {
    expect(policyWith({ slack: { workspace: 'T1', channel: 'C1' } }, 'leave')).toBeUndefined();
    expect(zoneOf({ controls: [] }).organization.chatClients).toBe('leave');
  });

  it('lets chat clients connect to nobody where nobody is told in a chat', () => {
    expect(read(policyWith({}))).toEqual({
      platforms: { slack: off, microsoft_teams: off, chime: off },
      default: off,
    });
  });

  it('admits the workspaces and teams that are told, those of routes among them, each once', () => {
    const slack = (workspace: string) => ({ slack: { workspace, channel: 'C1' } });
    const routes = [
      { name: 'on-call', from: 'high', ...slack('T2'), teams: { tenant, team, channel } },
      { name: 'daily', from: 'low', ...slack('T1'), teams: { tenant, team: other, channel } },
    ];
    const { slack: slacks, microsoft_teams: teams } = read(policyWith({ ...slack('T1'), routes })).platforms;
    expect(slacks).toEqual({ client: { '@@assign': 'enabled' }, workspaces: { '@@assign': ['T1', 'T2'] } });
    expect(teams).toEqual({
      client: { '@@assign': 'enabled' },
      tenants: { [tenant]: { '@@assign': [team, other] } },
    });
  });

  it('is one that Organizations takes', () => {
    for (const told of [{}, { slack: { workspace: 'T1', channel: 'C1' } }, { teams: { tenant, team, channel } }])
      expect(isChatbotPolicy(JSON.parse(policyWith(told) ?? ''))).toBe(true);
  });
});

describe('what the emulated AWS takes for a chat applications policy', () => {
  const slack = (members: object) => ({ chatbot: { platforms: { slack: members } } });

  // Organizations User Guide, orgs_manage_policies_chatbot_syntax, examples 1 and 3.
  it.each([
    {
      chatbot: {
        platforms: {
          slack: {
            client: { '@@assign': 'enabled' },
            workspaces: { '@@assign': ['Slack-Workspace-Id'] },
            default: { supported_channel_types: { '@@assign': ['private'] } },
          },
          microsoft_teams: off,
          chime: off,
          default: off,
        },
      },
    },
    { chatbot: { platforms: { microsoft_teams: { ...off, tenants: { Id: { '@@assign': ['*'] } } } } } },
  ])('is what AWS shows: %j', (document) => {
    expect(isChatbotPolicy(document)).toBe(true);
  });

  it.each([
    {},
    { chatbot: 'enabled' },
    { chatbot: { platforms: { discord: off } } },
    { chatbot: { default: { client: { '@@assign': 'off' } } } },
    slack({ client: { '@@assign': 'perhaps' } }),
    slack({ tenants: { a: { '@@assign': ['b'] } } }),
    { ...slack(off), services: {} },
  ])('is not %j', (document) => {
    expect(isChatbotPolicy(JSON.parse(JSON.stringify(document)))).toBe(false);
  });
});
