import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const { rule, unique } = rulesOf(settingsFile, 'services');

/** Rules between the options of one service. */
export const serviceChecks: readonly ((settings: Settings) => readonly Problem[])[] = [
  ({ services: { guardDuty } }) =>
    rule(guardDuty.runtimeAgents.length === 0 || guardDuty.features.includes('RUNTIME_MONITORING'), {
      field: 'guardDuty.runtimeAgents',
      value: guardDuty.runtimeAgents,
      rule: 'agents belong to RUNTIME_MONITORING, which is off',
      fix: "add 'RUNTIME_MONITORING' to services.guardDuty.features, or remove the agents",
    }),
  ({ services }) => listedOnce('guardDuty.features', services.guardDuty.features),
  ({ services }) => listedOnce('guardDuty.runtimeAgents', services.guardDuty.runtimeAgents),
  ({ services }) => listedOnce('securityHub.standards', services.securityHub.standards),
  ({ services: { securityHub } }) =>
    unique(
      securityHub.disabledControls.map(({ id }) => id),
      {
        field: (index) => `securityHub.disabledControls[${index}].id`,
        rule: 'must not be listed twice',
        fix: 'remove one of the two',
      },
    ),
  ({ services }) => listedOnce('config.excludedResourceTypes', services.config.excludedResourceTypes),
  ({ services }) => listedOnce('notifications.emails', services.notifications.emails),
  // The provider looks for a channel by its team alone: terraform-provider-aws 5.100, chatbot/teams_channel_configuration.go.
  ({ services: { notifications } }) => {
    const channels = [
      { field: 'notifications', ...notifications },
      ...notifications.routes.map((route, index) => ({ ...route, field: `notifications.routes[${index}]` })),
    ].flatMap(({ field, teams }) => (teams ? [{ field: `${field}.teams.team`, team: teams.team.toLowerCase() }] : []));
    return channels.flatMap(({ field, team }, index) =>
      rule(channels.findIndex((other) => other.team === team) === index, {
        field,
        value: team,
        rule: 'a team has one channel here, because Terraform finds it by the team alone',
        fix: 'write a channel of another team, or of Slack',
      }),
    );
  },
  // It shows events of AWS, and messages in a form of its own: Amazon Q Developer in chat applications, custom-notifs.
  ({ services: { notifications } }) =>
    notifications.routes.flatMap(({ digest, slack, teams }, index) =>
      rule(digest === undefined || (!slack && !teams), {
        field: `notifications.routes[${index}].digest`,
        value: digest,
        rule: 'chat shows no digest: it is a text, and chat shows events',
        fix: 'give the channel to a route without digest',
      }),
    ),
  ({ services: { notifications } }) =>
    notifications.routes.flatMap(({ digest, emptyDigest }, index) =>
      rule(digest !== undefined || emptyDigest === undefined, {
        field: `notifications.routes[${index}].emptyDigest`,
        value: emptyDigest,
        rule: 'belongs to digest, without which each event is sent at once and none is empty',
        fix: "write digest: 'daily' or 'weekly' too, or remove emptyDigest",
      }),
    ),
  ({ services: { notifications } }) =>
    notifications.routes.flatMap(({ emails }, index) => listedOnce(`notifications.routes[${index}].emails`, emails)),
  ({ services: { notifications } }) =>
    unique(
      notifications.routes.map(({ name }) => name),
      {
        field: (index) => `notifications.routes[${index}].name`,
        rule: 'two routes must not have one name',
        fix: 'rename one',
      },
    ),
];

const listedOnce = (field: string, values: readonly string[]): readonly Problem[] =>
  unique(values, { field, rule: 'must not be listed twice' });

/** AWS deletes no administrator who has members by invitation, and `security` is deployed before the accounts leave. */
export const leavingProblems = ({ settings: { services }, accounts }: ZoneSubject): readonly Problem[] => {
  const external = accounts.filter(({ origin }) => origin === 'external').map(({ name }) => name);
  return (['guardDuty', 'macie'] as const).flatMap((name) =>
    rule(services[name].enabled || external.length === 0, {
      field: `${name}.enabled`,
      value: false,
      rule: `is the administrator of ${external.join(', ')} by invitation, which has to leave first`,
      fix: 'destroy the stacks of external accounts and remove their files, then switch it off; or leave it on',
    }),
  );
};
