import type { Problem } from '../problem';
import { useOneOf } from '../problem';
import type { Services } from '../services';
import type { Settings } from '../settings';
import { problemsIn, repeats } from './subject';

/** Rules between the options of one service. */
export function serviceProblems(file: string, { services }: Settings): Problem[] {
  return [
    ...guardDutyProblems(file, services.guardDuty),
    ...macieProblems(file, services.macie),
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

function macieProblems(file: string, { customDataIdentifiers, jobs }: Services['macie']): Problem[] {
  const problem = problemsIn(file);
  const known = customDataIdentifiers.map(({ name }) => name);
  const named = (list: string, names: readonly string[]) =>
    repeats(names).map(({ index, value }) =>
      problem(`services.macie.${list}[${index}].name`, value, 'names are unique', 'rename one of the two'),
    );
  return [
    ...named('customDataIdentifiers', known),
    ...named(
      'jobs',
      jobs.map(({ name }) => name),
    ),
    ...customDataIdentifiers.flatMap(({ regex }, index) =>
      compiles(regex)
        ? []
        : [
            problem(
              `services.macie.customDataIdentifiers[${index}].regex`,
              regex,
              'must be a regular expression',
              'close its brackets and groups',
            ),
          ],
    ),
    ...jobs.flatMap((job, jobIndex) =>
      job.customDataIdentifiers.flatMap((name, index) =>
        known.includes(name)
          ? []
          : [
              problem(
                `services.macie.jobs[${jobIndex}].customDataIdentifiers[${index}]`,
                name,
                'is not in services.macie.customDataIdentifiers',
                useOneOf(name, known),
              ),
            ],
      ),
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

function compiles(regex: string): boolean {
  try {
    new RegExp(regex);
    return true;
  } catch {
    return false;
  }
}
