import { contentFilterTypes, type Guardrail } from '../../forms/ai/guardrail';
import type { Problem } from '../../problems/problem';
import type { Rules } from '../rule';
import { compiles } from '../subject';

/** Rules of one guardrail by itself. */
export const guardrailProblems = (rules: Rules, guardrail: Guardrail): readonly Problem[] => [
  ...filterProblems(rules, guardrail),
  ...repetitionProblems(rules, guardrail),
  ...entityProblems(rules, guardrail),
  ...patternProblems(rules, guardrail),
];

/** Bedrock takes no guardrail without a filter (Bedrock User Guide, guardrails-create). */
function filterProblems({ rule }: Rules, guardrail: Guardrail): readonly Problem[] {
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
  return rule(filters.length > 0, {
    field: '',
    value: guardrail.name,
    rule: 'a guardrail has at least one filter',
    fix: 'switch a filter on, or remove it',
  });
}

function repetitionProblems({ unique }: Rules, guardrail: Guardrail): readonly Problem[] {
  const { deniedTopics, sensitiveInformation, words } = guardrail;
  const lists = {
    deniedTopics: deniedTopics.map(({ name }) => name),
    'sensitiveInformation.patterns': sensitiveInformation.patterns.map(({ name }) => name),
    'sensitiveInformation.block': sensitiveInformation.block,
    'sensitiveInformation.anonymize': sensitiveInformation.anonymize,
    'words.blocked': words.blocked,
  };
  return Object.entries(lists).flatMap(([field, values]) =>
    unique(values, { field, rule: 'must not be listed twice' }),
  );
}

const entityProblems = ({ rule }: Rules, { sensitiveInformation: { block, anonymize } }: Guardrail) =>
  anonymize.flatMap((entity, index) =>
    rule(!block.includes(entity), {
      field: `sensitiveInformation.anonymize[${index}]`,
      value: entity,
      rule: 'one kind of personal data cannot be both blocked and anonymized',
      fix: 'remove it from one of the two lists',
    }),
  );

const patternProblems = ({ rule }: Rules, { sensitiveInformation: { patterns } }: Guardrail) =>
  patterns.flatMap(({ regex }, index) => {
    const at = { field: `sensitiveInformation.patterns[${index}].regex`, value: regex };
    return [
      ...rule(compiles(regex), { ...at, rule: 'must be a regular expression', fix: 'close its brackets and groups' }),
      ...rule(!compiles(regex) || !/\(\?<?[=!]/.test(regex), {
        ...at,
        rule: 'Bedrock does not support lookaround (Bedrock User Guide, guardrails-sensitive-filters)',
        fix: 'match the text itself',
      }),
    ];
  });
