import type { EmptyLists } from './empty-list';

/** Source: botocore's model bedrock-agent/2023-06-05. */
export const bedrockAgent: EmptyLists = {
  ListAgents: ['agentSummaries', 'CreateAgent', 'POST /agents'],
  ListFlows: ['flowSummaries', 'CreateFlow', 'GET /flows'],
  ListKnowledgeBases: ['knowledgeBaseSummaries', 'CreateKnowledgeBase', 'POST /knowledgebases'],
  ListPrompts: ['promptSummaries', 'CreatePrompt', 'GET /prompts'],
};
