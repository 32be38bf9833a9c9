import { defineControl } from '../../schema/forms/control';
import { owned } from '../shared/mappings';
import { workloads } from '../where';

const action = 'bedrock:CreateInferenceProfile';
const key = 'aws:RequestTag/owner';

export default defineControl({
  id: 'bedrock-owner-tag',
  title: 'Guardrails, inference profiles, knowledge bases and prompts name their owner',
  why: 'When a prompt or a knowledge base does harm, somebody has to be found who may switch it off.',
  fix: "Pass the tag 'owner' with the team's name in the call that creates the resource: a later tag comes too late.",
  severity: 'low',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: [
          'bedrock:CreateAgent',
          'bedrock:CreateFlow',
          'bedrock:CreateGuardrail',
          action,
          'bedrock:CreateKnowledgeBase',
          'bedrock:CreatePrompt',
        ],
        Condition: { Null: { [key]: 'true' } },
      },
    ],
    // Its providers put the account's owner on everything.
    exempt: ['deployRole'],
  },
  // Config records no agents or flows. Tags are a list in two types, a map in two (awslabs/aws-config-rules, adca9b0).
  detect: {
    guard: `rule list when resourceType in ['AWS::Bedrock::ApplicationInferenceProfile', 'AWS::Bedrock::Guardrail'] {
  configuration.Tags exists
  some configuration.Tags[*].Key == 'owner'
}
rule map when resourceType in ['AWS::Bedrock::KnowledgeBase', 'AWS::Bedrock::Prompt'] {
  configuration.Tags.owner exists
}
`,
    resourceTypes: [
      'AWS::Bedrock::ApplicationInferenceProfile',
      'AWS::Bedrock::Guardrail',
      'AWS::Bedrock::KnowledgeBase',
      'AWS::Bedrock::Prompt',
    ],
  },
  promises: [
    {
      that: 'No agent, flow or knowledge base of a person is made without a name of its owner',
      deny: {
        Action: ['bedrock:CreateAgent', 'bedrock:CreateFlow', 'bedrock:CreateKnowledgeBase'],
        Condition: { Null: { [key]: 'true' } },
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [...owned],
  examples: [
    { when: 'an inference profile has no tags', action, denied: true },
    { when: 'it has other tags only', action, context: { 'aws:RequestTag/project': 'triage' }, denied: true },
    { when: 'it names its owner', action, context: { [key]: 'ml-platform' }, denied: false },
    { when: 'the landing zone makes it', action, principal: 'deployRole', denied: false },
    { when: 'a prompt has the tag owner', compliant: true },
    { when: 'the tag was removed from a guardrail', compliant: false },
  ],
});
