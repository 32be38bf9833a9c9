import type { BedrockGuardrailConfig } from '@cdktf/provider-aws/lib/bedrock-guardrail';
import { contentFilterTypes, type Guardrail } from '../../schema/forms/ai/guardrail';

type Policies = Pick<
  BedrockGuardrailConfig,
  | 'contentPolicyConfig'
  | 'contextualGroundingPolicyConfig'
  | 'sensitiveInformationPolicyConfig'
  | 'topicPolicyConfig'
  | 'wordPolicyConfig'
>;

/** The filters of a guardrail as the provider takes them: a policy without a filter is left out, for Bedrock refuses an empty one. */
export const guardrailPolicies = (guardrail: Guardrail): Policies => ({
  contentPolicyConfig: contentPolicy(guardrail),
  contextualGroundingPolicyConfig: groundingPolicy(guardrail),
  sensitiveInformationPolicyConfig: sensitiveInformationPolicy(guardrail),
  topicPolicyConfig: topicPolicy(guardrail),
  wordPolicyConfig: wordPolicy(guardrail),
});

function contentPolicy({ contentFilters, promptAttack }: Guardrail): Policies['contentPolicyConfig'] {
  const filters = [
    ...contentFilterTypes.map((type) => ({ type, ...contentFilters[type] })),
    // Bedrock takes no other strength for answers: they attack nobody.
    { type: 'PROMPT_ATTACK', input: promptAttack, output: 'NONE' },
  ].filter(({ input, output }) => input !== 'NONE' || output !== 'NONE');
  return present(filters, () => ({
    filtersConfig: filters.map(({ type, input, output }) => ({ type, inputStrength: input, outputStrength: output })),
  }));
}

function groundingPolicy({ grounding }: Guardrail): Policies['contextualGroundingPolicyConfig'] {
  const filters = Object.entries(grounding).map(([type, threshold]) => ({ type: type.toUpperCase(), threshold }));
  return present(filters, () => ({ filtersConfig: filters }));
}

function sensitiveInformationPolicy({
  sensitiveInformation: { block, anonymize, patterns },
}: Guardrail): Policies['sensitiveInformationPolicyConfig'] {
  const entities = [
    ...block.map((type) => ({ type, action: 'BLOCK' })),
    ...anonymize.map((type) => ({ type, action: 'ANONYMIZE' })),
  ];
  return present([...entities, ...patterns], () => ({
    piiEntitiesConfig: nonEmpty(entities),
    regexesConfig: nonEmpty(
      // Without a description AWS provider 5.100 fails after the creation, as with that of the guardrail.
      patterns.map(({ name, regex, action, description }) => ({
        name,
        pattern: regex,
        action,
        description: description ?? name,
      })),
    ),
  }));
}

const topicPolicy = ({ deniedTopics }: Guardrail): Policies['topicPolicyConfig'] =>
  present(deniedTopics, () => ({
    topicsConfig: deniedTopics.map((topic) => ({ ...topic, examples: [...topic.examples], type: 'DENY' })),
  }));

const wordPolicy = ({ words: { blocked, profanity } }: Guardrail): Policies['wordPolicyConfig'] =>
  present(profanity ? [...blocked, 'PROFANITY'] : blocked, () => ({
    wordsConfig: nonEmpty(blocked.map((text) => ({ text }))),
    managedWordListsConfig: profanity ? [{ type: 'PROFANITY' }] : undefined,
  }));

const present = <T>(filters: readonly unknown[], policy: () => T): T[] | undefined =>
  filters.length > 0 ? [policy()] : undefined;

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
