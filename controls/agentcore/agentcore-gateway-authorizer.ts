import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:CreateGateway';
const key = 'bedrock-agentcore:GatewayAuthorizerType';

/**
 * With these a gateway makes no decision of its own: the one asks nobody who it is, the other lets in whoever signs a request with any
 * credentials of AWS. AgentCore Developer Guide, gateway-inbound-auth: offloaded authorization.
 */
const undecided = ['AUTHENTICATE_ONLY', 'NONE'];

export default defineControl({
  id: 'agentcore-gateway-authorizer',
  title: 'Gateways ask every caller who it is, and decide whether it may call',
  why: 'A gateway without an authorizer offers the tools behind it, and the data they reach, to the whole internet.',
  fix: 'Set authorizerType to AWS_IAM, or to CUSTOM_JWT with the discovery URL of the identity provider.',
  severity: 'critical',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [action, 'bedrock-agentcore:UpdateGateway'],
        // AgentCore Developer Guide, security-gateway-condition-keys. The Service Authorization Reference of September
        // 2026 does not list the key for these actions, so it is not negated: if it never came, that would deny all.
        Condition: { StringEquals: { [key]: undecided } },
      },
    ],
  },
  // The rule finds NONE alone; agentcore-gateway-policy reports every gateway whose decision no policy engine makes.
  detect: {
    managed: 'BEDROCKAGENTCORE_GATEWAY_AUTHORIZER_ENABLED',
    resourceTypes: ['AWS::BedrockAgentCore::Gateway'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'No gateway is made, or later changed into one, that does not decide who may call it',
      deny: {
        Action: ['bedrock-agentcore:CreateGateway', 'bedrock-agentcore:UpdateGateway'],
        Condition: { StringEquals: { [key]: undecided } },
      },
    },
  ],
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.2'),
    judged('nist-800-53-r5', ['AC-3', 'IA-2', 'IA-9']),
    judged('hipaa', ['164.312(a)(1)', '164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['8.3.1']),
  ],
  examples: [
    { when: 'no authorizer is chosen', action, context: { [key]: 'NONE' }, denied: true },
    {
      when: 'the authorizer is taken off a gateway',
      action: 'bedrock-agentcore:UpdateGateway',
      context: { [key]: 'NONE' },
      denied: true,
    },
    { when: 'whoever has credentials of AWS may call', action, context: { [key]: 'AUTHENTICATE_ONLY' }, denied: true },
    { when: 'callers bring a token', action, context: { [key]: 'CUSTOM_JWT' }, denied: false },
    { when: 'the request does not carry the key', action, denied: false },
    { when: 'AuthorizerType is AWS_IAM', compliant: true },
    { when: 'AuthorizerType is NONE', compliant: false },
  ],
});
