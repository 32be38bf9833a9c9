import type { Json } from '../../toolkit/untyped';
import { invalid } from './errors';
import { contentFilterTypes, piiEntityTypes, strengths } from './guardrail-types';
import { list, oneOf, optionalText, present, text, unique } from './input';

/** The policies of a guardrail as GetGuardrail shows them, when they keep the limits of CreateGuardrail (botocore 1.43.107). */
export function readPolicies(input: Json): Json {
  const policies = present({
    contentPolicy: given(input.contentPolicyConfig, contentPolicy),
    contextualGroundingPolicy: given(input.contextualGroundingPolicyConfig, groundingPolicy),
    sensitiveInformationPolicy: given(input.sensitiveInformationPolicyConfig, sensitiveInformationPolicy),
    topicPolicy: given(input.topicPolicyConfig, topicPolicy),
    wordPolicy: given(input.wordPolicyConfig, wordPolicy),
  });
  // Bedrock User Guide, guardrails-create: "A guardrail must contain at least one filter".
  if (Object.values(policies).every((policy) => Object.values(policy).flat().length === 0))
    throw invalid('A guardrail must contain at least one filter.');
  return policies;
}

const given = (config: Json | undefined, read: (config: Json) => Json): Json | undefined =>
  config === undefined ? undefined : read(config);

function contentPolicy(config: Json): Json {
  const filters = list('filtersConfig', config.filtersConfig, 6, 1).map((filter) => {
    const type = oneOf('type', filter.type, contentFilterTypes);
    const inputStrength = oneOf('inputStrength', filter.inputStrength, strengths);
    const outputStrength = oneOf('outputStrength', filter.outputStrength, strengths);
    if (type === 'PROMPT_ATTACK' && outputStrength !== 'NONE')
      throw invalid('Output strength of the filter PROMPT_ATTACK must be NONE.');
    return { type, inputStrength, outputStrength };
  });
  uniqueTypes('filtersConfig', filters);
  return { filters };
}

function groundingPolicy(config: Json): Json {
  const filters = list('filtersConfig', config.filtersConfig, 2, 1).map(({ type, threshold }) => {
    if (typeof threshold !== 'number' || threshold < 0 || threshold > 0.99)
      throw invalid('threshold must be between 0 and 0.99.');
    return { type: oneOf('type', type, ['GROUNDING', 'RELEVANCE']), threshold };
  });
  uniqueTypes('filtersConfig', filters);
  return { filters };
}

function sensitiveInformationPolicy({ piiEntitiesConfig = [], regexesConfig = [] }: Json): Json {
  const action = (value: unknown) => oneOf('action', value, ['BLOCK', 'ANONYMIZE', 'NONE']);
  const piiEntities = list('piiEntitiesConfig', piiEntitiesConfig, piiEntityTypes.length).map((entity) => ({
    type: oneOf('type', entity.type, piiEntityTypes),
    action: action(entity.action),
  }));
  uniqueTypes('piiEntitiesConfig', piiEntities);
  const regexes = list('regexesConfig', regexesConfig, 10).map((regex) => {
    const pattern = text('pattern', regex.pattern, 500);
    if (/\(\?<?[=!]/.test(pattern)) throw invalid(`Regex lookaround is not supported: ${pattern}`);
    const description = optionalText('description', regex.description, 1000);
    return present({ name: text('name', regex.name, 100), pattern, description, action: action(regex.action) });
  });
  unique(
    'regexesConfig',
    regexes.map(({ name }) => name),
  );
  return { piiEntities, regexes };
}

function topicPolicy(config: Json): Json {
  const topics = list('topicsConfig', config.topicsConfig, 30, 1).map(({ name, definition, examples, type }) =>
    present({
      name: text('name', name, 100, /^[0-9a-zA-Z\-_ !?.]+$/),
      definition: text('definition', definition, 200),
      examples: examples && list('examples', examples, 5).map((example) => text('examples', example, 100)),
      type: oneOf('type', type, ['DENY']),
    }),
  );
  unique(
    'topicsConfig',
    topics.map(({ name }) => name),
  );
  return { topics };
}

function wordPolicy({ wordsConfig = [], managedWordListsConfig = [] }: Json): Json {
  const words = list('wordsConfig', wordsConfig, 10_000).map((word) => ({ text: text('text', word.text, 100) }));
  unique(
    'wordsConfig',
    words.map((word) => word.text),
  );
  const managedWordLists = list('managedWordListsConfig', managedWordListsConfig, 1).map(({ type }) => ({
    type: oneOf('type', type, ['PROFANITY']),
  }));
  return { words, managedWordLists };
}

const uniqueTypes = (name: string, filters: readonly { readonly type: string }[]): void =>
  unique(
    name,
    filters.map(({ type }) => type),
  );
