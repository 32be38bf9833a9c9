import type { Macie } from '../forms/macie';
import type { Settings } from '../forms/settings';
import { type Problem, useOneOf } from '../problems/problem';
import { tryValueObjection } from './governance-tag-checks';
import { compiles, problemsIn, repeats } from './subject';

/** Rules between the identifiers, jobs and suppressions of Macie. */
export function macieProblems(file: string, settings: Settings): Problem[] {
  const { macie } = settings.services;
  const problem = problemsIn(file);
  return [
    ...(['customDataIdentifiers', 'jobs', 'suppressions'] as const).flatMap((list) =>
      repeats(macie[list].map(({ name }) => name)).map(({ index, value }) =>
        problem(`services.macie.${list}[${index}].name`, value, 'names are unique', 'rename one of the two'),
      ),
    ),
    ...macie.customDataIdentifiers.flatMap(({ regex }, index) =>
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
    ...referenceProblems(file, macie),
    ...tagProblems(file, settings),
  ];
}

function referenceProblems(file: string, { jobs, customDataIdentifiers }: Macie): Problem[] {
  const known = customDataIdentifiers.map(({ name }) => name);
  return jobs.flatMap((job, jobIndex) =>
    job.customDataIdentifiers.flatMap((name, index) =>
      known.includes(name)
        ? []
        : [
            problemsIn(file)(
              `services.macie.jobs[${jobIndex}].customDataIdentifiers[${index}]`,
              name,
              'is not in services.macie.customDataIdentifiers',
              useOneOf(name, known),
            ),
          ],
    ),
  );
}

/** Tags that no bucket may have: the job would read nothing, and the identifier would never be used. */
function tagProblems(file: string, settings: Settings): Problem[] {
  const { jobs, customDataIdentifiers } = settings.services.macie;
  const objections = (field: string, key: string, value: string): Problem[] => {
    const objection = tryValueObjection(settings, key, value);
    return objection ? [problemsIn(file)(`services.macie.${field}`, value, objection.rule, objection.fix)] : [];
  };
  return [
    ...jobs.flatMap(({ bucketTags }, index) =>
      Object.entries(bucketTags).flatMap(([key, value]) => objections(`jobs[${index}].bucketTags.${key}`, key, value)),
    ),
    ...customDataIdentifiers.flatMap(({ dataDomains }, index) =>
      dataDomains.flatMap((domain, at) =>
        objections(`customDataIdentifiers[${index}].dataDomains[${at}]`, 'data-domain', domain),
      ),
    ),
  ];
}
