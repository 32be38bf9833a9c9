import {
  GetCustomModelCommand,
  GetGuardrailCommand,
  GetImportedModelCommand,
  ListCustomModelsCommand,
  ListImportedModelsCommand,
} from '@aws-sdk/client-bedrock';
import { GetPromptCommand, ListPromptsCommand } from '@aws-sdk/client-bedrock-agent';
import { type Check, faultsVerdict, type Verdict } from '../check';
import type { Clients } from '../clients';
import { tryFind, whereOffered } from '../offered';
import { pages } from '../pages';
import { answeringAgents } from './agents';
import { guardrails } from './guardrails';

/** A thing of Bedrock, and the key that it is under. */
interface Keyed {
  readonly type: string;
  readonly arn: string | undefined;
  readonly key: string | undefined;
}

/** Agents, prompts, guardrails, custom and imported models are under a customer's key. Bedrock uses its own where none is named. */
export const bedrockOwnKeys: Check = {
  async onSchedule({ clients: { bedrock, bedrockAgent } }) {
    const verdicts: Verdict[] = [];
    for (const kind of [
      agents(bedrockAgent),
      prompts(bedrockAgent),
      guarded(bedrock),
      customModels(bedrock),
      importedModels(bedrock),
    ])
      for await (const { type, arn = '', key } of whereOffered(kind))
        verdicts.push(
          faultsVerdict(`AWS::Bedrock::${type}`, arn, key ? [] : ['It names no KMS key, so Bedrock takes one of AWS.']),
        );
    return verdicts;
  },
};

async function* agents(bedrockAgent: Clients['bedrockAgent']): AsyncGenerator<Keyed> {
  for await (const { agentArn: arn, customerEncryptionKeyArn: key } of answeringAgents(bedrockAgent))
    yield { type: 'Agent', arn, key };
}

async function* prompts(bedrockAgent: Clients['bedrockAgent']): AsyncGenerator<Keyed> {
  const list = pages((nextToken) => bedrockAgent.send(new ListPromptsCommand({ maxResults: 100, nextToken })));
  for await (const { promptSummaries = [] } of list)
    for (const { id, arn } of promptSummaries) {
      const prompt = await tryFind(bedrockAgent.send(new GetPromptCommand({ promptIdentifier: id })));
      if (prompt) yield { type: 'Prompt', arn, key: prompt.customerEncryptionKeyArn };
    }
}

async function* guarded(bedrock: Clients['bedrock']): AsyncGenerator<Keyed> {
  for await (const { id, arn } of guardrails(bedrock)) {
    const guardrail = await tryFind(bedrock.send(new GetGuardrailCommand({ guardrailIdentifier: id })));
    if (guardrail) yield { type: 'Guardrail', arn, key: guardrail.kmsKeyArn };
  }
}

async function* customModels(bedrock: Clients['bedrock']): AsyncGenerator<Keyed> {
  // A model that another account shares is that account's to encrypt.
  const list = pages((nextToken) =>
    bedrock.send(new ListCustomModelsCommand({ isOwned: true, maxResults: 100, nextToken })),
  );
  for await (const { modelSummaries = [] } of list)
    for (const { modelArn: arn } of modelSummaries) {
      const model = await tryFind(bedrock.send(new GetCustomModelCommand({ modelIdentifier: arn })));
      if (model) yield { type: 'CustomModel', arn, key: model.modelKmsKeyArn };
    }
}

async function* importedModels(bedrock: Clients['bedrock']): AsyncGenerator<Keyed> {
  const list = pages((nextToken) => bedrock.send(new ListImportedModelsCommand({ maxResults: 100, nextToken })));
  for await (const { modelSummaries = [] } of list)
    for (const { modelArn: arn } of modelSummaries) {
      const model = await tryFind(bedrock.send(new GetImportedModelCommand({ modelIdentifier: arn })));
      if (model) yield { type: 'ImportedModel', arn, key: model.modelKmsKeyArn };
    }
}
