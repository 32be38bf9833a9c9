import { GetGuardrailCommand, type GetGuardrailCommandOutput } from '@aws-sdk/client-bedrock';
import { ListKnowledgeBasesCommand } from '@aws-sdk/client-bedrock-agent';
import { type Check, faultsVerdict, type Verdict } from '../check';
import type { Clients } from '../clients';
import { tryFind, whereOffered } from '../offered';
import { pages } from '../pages';
import { pinnedGuardrails } from './guardrails';

/**
 * Each guardrail of the region, whoever made it, blocks prompt attacks at the highest strength, looks for personal data or secrets, and,
 * where the region has a knowledge base, for answers that its documents do not bear out. The parameter `groundingThreshold` (0 to 0.99)
 * says how much they have to.
 */
export const bedrockGuardrailStrength: Check = {
  async onSchedule({ parameters, clients: { bedrock, bedrockAgent } }) {
    const verdicts: Verdict[] = [];
    const threshold = Number(parameters.groundingThreshold);
    const grounding = (await hasKnowledgeBase(bedrockAgent)) ? threshold : undefined;
    for await (const { id, arn, version } of pinnedGuardrails(bedrock)) {
      const guardrail = await tryFind(
        bedrock.send(new GetGuardrailCommand({ guardrailIdentifier: id, guardrailVersion: version })),
      );
      if (guardrail) verdicts.push(faultsVerdict('AWS::Bedrock::Guardrail', arn, faultsOf(guardrail, grounding)));
    }
    return verdicts;
  },
};

function faultsOf(guardrail: GetGuardrailCommandOutput, threshold: number | undefined): string[] {
  const { version, contentPolicy, sensitiveInformationPolicy, contextualGroundingPolicy } = guardrail;
  const attack = contentPolicy?.filters?.find(({ type }) => type === 'PROMPT_ATTACK');
  const blocksAttacks =
    attack?.inputStrength === 'HIGH' && attack.inputEnabled !== false && attack.inputAction !== 'NONE';
  const { piiEntities = [], regexes = [] } = sensitiveInformationPolicy ?? {};
  const grounding = contextualGroundingPolicy?.filters?.find(({ type }) => type === 'GROUNDING');
  const isGrounded =
    threshold === undefined ||
    (grounding?.threshold !== undefined &&
      grounding.threshold >= threshold &&
      grounding.enabled !== false &&
      grounding.action !== 'NONE');
  return [
    ...(blocksAttacks ? [] : [`Version ${version}: set PROMPT_ATTACK to HIGH for prompts.`]),
    ...([...piiEntities, ...regexes].some(acts) ? [] : [`Version ${version}: it looks for no personal data.`]),
    ...(isGrounded
      ? []
      : [`Version ${version}: set GROUNDING to ${threshold} or more, for there are knowledge bases.`]),
  ];
}

interface SensitiveFilter {
  readonly action?: string | undefined;
  readonly inputAction?: string | undefined;
  readonly outputAction?: string | undefined;
  readonly inputEnabled?: boolean | undefined;
  readonly outputEnabled?: boolean | undefined;
}

/** Whether it does something about what it finds, in prompts or in answers. What a side does not say is said by `action`. */
const acts = ({ action, inputAction = action, outputAction = action, ...on }: SensitiveFilter): boolean =>
  (on.inputEnabled !== false && inputAction !== 'NONE') || (on.outputEnabled !== false && outputAction !== 'NONE');

async function hasKnowledgeBase(bedrockAgent: Clients['bedrockAgent']): Promise<boolean> {
  const list = pages((nextToken) => bedrockAgent.send(new ListKnowledgeBasesCommand({ maxResults: 100, nextToken })));
  for await (const { knowledgeBaseSummaries = [] } of whereOffered(list))
    if (knowledgeBaseSummaries.length > 0) return true;
  return false;
}
