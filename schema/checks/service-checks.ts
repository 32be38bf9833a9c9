import type { Services } from '../forms/services';
import type { Settings } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { macieProblems } from './macie-checks';
import { problemsIn, repeats } from './subject';

/** Rules between the options of one service. */
export function serviceProblems(file: string, settings: Settings): Problem[] {
  const { services } = settings;
  return [
    ...guardDutyProblems(file, services.guardDuty),
    ...macieProblems(file, settings),
    ...listProblems(file, services),
  ];
}

function guardDutyProblems(file: string, { features, runtimeAgents }: Services['guardDuty']): Problem[] {
  if (runtimeAgents.length === 0 || features.includes('RUNTIME_MONITORING')) return [];
  return [
    problemsIn(file)(
      'services.guardDuty.runtimeAgents',
      runtimeAgents,
      'agents belong to RUNTIME_MONITORING, which is off',
      "add 'RUNTIME_MONITORING' to services.guardDuty.features, or remove the agents",
    ),
  ];
}

function listProblems(file: string, services: Services): Problem[] {
  const lists: [string, readonly string[]][] = [
    ['guardDuty.features', services.guardDuty.features],
    ['guardDuty.runtimeAgents', services.guardDuty.runtimeAgents],
    ['securityHub.standards', services.securityHub.standards],
    ['config.excludedResourceTypes', services.config.excludedResourceTypes],
    ['notifications.emails', services.notifications.emails],
  ];
  return lists.flatMap(([field, values]) =>
    repeats(values).map(({ index, value }) =>
      problemsIn(file)(`services.${field}[${index}]`, value, 'stands in the list once', 'remove the second mention'),
    ),
  );
}
