import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

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
  ({ services }) => listedOnce('config.excludedResourceTypes', services.config.excludedResourceTypes),
  ({ services }) => listedOnce('notifications.emails', services.notifications.emails),
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
