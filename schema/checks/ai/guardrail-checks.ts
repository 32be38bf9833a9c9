import { contentFilterTypes, type Guardrail } from '../../forms/ai/guardrail';
import type { Problem } from '../../problems/problem';
import { compiles, problemsIn, repeats } from '../subject';

/** Rules of one guardrail by itself, which stands in the account's file at this field. */
export function guardrailProblems(file: string, field: string, guardrail: Guardrail): Problem[] {
  return [
    ...emptyProblems(file, field, guardrail),
    ...repetitionProblems(file, field, guardrail),
    ...entityProblems(file, field, guardrail),
    ...patternProblems(file, field, guardrail),
  ];
}

/** Bedrock takes no guardrail without a filter (Bedrock User Guide, guardrails-create). */
function emptyProblems(file: string, field: string, guardrail: Guardrail): Problem[] {
  const { contentFilters, promptAttack, deniedTopics, sensitiveInformation, words, grounding } = guardrail;
  const filters = [
    ...contentFilterTypes.flatMap((type) => Object.values(contentFilters[type])).filter((one) => one !== 'NONE'),
    ...(promptAttack === 'NONE' ? [] : [promptAttack]),
    ...deniedTopics,
    ...Object.values(sensitiveInformation).flat(),
    ...words.blocked,
    ...(words.profanity ? ['PROFANITY'] : []),
    ...Object.values(grounding),
  ];
  if (filters.length > 0) return [];
  return [
    problemsIn(file)(field, guardrail.name, 'a guardrail has at least one filter', 'switch a filter on, or remove it'),
  ];
}

function repetitionProblems(file: string, field: string, guardrail: Guardrail): Problem[] {
  const { deniedTopics, sensitiveInformation, words } = guardrail;
  const lists = {
    deniedTopics: deniedTopics.map(({ name }) => name),
    'sensitiveInformation.patterns': sensitiveInformation.patterns.map(({ name }) => name),
    'sensitiveInformation.block': sensitiveInformation.block,
    'sensitiveInformation.anonymize': sensitiveInformation.anonymize,
    'words.blocked': words.blocked,
  };
  return Object.entries(lists).flatMap(([list, values]) =>
    repeats<string>(values).map(({ index, value }) =>
      problemsIn(file)(`${field}.${list}[${index}]`, value, 'stands in the list once', 'remove the second mention'),
    ),
  );
}

function entityProblems(file: string, field: string, { sensitiveInformation: { block, anonymize } }: Guardrail) {
  return anonymize.flatMap((entity, index) =>
    block.includes(entity)
      ? [
          problemsIn(file)(
            `${field}.sensitiveInformation.anonymize[${index}]`,
            entity,
            'personal data of one kind is blocked or anonymized',
            'remove it from one of the two lists',
          ),
        ]
      : [],
  );
}

function patternProblems(file: string, field: string, { sensitiveInformation: { patterns } }: Guardrail): Problem[] {
  return patterns.flatMap(({ regex }, index) => {
    const problem = (rule: string, fix: string) =>
      problemsIn(file)(`${field}.sensitiveInformation.patterns[${index}].regex`, regex, rule, fix);
    if (!compiles(regex)) return [problem('must be a regular expression', 'close its brackets and groups')];
    return /\(\?<?[=!]/.test(regex)
      ? [
          problem(
            'Bedrock has no lookaround (Bedrock User Guide, guardrails-sensitive-filters)',
            'match the text itself',
          ),
        ]
      : [];
  });
}
