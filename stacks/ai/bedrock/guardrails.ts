import { BedrockGuardrail } from '@cdktf/provider-aws/lib/bedrock-guardrail';
import { BedrockGuardrailVersion } from '@cdktf/provider-aws/lib/bedrock-guardrail-version';
import type { Guardrail } from '../../../schema/forms/ai/guardrail';
import { digestOf } from '../../../schema/text';
import { EncryptionKey } from '../../parts/encryption-key';
import type { AiContext } from '../context';
import { guardrailPolicies } from './guardrail-policies';

/** A guardrail as an application names it in a call. */
export interface PublishedGuardrail {
  readonly id: string;
  readonly arn: string;
  /** The numbered version of what the account's file says now. */
  readonly version: string;
}

/** Makes each guardrail, and a version of it, in its regions. @returns guardrails by `<region>/<name>`, key ARNs by region */
export function makeGuardrails(
  context: AiContext,
  guardrails: readonly Guardrail[],
): { readonly guardrails: Record<string, PublishedGuardrail>; readonly keyArns: Record<string, string> } {
  const keyArns: Record<string, string> = {};
  const made: Record<string, PublishedGuardrail> = {};
  for (const region of context.account.regions)
    for (const guardrail of guardrails.filter(({ regions }) => regions?.includes(region) ?? true)) {
      keyArns[region] ??= guardrailKey(context, region);
      made[`${region}/${guardrail.name}`] = makeGuardrail(context, region, guardrail, keyArns[region]);
    }
  return { guardrails: made, keyArns };
}

/** Whoever makes a guardrail or calls through one uses the key by their own IAM policies (Bedrock User Guide, guardrails-permissions-kms). */
const guardrailKey = ({ stack, zone, here, keep }: AiContext, region: string): string =>
  new EncryptionKey(stack, `guardrails-key-${region}`, {
    place: here.at(region),
    alias: `${zone.name}-guardrails`,
    description: 'Guardrails of Bedrock',
    accountId: here.accountId,
    statements: [],
    lifecycle: keep,
  }).arn;

function makeGuardrail(
  { stack, here }: AiContext,
  region: string,
  guardrail: Guardrail,
  kmsKeyArn: string,
): PublishedGuardrail {
  const { name, description, blockedInputMessage, blockedOutputMessage } = guardrail;
  const place = here.at(region);
  const configuration = {
    name,
    // AWS provider 5.100 fails after the creation of one without: its value stays unknown.
    description: description ?? name,
    blockedInputMessaging: blockedInputMessage,
    blockedOutputsMessaging: blockedOutputMessage,
    ...guardrailPolicies(guardrail),
  };
  const draft = new BedrockGuardrail(stack, `guardrail-${name}-${region}`, { ...place, ...configuration, kmsKeyArn });
  const version = new BedrockGuardrailVersion(stack, `guardrail-${name}-${region}-version`, {
    ...place,
    guardrailArn: draft.guardrailArn,
    // A version never changes. Another description is another version, and it is another one with each change of the draft.
    description: `Configuration ${digestOf(JSON.stringify(configuration), 12)}`,
    // Applications pin a version: it outlives its successor, until the guardrail itself goes.
    skipDestroy: true,
  });
  return { id: draft.guardrailId, arn: draft.guardrailArn, version: version.version };
}
