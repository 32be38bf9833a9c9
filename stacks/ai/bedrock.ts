import type { Contract, Published } from '../kernel/contract';
import { enforceGuardrail } from './bedrock/enforced-guardrail';
import { makeGuardrails, type PublishedGuardrail } from './bedrock/guardrails';
import { makeInferenceProfiles } from './bedrock/inference-profiles';
import { logInvocations } from './bedrock/invocation-logging';
import type { AiContext } from './context';

/** Buckets and keys by region, the others by `<region>/<name>`; all are empty in an account without Bedrock. */
export const bedrockContract = {
  promptBuckets: 'map',
  guardrailIds: 'map',
  guardrailArns: 'map',
  guardrailVersions: 'map',
  guardrailKeyArns: 'map',
  inferenceProfileArns: 'map',
} as const satisfies Contract;

/** Makes what the account's file says of Bedrock: the record of invocations, guardrails, inference profiles. */
export function makeBedrock(context: AiContext): Published<typeof bedrockContract> {
  const {
    invocationLogging,
    guardrails = [],
    enforcedGuardrail,
    inferenceProfiles = [],
  } = context.account.ai.bedrock ?? {};
  const made = makeGuardrails(context, guardrails);
  if (enforcedGuardrail !== undefined) enforceGuardrail(context, enforcedGuardrail, made.guardrails);
  const each = (value: (guardrail: PublishedGuardrail) => string) =>
    Object.fromEntries(Object.entries(made.guardrails).map(([key, guardrail]) => [key, value(guardrail)]));
  return {
    promptBuckets: invocationLogging?.on ? logInvocations(context, invocationLogging) : {},
    guardrailIds: each(({ id }) => id),
    guardrailArns: each(({ arn }) => arn),
    guardrailVersions: each(({ version }) => version),
    guardrailKeyArns: made.keyArns,
    inferenceProfileArns: makeInferenceProfiles(context, inferenceProfiles),
  };
}
