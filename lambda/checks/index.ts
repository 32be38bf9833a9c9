import type { Check } from '../check';
import { bedrockGuardrailPresent } from './bedrock-guardrail-present';
import { bedrockInvocationLogging } from './bedrock-invocation-logging';
import { endpointEncrypted } from './endpoint-encrypted';
import { modelCardPresent } from './model-card-present';

/** The checks by the names that controls call them by (`detect.lambda`). */
export const checks: ReadonlyMap<string, Check> = new Map([
  ['bedrock-guardrail-present', bedrockGuardrailPresent],
  ['bedrock-invocation-logging', bedrockInvocationLogging],
  ['endpoint-encrypted', endpointEncrypted],
  ['model-card-present', modelCardPresent],
]);
