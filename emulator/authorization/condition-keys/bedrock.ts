import { deepTexts, type JudgedCall, text } from '../judged-call';
import type { KeyReaders } from './key-reader';

const first =
  (...names: readonly string[]) =>
  ({ input }: JudgedCall) =>
    deepTexts(input, names)[0];

/** Keys of Bedrock. Source: Service Authorization Reference, "Condition keys for Amazon Bedrock". */
export const bedrockKeys: KeyReaders = {
  'bedrock:DataRetentionMode': first('dataRetentionMode', 'mode'),
  'bedrock:GuardrailIdentifier': guardrail,
  'bedrock:InferenceProfileArn': ({ input }) => /^arn:.*inference-profile\/.+$/.exec(text(input, 'modelId') ?? '')?.[0],
  'bedrock:InlineAgentName': first('agentName'),
  'bedrock:ServiceTier': first('serviceTier', 'type'),
  'bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn': first('credentialsSecretArn'),
};

/** ARN of the guardrail that a call of a model asks for, with its version unless that is the draft. */
function guardrail({ account, region, input }: JudgedCall): string | undefined {
  const [id] = deepTexts(input, ['guardrailIdentifier']);
  const [version] = deepTexts(input, ['guardrailVersion']);
  if (id === undefined) return undefined;
  const arn = id.startsWith('arn:') ? id : `arn:aws:bedrock:${region}:${account}:guardrail/${id}`;
  return version === undefined || version === 'DRAFT' ? arn : `${arn}:${version}`;
}
