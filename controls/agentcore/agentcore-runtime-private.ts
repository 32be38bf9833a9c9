import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:CreateAgentRuntime';
const harness = 'bedrock-agentcore:CreateHarness';
const key = 'bedrock-agentcore:subnets';

export default defineControl({
  id: 'agentcore-runtime-private',
  title: 'Agents run in a VPC',
  why: 'An agent that was manipulated sends what it knows to any address, unless a firewall stops it.',
  fix: "Set networkMode 'VPC' with subnets that have the endpoints and the proxy that the agent needs.",
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        // An update replaces the whole network configuration, so it has to name the subnets again.
        Action: [action, 'bedrock-agentcore:UpdateAgentRuntime'],
        Condition: { Null: { [key]: 'true' } },
      },
      // A harness runs agents as well, and carries no key that shows its network.
      { Action: [harness, 'bedrock-agentcore:UpdateHarness'] },
    ],
  },
  detect: {
    managed: 'BEDROCKAGENTCORE_RUNTIME_PRIVATE_NETWORK_REQUIRED',
    resourceTypes: ['AWS::BedrockAgentCore::Runtime'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'No agent starts outside a VPC, and none leaves its VPC by an update',
      deny: {
        Action: ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:UpdateAgentRuntime'],
        Condition: { Null: { [key]: 'true' } },
      },
    },
    {
      that: 'No harness runs an agent, for nothing shows in which network',
      deny: { Action: ['bedrock-agentcore:CreateHarness', 'bedrock-agentcore:UpdateHarness'] },
    },
  ],
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.1'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7']),
    ...sendsNothing,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the network mode is PUBLIC, so there are no subnets', action, denied: true },
    {
      when: 'an agent is moved out of its VPC',
      action: 'bedrock-agentcore:UpdateAgentRuntime',
      denied: true,
    },
    { when: 'subnets are named', action, context: { [key]: ['subnet-0a1b2c3d', 'subnet-1a2b3c4d'] }, denied: false },
    { when: 'a harness runs it, whose network cannot be seen', action: harness, denied: true },
    { when: 'NetworkMode is VPC', compliant: true },
    { when: 'NetworkMode is PUBLIC', compliant: false },
  ],
});
