import type { OrganizationGuardrail } from '../../schema/forms/ai/organization-guardrail';
import type { LandingZone } from '../../schema/landing-zone';

type Zone = Pick<LandingZone, 'ai' | 'regions'>;

/** Where a guardrail of the organization is: in its own regions, or in every governed one. */
export const regionsOfGuardrail = ({ regions }: Pick<LandingZone, 'regions'>, guardrail: OrganizationGuardrail) =>
  regions.filter((region) => guardrail.regions?.includes(region) ?? true);

/** Stands for what only AWS knows: ARN and version of a guardrail in a region. */
const guardrailMarker = (region: string, name: string): string => `@guardrail:${region}/${name}@`;

/** Puts ARN and version in place of each marker, which are asked for by `<region>/<name>`. */
export const withGuardrails = (content: string, identifierOf: (key: string) => string): string =>
  content.replaceAll(/@guardrail:([a-z0-9/-]+)@/g, (_, key: string) => identifierOf(key));

/**
 * A Bedrock policy: the guardrail of each region, for everything that a request says. What is tagged is never guarded alone, because
 * whoever calls writes the tags. A policy takes what it does not say from the one above it, so each says of models what any of them says.
 * Syntax: Organizations User Guide, orgs_manage_policies_bedrock_syntax; `config_1` is the one key that it has for a configuration.
 */
export function bedrockPolicyContent({ ai, regions }: Zone, guardrail: OrganizationGuardrail): string {
  const excepts = ai.organizationGuardrails.some(({ exceptModels }) => exceptModels.length > 0);
  const configuration = (region: string) => ({
    identifier: assign(guardrailMarker(region, guardrail.name)),
    selective_content_guarding: { system: assign('comprehensive'), messages: assign('comprehensive') },
    ...(excepts && {
      model_enforcement: { included_models: assign(['ALL']), excluded_models: assign(guardrail.exceptModels) },
    }),
  });
  const inference = regionsOfGuardrail({ regions }, guardrail).map((region) => [
    region,
    { config_1: configuration(region) },
  ]);
  return JSON.stringify({ bedrock: { guardrail_inference: Object.fromEntries(inference) } });
}

const assign = <T>(value: T) => ({ '@@assign': value });
