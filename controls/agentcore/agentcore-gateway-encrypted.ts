import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedAtRest } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'agentcore-gateway-encrypted',
  title: 'Gateways are encrypted with a customer managed key',
  why: 'A gateway stores the schemas of internal services, and the company cannot revoke a key that AWS owns.',
  fix: 'Set kmsKeyArn of the gateway to a key of the account whose policy lets AgentCore use it.',
  severity: 'medium',
  where: aiAccounts,
  // Not prevented: the Service Authorization Reference of September 2026 lists bedrock-agentcore:KmsKeyArn for
  // CreateMemory only, and a Null test on a key that does not come would deny every gateway.
  detect: {
    managed: 'BEDROCKAGENTCORE_GATEWAY_ENCRYPTION_ENABLED',
    resourceTypes: ['AWS::BedrockAgentCore::Gateway'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.4'),
    judged('nist-800-53-r5', ['SC-13', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'KmsKeyArn names a key of the account', compliant: true },
    { when: 'KmsKeyArn is missing', compliant: false },
  ],
});
