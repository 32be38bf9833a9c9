import type { Check } from '../check';
import { agentRoles } from './agent-roles';
import { agentcoreGatewayPolicy } from './agentcore-gateway-policy';
import { agentcoreLogsMasked } from './agentcore-logs-masked';
import { bedrockAgentGuardrail } from './bedrock-agent-guardrail';
import { bedrockBatchOutput } from './bedrock-batch-output';
import { bedrockGuardrailPresent } from './bedrock-guardrail-present';
import { bedrockGuardrailStrength } from './bedrock-guardrail-strength';
import { bedrockInvocationLogging } from './bedrock-invocation-logging';
import { bedrockOwnKeys } from './bedrock-own-keys';
import { endpointEncrypted } from './endpoint-encrypted';
import { endpointMonitored } from './endpoint-monitored';
import { modelCardPresent } from './model-card-present';
import { scriptSecrets } from './script-secrets';

/** The checks by the names that controls call them by (`detect.lambda`). */
export const checks: ReadonlyMap<string, Check> = new Map([
  ['agent-roles', agentRoles],
  ['agentcore-gateway-policy', agentcoreGatewayPolicy],
  ['agentcore-logs-masked', agentcoreLogsMasked],
  ['bedrock-agent-guardrail', bedrockAgentGuardrail],
  ['bedrock-batch-output', bedrockBatchOutput],
  ['bedrock-guardrail-present', bedrockGuardrailPresent],
  ['bedrock-guardrail-strength', bedrockGuardrailStrength],
  ['bedrock-invocation-logging', bedrockInvocationLogging],
  ['bedrock-own-keys', bedrockOwnKeys],
  ['endpoint-encrypted', endpointEncrypted],
  ['endpoint-monitored', endpointMonitored],
  ['model-card-present', modelCardPresent],
  ['script-secrets', scriptSecrets],
]);
