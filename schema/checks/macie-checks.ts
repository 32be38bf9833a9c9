import { captures, tryUnsupportedByMacie, withoutMacieFlags } from '../facts/macie-regex';
import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { formerlyProblems } from './formerly';
import { tagValueProblems } from './governance-tag-checks';
import { rulesOf } from './rule';
import { compiles } from './subject';

const rules = rulesOf(settingsFile, 'services.macie');
const { rule, known, unique } = rules;

/** Rules between the identifiers, jobs and suppressions of Macie. */
export const macieChecks: readonly ((settings: Settings) => readonly Problem[])[] = [
  ({ services: { macie } }) =>
    (['customDataIdentifiers', 'jobs', 'suppressions'] as const).flatMap((list) =>
      unique(
        macie[list].map(({ name }) => name),
        { field: (index) => `${list}[${index}].name`, rule: 'names are unique', fix: 'rename one of the two' },
      ),
    ),
  ({ services: { macie } }) =>
    macie.customDataIdentifiers.flatMap(({ regex }, index) =>
      regexProblems(`customDataIdentifiers[${index}].regex`, regex),
    ),
  ({ services: { macie } }) => {
    const names = macie.customDataIdentifiers.map(({ name }) => name);
    return macie.jobs.flatMap(({ customDataIdentifiers }, index) =>
      known(customDataIdentifiers, names, {
        field: `jobs[${index}].customDataIdentifiers`,
        rule: 'is not in services.macie.customDataIdentifiers',
      }),
    );
  },
  bucketTagProblems,
  ({ services: { macie } }) =>
    macie.jobs.flatMap(({ name, formerly }, index) =>
      formerlyProblems(rules, {
        field: `jobs[${index}].formerly`,
        thing: 'job',
        name,
        formerly,
        names: macie.jobs.map((job) => job.name),
        formers: macie.jobs.flatMap((job) => job.formerly ?? []),
      }),
    ),
];

/** The first rule that an expression breaks: each next one supposes those before. */
function regexProblems(field: string, regex: string): readonly Problem[] {
  const unsupported = tryUnsupportedByMacie(regex);
  const guide = '(Macie User Guide, cdis-options)';
  const at = { field, value: regex };
  if (unsupported !== undefined)
    return rule(false, {
      ...at,
      rule: `Macie does not support ${unsupported} ${guide}`,
      fix: 'match the text itself, and put words that stand before it into keywords',
    });
  const isReadable = compiles(withoutMacieFlags(regex));
  return [
    ...rule(isReadable, { ...at, rule: 'must be a regular expression', fix: 'close its brackets and groups' }),
    ...rule(!isReadable || !captures(regex), {
      ...at,
      rule: `Macie does not support capturing groups ${guide}`,
      fix: 'write (?:…) in place of (…)',
    }),
  ];
}

/** Tags that no bucket may have: the job would read nothing, and the identifier would never be used. */
function bucketTagProblems(settings: Settings): readonly Problem[] {
  const { jobs, customDataIdentifiers } = settings.services.macie;
  return [
    ...jobs.flatMap(({ bucketTags }, index) =>
      Object.entries(bucketTags).flatMap(([key, value]) =>
        tagValueProblems(rules, settings, `jobs[${index}].bucketTags.${key}`, key, value),
      ),
    ),
    ...customDataIdentifiers.flatMap(({ dataDomains }, index) =>
      dataDomains.flatMap((domain, at) =>
        tagValueProblems(rules, settings, `customDataIdentifiers[${index}].dataDomains[${at}]`, 'data-domain', domain),
      ),
    ),
  ];
}
