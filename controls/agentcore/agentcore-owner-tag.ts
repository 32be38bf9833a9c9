import { defineControl } from '../../schema/forms/control';
import { owned } from '../shared/mappings';
import { workloads } from '../where';

const action = 'bedrock-agentcore:CreateAgentRuntime';
const key = 'aws:RequestTag/owner';

export default defineControl({
  id: 'agentcore-owner-tag',
  title: 'Agents, their memories, gateways and tools name their owner',
  why: 'An agent that misbehaves has to be stopped by somebody who knows what depends on it.',
  fix: "Pass the tag 'owner' with the team's name in the call that creates the resource.",
  severity: 'low',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'bedrock-agentcore:CreateBrowser',
          'bedrock-agentcore:CreateCodeInterpreter',
          'bedrock-agentcore:CreateGateway',
          'bedrock-agentcore:CreateMemory',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    ],
  },
  // Paths after AWS's withdrawn Bedrock pack (awslabs/aws-config-rules, adca9b0): the item of a runtime shows no tags.
  detect: {
    guard: `rule owner {
  configuration.Tags.owner exists
}
`,
    resourceTypes: [
      'AWS::BedrockAgentCore::BrowserCustom',
      'AWS::BedrockAgentCore::Gateway',
      'AWS::BedrockAgentCore::Memory',
    ],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'Nothing that acts or remembers for an agent is made without a name of its owner',
      deny: {
        Action: [
          'bedrock-agentcore:CreateAgentRuntime',
          'bedrock-agentcore:CreateGateway',
          'bedrock-agentcore:CreateMemory',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    },
  ],
  satisfies: [...owned],
  examples: [
    { when: 'an agent has no tags', action, denied: true },
    { when: 'an agent names its owner', action, context: { [key]: 'ml-platform' }, denied: false },
    { when: 'a memory has the tag owner', compliant: true },
    { when: 'a gateway has other tags only', compliant: false },
  ],
});
