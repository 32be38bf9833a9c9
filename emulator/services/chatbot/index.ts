import { restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { type ChatOperations, routes, type SlackInput, type TeamsInput } from './api';
import { slackOperations, teamsOperations } from './channels';
import { Channels } from './state';
import { tagOperations } from './tags';

/** Amazon Q Developer in chat applications, formerly AWS Chatbot: channels that show what topics send. */
export function chatbot(world: World): RestService & Inventory {
  const slack = new Channels<SlackInput>('slack-channel', world);
  const teams = new Channels<TeamsInput>('microsoft-teams-channel', world);
  world.organization.onLeave((account) => {
    slack.forget(account);
    teams.forget(account);
  });
  const handlers: ChatOperations = {
    ...slackOperations(slack),
    ...teamsOperations(teams),
    ...tagOperations(
      (account, arn) => [...slack.list(account), ...teams.list(account)].find((channel) => channel.arn === arn)?.tags,
    ),
  };
  return {
    ...restService('chatbot', routes, handlers),
    leftovers: () => [...slack.leftovers(), ...teams.leftovers()],
  };
}
