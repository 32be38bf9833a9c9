import type { LandingZone } from '../../schema/landing-zone';

/**
 * The chat applications policy: chat clients of any account connect to the places where somebody is told of findings, and to no other; a
 * client that AWS adds one day is off. Undefined where each account decides. Syntax: Organizations User Guide,
 * orgs_manage_policies_chatbot_syntax.
 */
export function chatbotPolicy({ organization, services }: Pick<LandingZone, 'organization' | 'services'>) {
  if (organization.chatClients === 'leave') return undefined;
  const { notifications } = services;
  const chats = [notifications, ...notifications.routes];
  const workspaces = distinct(chats.flatMap(({ slack }) => slack?.workspace ?? []));
  const teams = chats.flatMap((chat) => chat.teams ?? []);
  const tenants = distinct(teams.map(({ tenant }) => tenant)).map((tenant) => [
    tenant,
    assign(distinct(teams.flatMap((each) => (each.tenant === tenant ? each.team : [])))),
  ]);
  return JSON.stringify({
    chatbot: {
      platforms: {
        slack: workspaces.length > 0 ? { ...client('enabled'), workspaces: assign(workspaces) } : client('disabled'),
        microsoft_teams:
          tenants.length > 0 ? { ...client('enabled'), tenants: Object.fromEntries(tenants) } : client('disabled'),
        chime: client('disabled'),
      },
      default: client('disabled'),
    },
  });
}

const assign = (value: string | readonly string[]) => ({ '@@assign': value });
const client = (state: 'enabled' | 'disabled') => ({ client: assign(state) });
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
