import { type Agent, GetAgentCommand, GetAgentVersionCommand, ListAgentsCommand } from '@aws-sdk/client-bedrock-agent';
import type { Clients } from '../clients';
import { tryFind } from '../offered';
import { pages } from '../pages';

/** What a draft and a version of an agent both say. */
export type AnsweringAgent = Pick<
  Agent,
  'agentArn' | 'agentResourceRoleArn' | 'customerEncryptionKeyArn' | 'guardrailConfiguration'
>;

/** Each agent of Bedrock as its newest version has it, or its draft where there is no version: an older one answers only behind an old alias. */
export async function* answeringAgents(bedrockAgent: Clients['bedrockAgent']): AsyncGenerator<AnsweringAgent> {
  const list = pages((nextToken) => bedrockAgent.send(new ListAgentsCommand({ maxResults: 100, nextToken })));
  for await (const { agentSummaries = [] } of list)
    for (const { agentId, latestAgentVersion: version } of agentSummaries) {
      const agent = await tryFind(describe(bedrockAgent, agentId, version));
      if (agent) yield agent;
    }
}

async function describe(
  bedrockAgent: Clients['bedrockAgent'],
  agentId: string | undefined,
  agentVersion: string | undefined,
): Promise<AnsweringAgent | undefined> {
  return agentVersion === undefined || agentVersion === 'DRAFT'
    ? (await bedrockAgent.send(new GetAgentCommand({ agentId }))).agent
    : (await bedrockAgent.send(new GetAgentVersionCommand({ agentId, agentVersion }))).agentVersion;
}
