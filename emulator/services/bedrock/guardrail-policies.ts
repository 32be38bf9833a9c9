import type {
  GuardrailContentPolicyConfig,
  GuardrailContextualGroundingPolicyConfig,
  GuardrailSensitiveInformationPolicyConfig,
  GuardrailTopicPolicyConfig,
  GuardrailWordPolicyConfig,
} from '@aws-sdk/client-bedrock';
import type { Input, Shape } from './api';
import { invalid } from './errors';
import { contentFilterTypes, piiEntityTypes, strengths } from './guardrail-types';
import { list, oneOf, optionalText, text, unique } from './input';

/** The policies of a guardrail as GetGuardrail shows them, when they keep the limits of CreateGuardrail (botocore 1.43.107). */
export function readPolicies(input: Input<'CreateGuardrail'>) {
  const policies = {
    contentPolicy: input.contentPolicyConfig && contentPolicy(input.contentPolicyConfig),
    contextualGroundingPolicy:
      input.contextualGroundingPolicyConfig && groundingPolicy(input.contextualGroundingPolicyConfig),
    sensitiveInformationPolicy:
      input.sensitiveInformationPolicyConfig && sensitiveInformationPolicy(input.sensitiveInformationPolicyConfig),
    topicPolicy: input.topicPolicyConfig && topicPolicy(input.topicPolicyConfig),
    wordPolicy: input.wordPolicyConfig && wordPolicy(input.wordPolicyConfig),
  };
  // Bedrock User Guide, guardrails-create: "A guardrail must contain at least one filter".
  if (Object.values(policies).every((policy) => Object.values(policy ?? {}).flat().length === 0))
    throw invalid('A guardrail must contain at least one filter.');
  return policies;
}

function contentPolicy({ filtersConfig }: Shape<GuardrailContentPolicyConfig>) {
  const filters = list('filtersConfig', filtersConfig, 6, 1).map((filter) => {
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

function groundingPolicy({ filtersConfig }: Shape<GuardrailContextualGroundingPolicyConfig>) {
  const filters = list('filtersConfig', filtersConfig, 2, 1).map(({ type, threshold }) => {
    if (typeof threshold !== 'number' || threshold < 0 || threshold > 0.99)
      throw invalid('threshold must be between 0 and 0.99.');
    return { type: oneOf('type', type, ['GROUNDING', 'RELEVANCE']), threshold };
  });
  uniqueTypes('filtersConfig', filters);
  return { filters };
}

const actions = ['BLOCK', 'ANONYMIZE', 'NONE'] as const;

function sensitiveInformationPolicy({
  piiEntitiesConfig = [],
  regexesConfig = [],
}: Shape<GuardrailSensitiveInformationPolicyConfig>) {
  const piiEntities = list('piiEntitiesConfig', piiEntitiesConfig, piiEntityTypes.length).map(({ type, action }) => ({
    type: oneOf('type', type, piiEntityTypes),
    action: oneOf('action', action, actions),
  }));
  uniqueTypes('piiEntitiesConfig', piiEntities);
  const regexes = list('regexesConfig', regexesConfig, 10).map((regex) => {
    const pattern = text('pattern', regex.pattern, 500);
    if (/\(\?<?[=!]/.test(pattern)) throw invalid(`Regex lookaround is not supported: ${pattern}`);
    return {
      name: text('name', regex.name, 100),
      pattern,
      description: optionalText('description', regex.description, 1000),
      action: oneOf('action', regex.action, actions),
    };
  });
  uniqueNames('regexesConfig', regexes);
  return { piiEntities, regexes };
}

function topicPolicy({ topicsConfig }: Shape<GuardrailTopicPolicyConfig>) {
  const topics = list('topicsConfig', topicsConfig, 30, 1).map(({ name, definition, examples, type }) => ({
    name: text('name', name, 100, /^[0-9a-zA-Z\-_ !?.]+$/),
    definition: text('definition', definition, 200),
    examples: examples && list('examples', examples, 5).map((example) => text('examples', example, 100)),
    type: oneOf('type', type, ['DENY']),
  }));
  uniqueNames('topicsConfig', topics);
  return { topics };
}

function wordPolicy({ wordsConfig = [], managedWordListsConfig = [] }: Shape<GuardrailWordPolicyConfig>) {
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

const uniqueTypes = (member: string, items: readonly { readonly type: string }[]): void =>
  unique(
    member,
    items.map(({ type }) => type),
  );

const uniqueNames = (member: string, items: readonly { readonly name: string }[]): void =>
  unique(
    member,
    items.map(({ name }) => name),
  );
