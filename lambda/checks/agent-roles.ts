import { GetAgentRuntimeCommand, ListAgentRuntimesCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import { type Check, faultsVerdict, type Verdict } from '../check';
import type { Clients } from '../clients';
import { tryFind, whereOffered } from '../offered';
import { pages } from '../pages';
import { answeringAgents } from './agents';
import { gateways } from './gateways';
import { type Granted, grantsOf, listed } from './role-policies';

/** What acts by itself with a role. */
interface Actor {
  readonly type: string;
  readonly arn: string;
  readonly roleArn: string;
}

/**
 * Agents of Bedrock, runtimes and gateways of AgentCore have a role each that no other of the region has, and that may not do everything
 * of a service. One agent in two regions may have one role.
 */
export const agentRoles: Check = {
  async onSchedule({ clients: { bedrockAgent, agentCore, iam } }) {
    const actors: Actor[] = [];
    for (const kind of [agents(bedrockAgent), runtimes(agentCore), gatewayActors(agentCore)])
      for await (const actor of whereOffered(kind)) actors.push(actor);
    const faults = new Map<string, readonly string[]>();
    for (const roleArn of new Set(actors.map((actor) => actor.roleArn)))
      faults.set(roleArn, await tooMuch(iam, roleArn.replace(/^.*\//, '')));
    return actors.map(({ type, arn, roleArn }): Verdict => {
      const others = actors.filter((other) => other.roleArn === roleArn && other.arn !== arn);
      const shared = others.slice(0, 1).map((other) => `It shares its role with ${other.arn.replace(/^.*?:.*:/, '')}.`);
      return faultsVerdict(type, arn, [...shared, ...(faults.get(roleArn) ?? [])]);
    });
  },
};

async function* agents(bedrockAgent: Clients['bedrockAgent']): AsyncGenerator<Actor> {
  for await (const { agentArn: arn = '', agentResourceRoleArn: roleArn } of answeringAgents(bedrockAgent))
    if (roleArn) yield { type: 'AWS::Bedrock::Agent', arn, roleArn };
}

async function* runtimes(agentCore: Clients['agentCore']): AsyncGenerator<Actor> {
  const list = pages((nextToken) => agentCore.send(new ListAgentRuntimesCommand({ maxResults: 100, nextToken })));
  for await (const { agentRuntimes = [] } of list)
    for (const { agentRuntimeId, agentRuntimeArn: arn = '' } of agentRuntimes) {
      const runtime = await tryFind(agentCore.send(new GetAgentRuntimeCommand({ agentRuntimeId })));
      if (runtime?.roleArn) yield { type: 'AWS::BedrockAgentCore::Runtime', arn, roleArn: runtime.roleArn };
    }
}

async function* gatewayActors(agentCore: Clients['agentCore']): AsyncGenerator<Actor> {
  for await (const { gatewayArn: arn = '', roleArn } of gateways(agentCore))
    if (roleArn) yield { type: 'AWS::BedrockAgentCore::Gateway', arn, roleArn };
}

/** What a role may do and should not, each with its policy; the first two of them, for an annotation is short. */
async function tooMuch(iam: Clients['iam'], roleName: string): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    for await (const { policy, statement } of grantsOf(iam, roleName)) {
      const wide = tryWide(statement);
      if (wide) found.push(`${policy} allows ${wide}.`);
      if (found.length === 2) break;
    }
  } catch (error) {
    // A role that was deleted under its agent allows nothing.
    if (!(error instanceof Error && error.name === 'NoSuchEntityException')) throw error;
  }
  return found;
}

/** The action that a statement should not allow. */
function tryWide({ Effect, Action, NotAction, Resource }: Granted): string | undefined {
  if (Effect !== 'Allow') return undefined;
  if (NotAction !== undefined) return 'all actions but some';
  const everywhere = listed(Resource).includes('*');
  return listed(Action).find((action) => ofService.test(action) || (everywhere && onlySome.test(action)));
}

/** `*` or `s3:*`. */
const ofService = /^(\*|[\w-]+:\*)$/;

/** Actions that hand out somebody's rights: the role of another service, a token or a secret of another agent. */
const onlySome =
  /^(iam:PassRole|sts:AssumeRole|bedrock-agentcore:Get(WorkloadAccessToken|ResourceOauth2Token|ResourceApiKey)).*$/i;
